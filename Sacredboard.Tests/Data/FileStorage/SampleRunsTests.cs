using Sacredboard.Data;
using Sacredboard.Data.FileStorage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.FileStorage;

public sealed class SampleRunsTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_samples_are_listed_newest_first_without_a_problem()
    {
        await using var store = Samples();
        var runs = new List<RunSummary>();
        await foreach (var batch in store.ReadAllAsync(RunLimits.None, None))
        {
            runs.AddRange(batch.Runs);
        }

        Assert.Equal(42, runs.Count);
        Assert.All(runs, run => Assert.Null(run.Problem));
        Assert.Equal(runs.OrderByDescending(run => run.Started).Select(run => run.Id), runs.Select(run => run.Id));
    }

    [Fact]
    public async Task A_sample_is_read_with_config_output_metrics_and_files()
    {
        await using var store = Samples();
        var id = RunId.Of("7");

        var run = await store.FindAsync(id, None);
        var output = await store.ReadOutputAsync(id, OutputRange.Last(10), None);
        var metrics = await store.ListMetricsAsync(id, None);
        var series = await store.ReadMetricAsync(id, metrics[0].Name, None);
        var files = await store.ListFilesAsync(id, None);

        Assert.Equal("digits_mlp", run!.Summary.Experiment);
        Assert.NotNull((run.Config as SacredObject)?["seed"]);
        Assert.Equal(10, output!.Text.Length);
        Assert.Equal(metrics[0].Count, series!.Count);
        Assert.All(files, file => Assert.True(file.Available, file.Problem));
        await using var content = await store.OpenFileAsync(id, files[0].Id, None);
        Assert.Equal(files[0].Size, content!.Content.Length);
    }

    private static FileStorageRunStore Samples()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Sacredboard.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return new FileStorageRunStore(Path.Combine(root, "samples"), TimeProvider.System);
    }
}
