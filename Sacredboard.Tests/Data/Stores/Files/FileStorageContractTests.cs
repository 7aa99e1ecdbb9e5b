using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class FileStorageContractTests : RunStoreContract
{
    protected override Task<(IRunStore Store, IReadOnlyList<ExpectedRun> Runs)> OpenAsync() =>
        Task.FromResult<(IRunStore, IReadOnlyList<ExpectedRun>)>(
        (new FileStorageRunStore(SampleRuns.Directory, TimeProvider.System), ExpectedRun.Load("filestorage.json", "runs")));
}
