using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>
/// The contract on a collection that SEML wrote. The truth is what is stored, with the real experiment's name and sources, without SEML's
/// own config keys, and with those points of metrics that were recorded between start and end of the run.
/// </summary>
public abstract class SemlCollectionContract(SemlDatabase database, string collection) : RunStoreContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        (new MongoRunStore((await database.OpenAsync()).Place.WithCollection(collection), TimeProvider.System),
            ExpectedRun.Load("seml.json", collection));
}

[Trait("Kind", "Mongo")]
public sealed class SemlContractTests(SemlDatabase database)
    : SemlCollectionContract(database, "spirals"), IClassFixture<SemlDatabase>;

/// <summary>Its metrics lie in documents of the other collection.</summary>
[Trait("Kind", "Mongo")]
public sealed class SemlSharedMetricsContractTests(SemlDatabase database)
    : SemlCollectionContract(database, "ridge"), IClassFixture<SemlDatabase>;
