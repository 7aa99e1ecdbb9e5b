using MongoDB.Driver;
using Sacredboard.Tests.Support;

[assembly: AssemblyFixture(typeof(MongoServer))]

namespace Sacredboard.Tests.Support;

/// <summary>
/// The one MongoDB server of a test run, started when first asked for: SACREDBOARD_TEST_MONGO, or else a mongod of our own.
/// Tests take a database each.
/// </summary>
public sealed class MongoServer : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly SemaphoreSlim CorpusGate = new(1);
    private readonly List<string> _databases = [];
    private Mongod? _mongod;
    private string? _url;
    private MongoTestDatabase? _corpus;

    /// <summary>A new, empty database; without a server the calling test is skipped, or failed when Mongo is required.</summary>
    public async Task<MongoTestDatabase> CreateDatabaseAsync()
    {
        Requirement.AssertTrait(Requirement.Mongo);
        await Gate.WaitAsync();
        try
        {
            _url ??= Environment.GetEnvironmentVariable("SACREDBOARD_TEST_MONGO") is { Length: > 0 } url ? url : await StartAsync();
            if (_url is null)
            {
                Requirement.Missing(Requirement.Mongo, MongodProgram.Reason);
            }

            var name = $"sacredboard_test_{Guid.NewGuid():N}";
            _databases.Add(name);
            return new MongoTestDatabase(_url!, name);
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>The recorded database, loaded once; tests only read it.</summary>
    public async Task<MongoTestDatabase> OpenCorpusAsync()
    {
        Requirement.AssertTrait(Requirement.Mongo);
        await CorpusGate.WaitAsync();
        try
        {
            if (_corpus is null)
            {
                var database = await CreateDatabaseAsync();
                await MongoDump.LoadCorpusAsync(database.Database);
                _corpus = database;
            }

            return _corpus;
        }
        finally
        {
            CorpusGate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_mongod is not null)
        {
            await _mongod.DisposeAsync();
        }
        else if (_url is not null)
        {
            foreach (var name in _databases)
            {
                await new MongoClient(_url).DropDatabaseAsync(name);
            }
        }
    }

    private async Task<string?> StartAsync() => (_mongod = await Mongod.TryStartAsync())?.Url;
}
