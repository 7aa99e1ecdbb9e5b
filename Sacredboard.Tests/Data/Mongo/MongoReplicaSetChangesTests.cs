using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Mongo;

/// <summary>A replica set has a change stream.</summary>
public sealed class MongoReplicaSetChangesTests(MongoReplicaSet replicaSet) : MongoChangesContract, IClassFixture<MongoReplicaSet>
{
    protected override async Task<MongoTestDatabase> OpenAsync() =>
        new((await replicaSet.StartAsync()).Url, $"sacredboard_test_{Guid.NewGuid():N}");
}
