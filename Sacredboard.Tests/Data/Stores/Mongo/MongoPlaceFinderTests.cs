using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>Which collections of a database hold runs.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoPlaceFinderTests(MongoServer server)
{
    private static readonly Backends Backends = new Backends().AddMongo();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_collection_of_runs_is_found_and_no_other()
    {
        var database = await server.OpenCorpusAsync();

        var found = await Backends.Inside(new() { Url = database.Url })!.FindAsync(Cancellation);

        Assert.Equal(["runs", "default.runs", "experiments", "legacy", "vision_runs"], found.Select(place => place.Name));
        Assert.Equal([true, false, false, false, false], found.Select(place => place.IsUsual));
    }

    [Fact]
    public async Task A_collection_that_appears_is_found_and_one_that_is_dropped_is_gone()
    {
        var database = await server.CreateDatabaseAsync();
        var finder = Backends.Inside(new() { Url = database.Url })!;
        var project = database.Database.GetCollection<BsonDocument>("project");

        // As labwatch stores its own.
        await database.Database.GetCollection<BsonDocument>("search_space")
            .InsertOneAsync(new BsonDocument { ["status"] = 1, ["config"] = new BsonDocument() }, cancellationToken: Cancellation);
        Assert.Empty(await finder.FindAsync(Cancellation));
        await project.InsertOneAsync(
            new BsonDocument { ["_id"] = 1, ["status"] = "STAGED", ["seml"] = new BsonDocument() }, cancellationToken: Cancellation);
        Assert.Equal(["project"], (await finder.FindAsync(Cancellation)).Select(place => place.Name));
        await database.Database.DropCollectionAsync("project", Cancellation);
        Assert.Empty(await finder.FindAsync(Cancellation));
    }

    [Fact]
    public void A_collection_that_is_named_is_the_only_one()
    {
        Assert.Null(Backends.Inside(new() { Url = "mongodb://localhost/sacred", Collection = "legacy" }));
        Assert.Null(Backends.Inside(new() { Url = "mongodb://localhost/sacred", CollectionPrefix = "vision" }));
    }

    [Fact]
    public async Task Runs_are_counted_without_being_read()
    {
        var database = await server.OpenCorpusAsync();
        await using var store = database.OpenStore();
        await using var none = new MongoRunStore(database.Place.WithCollection("nothing"), TimeProvider.System);

        var counts = await store.Counts.ReadAsync(Cancellation);
        var empty = await none.Counts.ReadAsync(Cancellation);

        Assert.Equal(134, counts.Total);
        Assert.Equal(134, counts.ByStatus!.Values.Sum());
        Assert.Equal(2099, counts.LastActivity!.Value.Year);
        Assert.Equal((0, null), (empty.Total, empty.LastActivity));
    }
}
