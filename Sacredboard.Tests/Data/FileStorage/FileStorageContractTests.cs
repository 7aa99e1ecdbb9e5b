using Sacredboard.Data;
using Sacredboard.Data.FileStorage;
using Sacredboard.Tests.Data.Contract;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.FileStorage;

public sealed class FileStorageContractTests : RunStoreContract
{
    protected override Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() => Task.FromResult<(IRunStore, IReadOnlyList<ExpectedRun>)>(
        (new FileStorageRunStore(SampleRuns.Directory, TimeProvider.System), ExpectedRun.Load("filestorage.json", "runs")));
}
