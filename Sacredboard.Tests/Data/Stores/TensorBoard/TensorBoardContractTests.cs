using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

/// <summary>The contract on a store whose runs name logs that are not there: all metrics are as the store has them.</summary>
public sealed class TensorBoardFilesContractTests : RunMetricsContract
{
    protected override IRunMetrics Metrics => field ??= new StoredAndLoggedMetrics(Store, NoLogs.Made());

    protected override Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        Task.FromResult<(IRunStore, IReadOnlyList<ExpectedRun>)>(
        (new FileStorageRunStore(SampleRuns.Directory, TimeProvider.System), ExpectedRun.Load("filestorage.json", "runs")));
}

[Trait("Kind", "Mongo")]
public sealed class TensorBoardMongoContractTests(MongoServer server) : RunMetricsContract
{
    protected override IRunMetrics Metrics => field ??= new StoredAndLoggedMetrics(Store, NoLogs.Made());

    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        (new MongoRunStore((await server.OpenCorpusAsync()).Place, TimeProvider.System), ExpectedRun.Load("mongo.json", "runs"));
}

file static class NoLogs
{
    public static TensorBoardLogs Made() =>
        new(new LogDirectories(new LogDirectoryOptions { Roots = [TestFiles.Path("expected")] }), 1 << 20, TimeProvider.System);
}
