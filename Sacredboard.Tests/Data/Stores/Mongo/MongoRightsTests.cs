using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>A server with access control: a user with the right to read sees everything, others get a clear message.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoRightsTests(MongoRightsTests.Server server) : IClassFixture<MongoRightsTests.Server>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_to_read_is_enough_for_everything()
    {
        await using var store = new MongoRunStore(await server.PlaceAsync("reader", "secret-r"), TimeProvider.System);
        var known = await KnownRuns.ReadAsync(store, Cancellation);
        var changes = await store.ReadChangesAsync(known, null, Cancellation);
        var id = RunId.Of(1);
        await using var file = await store.OpenFileAsync(id, "source-0", Cancellation);

        Assert.Equal(134, known.Count);
        Assert.Empty((await store.ReadChangesAsync(known, changes.Cursor, Cancellation)).Changed);
        Assert.NotNull(await store.FindAsync(id, Cancellation));
        Assert.NotNull(await store.ReadOutputAsync(id, OutputRange.Last(10), Cancellation));
        Assert.NotEmpty(await store.Metrics.ListAsync(id, Cancellation));
        Assert.True(await file!.Content.ReadAsync(new byte[10], Cancellation) > 0);
    }

    [Theory]
    [InlineData("reader", "wrong-password")]
    [InlineData("nobody", "secret-n")]
    public async Task Who_may_not_read_is_told_so_without_the_password(string user, string password)
    {
        await using var store = new MongoRunStore(await server.PlaceAsync(user, password), TimeProvider.System);

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => store.FindAsync(RunId.Of(1), Cancellation));

        Assert.Equal(RunStoreProblem.Refused, exception.Problem);
        Assert.DoesNotContain(password, exception.Message);
        Assert.DoesNotContain(user, exception.Message);
    }

    public sealed class Server : IAsyncDisposable
    {
        private const string Database = "lab";
        private readonly SemaphoreSlim _gate = new(1);
        private Mongod? _mongod;

        public async Task<MongoPlace> PlaceAsync(string user, string password)
        {
            await _gate.WaitAsync();
            try
            {
                _mongod ??= await StartAsync();
            }
            finally
            {
                _gate.Release();
            }

            var url = $"mongodb://{user}:{password}@127.0.0.1:{_mongod.Port}/{Database}?authSource=admin";
            return MongoPlace.TryParse(url, null, out var place, out _) ? place : throw new FormatException(url);
        }

        public ValueTask DisposeAsync() => _mongod?.DisposeAsync() ?? ValueTask.CompletedTask;

        private static async Task<Mongod> StartAsync()
        {
            var mongod = await Mongod.StartOrSkipAsync("--auth");
            // The first user can be created from this machine without authentication.
            await AddUserAsync(new MongoClient(mongod.Url), "root", "secret-a", new BsonDocument { ["role"] = "root", ["db"] = "admin" });
            var admin = new MongoClient($"mongodb://root:secret-a@127.0.0.1:{mongod.Port}/?authSource=admin");
            await AddUserAsync(admin, "reader", "secret-r", new BsonDocument { ["role"] = "read", ["db"] = Database });
            await AddUserAsync(admin, "nobody", "secret-n", null);
            await MongoDump.LoadCorpusAsync(admin.GetDatabase(Database));
            return mongod;
        }

        private static Task AddUserAsync(MongoClient client, string name, string password, BsonDocument? role) =>
            client.GetDatabase("admin").RunCommandAsync<BsonDocument>(new BsonDocument
            {
                ["createUser"] = name,
                ["pwd"] = password,
                ["roles"] = role is null ? [] : new BsonArray { role },
            });
    }
}
