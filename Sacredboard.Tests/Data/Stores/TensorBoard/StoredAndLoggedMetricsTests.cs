using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

public sealed class StoredAndLoggedMetricsTests : IAsyncDisposable
{
    private readonly StorageFolder _folder = new();
    private readonly List<FileStorageRunStore> _stores = [];
    private readonly StoredAndLoggedMetrics _metrics;
    private readonly StoredAndLoggedMetrics _samples;

    public StoredAndLoggedMetricsTests() => (_metrics, _samples) = (Open(_folder.Root), Open(SampleRuns.Directory));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Scalars_of_the_logs_stand_among_the_metrics()
    {
        var metrics = await _samples.ListAsync(RunId.Of("36"), Cancellation);

        Assert.Equal(
            [
                "tb:batch/loss",
                "tb:epoch/validation_accuracy",
                "tb:epoch/validation_loss",
                "training.accuracy",
                "training.loss",
                "validation.accuracy",
                "validation.loss"],
            metrics.Select(metric => metric.Name));
        Assert.Equal([true, true, true, false, false, false, false], metrics.Select(metric => metric.IsFromTensorBoard));
        var truth = TensorBoardTruth.Tags("samples/digits_mlp_36", "scalars")["batch/loss"];
        Assert.Equal(truth.Length, metrics[0].Count);
        Assert.Equal(TensorBoardTruth.Number(truth[^1][2]), ((SacredDouble)metrics[0].Last!).Value);
        Assert.Equal(truth[^1][0].GetInt64(), (long)((SacredInteger)metrics[0].LastStep!).Value);
    }

    [Fact]
    public async Task Their_points_are_those_of_TensorBoard_with_times_in_milliseconds()
    {
        var truth = TensorBoardTruth.Tags("samples/digits_mlp_36", "scalars")["batch/loss"];

        var series = await _samples.ReadAsync(RunId.Of("36"), "tb:batch/loss", Cancellation);

        Assert.Equal(truth.Select(item => item[0].GetDouble()), series!.Steps);
        Assert.Equal(truth.Select(item => item[2].GetDouble()), series.Values);
        Assert.Equal(truth.Select(item => item[1].GetDouble() * 1000), series.Times);
        Assert.Null(await _samples.ReadAsync(RunId.Of("36"), "tb:nothing", Cancellation));
        Assert.Null(await _samples.ReadAsync(RunId.Of("36"), "batch/loss", Cancellation));
        Assert.Null(await _samples.ReadAsync(RunId.Of("1"), "tb:batch/loss", Cancellation));
    }

    [Fact]
    public async Task Several_directories_are_told_apart_by_their_names() =>
        Assert.Equal(
            ["tb:train/batch/loss", "tb:validation/epoch/accuracy", "tb:validation/epoch/loss"],
            (await _samples.ListAsync(RunId.Of("41"), Cancellation))
                .Where(metric => metric.IsFromTensorBoard)
                .Select(metric => metric.Name));

    [Fact]
    public async Task Summaries_of_many_runs_hold_those_of_the_logs()
    {
        RunId[] ids = [RunId.Of("1"), RunId.Of("36"), RunId.Of("41"), RunId.Of("37"), RunId.Of("no such run")];
        var found = new Dictionary<RunId, MetricStatistics?>();
        await foreach (var batch in _samples.ReadStatisticsAsync(
            new MetricStatisticsRequest("tb:epoch/validation_loss", ids, 3),
            Cancellation))
        {
            batch.ToList().ForEach(summary => found.Add(summary.Run, summary.Statistics));
        }

        var truth = TensorBoardTruth.Tags("samples/digits_mlp_36", "scalars")["epoch/validation_loss"];
        Assert.Equal(ids.ToHashSet(), found.Keys.ToHashSet());
        Assert.Equal(truth[^1][2].GetDouble(), found[RunId.Of("36")]!.Value.Last);
        Assert.Equal(truth.Min(item => item[2].GetDouble()), found[RunId.Of("36")]!.Value.Min);
        Assert.Equal(truth.Last(item => item[0].GetInt64() == 3)[2].GetDouble(), found[RunId.Of("36")]!.Value.At);
        Assert.NotNull(found[RunId.Of("37")]);
        Assert.Null(found[RunId.Of("1")]);
        Assert.Null(found[RunId.Of("41")]);
    }

