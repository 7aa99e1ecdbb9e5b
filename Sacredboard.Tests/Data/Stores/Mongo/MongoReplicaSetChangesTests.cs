using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>A replica set has a change stream.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoReplicaSetChangesTests(MongoReplicaSet replicaSet) : MongoChangesContract, IClassFixture<MongoReplicaSet>
{
    protected override async Task<MongoTestDatabase> OpenAsync() =>
        new((await replicaSet.StartAsync()).Url, $"sacredboard_test_{Guid.NewGuid():N}");

    [Fact]
    public async Task Tags_and_notes_on_an_ended_run_are_told_at_once()
    {
        await SetAsync(1, new BsonDocument("omniboard", new BsonDocument("tags", new BsonArray { "best" })));

        var changes = await UpdateAsync();

        Assert.Equal([RunId.Of(1)], changes.Changed.Select(run => run.Id));
        Assert.Equal(["best"], Known[RunId.Of(1)].Tags);
    }
}
