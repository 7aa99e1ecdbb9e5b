using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>The contract on one collection of runs of the recorded database.</summary>
/// <param name="truth">The key of its runs in mongo.json.</param>
public abstract class MongoCollectionContract(
    MongoServer server,
    Func<MongoPlace, MongoPlace> place,
    params string[] truth) : RunStoreContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        (new MongoRunStore(place((await server.OpenCorpusAsync()).Place), TimeProvider.System), ExpectedRun.Load("mongo.json", truth));
}

[Trait("Kind", "Mongo")]
public sealed class MongoContractTests(MongoServer server) : MongoCollectionContract(server, place => place, "runs");

/// <summary>Recorded with <c>collection_prefix="vision"</c>.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoPrefixContractTests(MongoServer server)
    : MongoCollectionContract(server, place => place.WithPrefix("vision"), "other_collections", "vision_runs");

/// <summary>Recorded with <c>collection="legacy"</c>: its metrics lie among those of <c>runs</c>.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoLegacyContractTests(MongoServer server)
    : MongoCollectionContract(server, place => place.WithCollection("legacy"), "other_collections", "legacy");

/// <summary>As Sacred 0.6 named collection and bucket.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoDefaultRunsContractTests(MongoServer server)
    : MongoCollectionContract(server, place => place.WithCollection("default.runs"), "other_collections", "default.runs");
