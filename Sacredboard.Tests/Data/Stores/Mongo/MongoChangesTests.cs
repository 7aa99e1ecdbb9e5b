using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>A single server has no change stream.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoChangesTests(MongoServer server) : MongoChangesContract
{
    protected override Task<MongoTestDatabase> OpenAsync() => server.CreateDatabaseAsync();
}
