using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

/// <summary>The contract on a store whose runs name logs that are not there: all is as the other store has it.</summary>
public sealed class TensorBoardFilesContractTests : RunStoreContract
{
    protected override Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() => Task.FromResult<(IRunStore, IReadOnlyList<ExpectedRun>)>(
        (new TensorBoardRunStore(new FileStorageRunStore(SampleRuns.Directory, TimeProvider.System), NoLogs.Made()), ExpectedRun.Load("filestorage.json", "runs")));
}

[Trait("Kind", "Mongo")]
public sealed class TensorBoardMongoContractTests(MongoServer server) : RunStoreContract
{
    protected override async Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        (new TensorBoardRunStore(new MongoRunStore((await server.OpenCorpusAsync()).Place, TimeProvider.System), NoLogs.Made()), ExpectedRun.Load("mongo.json", "runs"));
}

file static class NoLogs
{
    public static TensorBoardLogs Made() =>
        new(new LogDirectories(new LogDirectoryOptions { Roots = [TestFiles.Path("expected")] }), 1 << 20, TimeProvider.System);
}
