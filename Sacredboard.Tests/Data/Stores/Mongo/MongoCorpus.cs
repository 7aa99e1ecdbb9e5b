using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>The recorded database, loaded once; tests only read it.</summary>
public sealed class MongoCorpus(MongoServer server)
{
    private static readonly SemaphoreSlim Gate = new(1);
    private MongoTestDatabase? _database;

    public async Task<MongoTestDatabase> OpenAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (_database is null)
            {
                var database = await server.CreateDatabaseAsync();
                await MongoDump.LoadCorpusAsync(database.Database);
                _database = database;
            }

            return _database;
        }
        finally
        {
            Gate.Release();
        }
    }
}
