namespace Sacredboard.Tests.Support;

/// <summary>The recorded database of SEML, loaded once for the tests of a class; they only read it.</summary>
public sealed class SemlDatabase(MongoServer server)
{
    private readonly SemaphoreSlim _gate = new(1);
    private MongoTestDatabase? _database;

    /// <summary>Without a server the calling test is skipped, or failed when Mongo is required.</summary>
    public async Task<MongoTestDatabase> OpenAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_database is null)
            {
                var database = await server.CreateDatabaseAsync();
                await MongoDump.LoadAsync(TestFiles.Path("seml"), database.Database);
                _database = database;
            }

            return _database;
        }
        finally
        {
            _gate.Release();
        }
    }
}
