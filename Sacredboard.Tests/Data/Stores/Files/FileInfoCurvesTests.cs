using System.Text;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.RunFolders;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class FileInfoCurvesTests : InfoCurvesContract
{
    protected override RunId First => RunId.Of("1");

    protected override RunId Second => RunId.Of("2");

    [Fact]
    public async Task A_broken_info_hides_no_metric_and_is_said_where_a_curve_is_asked_for()
    {
        using var folder = new StorageFolder();
        folder.Copy(TestFiles.Path("info", "runs"), ".");
        folder.WriteOld("1", "info.json", "{\"a\": [1, 2");
        await using var store = new FileStorageRunStore(folder.Root, TimeProvider.System, watch: false);
        var metrics = new InfoMetrics(store, store.Metrics, TimeProvider.System);
        Assert.Equal(["loss"], (await metrics.ListAsync(First, TestContext.Current.CancellationToken)).Select(metric => metric.Name));
        var error = await Assert.ThrowsAsync<RunStoreException>(() =>
            metrics.ReadAsync(First, "info:a", TestContext.Current.CancellationToken));
        Assert.Equal(RunStoreProblem.Unreadable, error.Problem);
        var batch = await metrics.ReadStatisticsAsync(new("info:a", [First]), TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal(error.Message, Assert.Single(batch).Problem);
    }

    [Fact]
    public void Members_that_cannot_lead_to_a_curve_are_not_read()
    {
        var info = InfoJson.Read(Encoding.UTF8.GetBytes("""{"b": [9, {}], "a": {"x": [1]}, "a.x_T": [2], "ax": 5, "": 0}"""), "info:a.x");
        Assert.Equal(["a", "a.x_T", ""], info!.Members.Select(member => member.Key));
        Assert.Null(InfoJson.Read("[1, 2]"u8, "info:a"));
    }

    protected override Task<IRunStore> OpenAsync() =>
        Task.FromResult<IRunStore>(new FileStorageRunStore(TestFiles.Path("info", "runs"), TimeProvider.System, watch: false));
}
