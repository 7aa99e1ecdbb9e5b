using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>The contract on one collection of runs of the recorded database.</summary>
/// <param name="truth">Where in mongo.json its runs are.</param>
public abstract class MongoCollectionContract(MongoCorpus corpus, Func<MongoPlace, MongoPlace> place, params string[] truth) : RunStoreContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        (new MongoRunStore(place((await corpus.OpenAsync()).Place), TimeProvider.System), ExpectedRun.Load("mongo.json", truth));
}

[Collection(MongoCorpusCollection.Name)]
public sealed class MongoContractTests(MongoCorpus corpus) : MongoCollectionContract(corpus, place => place, "runs");

/// <summary>Recorded with <c>collection_prefix="vision"</c>.</summary>
[Collection(MongoCorpusCollection.Name)]
public sealed class MongoPrefixContractTests(MongoCorpus corpus)
    : MongoCollectionContract(corpus, place => place.WithPrefix("vision"), "other_collections", "vision_runs");

/// <summary>Recorded with <c>collection="legacy"</c>: its metrics lie among those of <c>runs</c>.</summary>
[Collection(MongoCorpusCollection.Name)]
public sealed class MongoLegacyContractTests(MongoCorpus corpus)
    : MongoCollectionContract(corpus, place => place.WithCollection("legacy"), "other_collections", "legacy");

/// <summary>As Sacred 0.6 named collection and bucket.</summary>
[Collection(MongoCorpusCollection.Name)]
public sealed class MongoDefaultRunsContractTests(MongoCorpus corpus)
    : MongoCollectionContract(corpus, place => place.WithCollection("default.runs"), "other_collections", "default.runs");