    [Fact]
    public async Task Names_of_logs_are_known_like_those_of_metrics()
    {
        var names = await _samples.ListNamesAsync(Cancellation);

        Assert.Equal(3, names.Single(name => name.Name == "tb:batch/loss").Runs);
        Assert.Contains(names, name => name.Name == "validation.loss");
    }

    [Fact]
    public async Task A_metric_that_Sacred_stored_under_such_a_name_counts_first()
    {
        Write("1", "logs", """{"tb:loss": {"steps": [1], "values": [0.5], "timestamps": ["2026-01-01T00:00:00"]}}""");
        Log("logs", "back");

        var metric = Assert.Single(await _metrics.ListAsync(RunId.Of("1"), Cancellation));

        Assert.Equal(("tb:loss", 1, false), (metric.Name, metric.Count, metric.IsFromTensorBoard));
        var series = await _metrics.ReadAsync(RunId.Of("1"), "tb:loss", Cancellation);
        Assert.Equal(0.5, Assert.Single(series!.Values));
    }

    [Fact]
    public async Task Logs_are_found_below_their_directory_and_followed_as_they_grow()
    {
        Write("1", "logs");
        Assert.Empty(await _metrics.ListAsync(RunId.Of("1"), Cancellation));

        Log("logs/train", "back");
        Assert.Equal(["tb:loss"], await NamesAsync());
        Log("logs/a/val", "cut");
        Assert.Equal(["tb:a/val/loss", "tb:train/loss"], await NamesAsync());
        Log("logs", "several");
        Assert.Equal(["tb:a/val/loss", "tb:loss", "tb:train/loss"], await NamesAsync());
        Assert.Equal(10, (await _metrics.ReadAsync(RunId.Of("1"), "tb:loss", Cancellation))!.Count);
    }

    [Fact]
    public async Task Names_that_come_out_the_same_are_made_different()
    {
        Write("1", "logs");
        Log("logs/a", "tags");
        Log("logs/a/b", "tags");

        var names = await NamesAsync();

        Assert.Equal(26, names.Count);
        Assert.Contains("tb:a/b/c", names);
        Assert.Contains("tb:b/a/b/c", names);
    }

    [Fact]
    public async Task Links_in_a_log_directory_do_not_lead_out()
    {
        Write("1", "logs");
        Log("logs", "back");
        Directory.CreateDirectory(_folder.Outside("secret"));
        File.Copy(Path.Combine(TensorBoardTruth.Path("tags"), "events.out.tfevents.10.host"), _folder.Outside("secret/tfevents"));
        File.CreateSymbolicLink(_folder.Of("logs", "x.tfevents"), _folder.Outside("secret/tfevents"));
        Directory.CreateSymbolicLink(_folder.Of("logs", "more"), _folder.Outside("secret"));
        Directory.CreateSymbolicLink(_folder.Of("logs", "round"), _folder.Of("logs"));

        Assert.Equal(["tb:loss"], await NamesAsync());
    }

    private StoredAndLoggedMetrics Open(string directory)
    {
        _stores.Add(new FileStorageRunStore(directory, TimeProvider.System, watch: false));
        return new(
            _stores[^1],
            new TensorBoardLogs(new LogDirectories(new LogDirectoryOptions { Roots = [directory] }), 1 << 20, new RacingClock()));
    }

    private async Task<IReadOnlyList<string>> NamesAsync() =>
        [.. (await _metrics.ListAsync(RunId.Of("1"), Cancellation)).Select(metric => metric.Name)];

    private void Write(string run, string logs, string metrics = "{}")
    {
        _folder.WriteOld(run, "run.json", """{"status": "COMPLETED"}""");
        _folder.WriteOld(run, "info.json", $$"""{"tensorflow": {"logdirs": ["{{logs}}"] } }""");
        _folder.WriteOld(run, "metrics.json", metrics);
    }

    private void Log(string target, string directory)
    {
        Directory.CreateDirectory(_folder.Of(target));
        foreach (var file in Directory.EnumerateFiles(TensorBoardTruth.Path(directory)))
        {
            File.Copy(file, Path.Combine(_folder.Of(target), Path.GetFileName(file)));
        }
    }
}
