using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>More visitors at once than the driver has connections for.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoTurnsTests(MongoServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_many_visitors_get_their_turn_and_the_catalog_is_kept_current_meanwhile()
    {
        var shared = await server.CreateDatabaseAsync();
        // The driver lets five wait for each connection and refuses the others.
        var database = new MongoTestDatabase(new MongoUrlBuilder(shared.Url) { MaxConnectionPoolSize = 2 }.ToString(), shared.Name);
        await database.Runs.InsertOneAsync(new BsonDocument { ["_id"] = 1, ["status"] = "RUNNING" }, cancellationToken: Cancellation);
        await using var store = database.OpenStore();
        var known = await KnownRuns.ReadAsync(store, Cancellation);

        var visits = Enumerable.Range(0, 300).Select(_ => store.FindAsync(RunId.Of(1), Cancellation)).ToList();
        var changes = await store.ReadChangesAsync(known, null, Cancellation);

        Assert.NotNull(changes.Cursor);
        Assert.All(await Task.WhenAll(visits), Assert.NotNull);
    }
}
