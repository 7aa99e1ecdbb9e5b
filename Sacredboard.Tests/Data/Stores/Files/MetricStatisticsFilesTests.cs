using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class MetricStatisticsFilesTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly StorageFolder _folder = new();
    private readonly FileStorageRunStore _store;

    public MetricStatisticsFilesTests() => _store = new FileStorageRunStore(_folder.Root, TimeProvider.System, watch: false);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_file_that_stays_the_same_is_read_once_for_all_its_metrics()
    {
        _folder.WriteOld("1", "metrics.json", Metrics(("loss", "[0.5, 0.25]"), ("accuracy", "[0.75]")));
        Assert.Equal(0.25, (await OneAsync("1", "loss")).Statistics!.Value.Min);

        // Other content with the same length and time is only seen by reading again.
        _folder.WriteOld("1", "metrics.json", Metrics(("loss", "[0.5, 0.24]"), ("accuracy", "[0.74]")));
        Assert.Equal(0.75, (await OneAsync("1", "accuracy")).Statistics!.Value.Min);

        _folder.Write("1", "metrics.json", Metrics(("loss", "[0.5, 0.25, 0.125]")));
        Assert.Equal(0.125, (await OneAsync("1", "loss")).Statistics!.Value.Min);
        Assert.Null((await OneAsync("1", "accuracy")).Statistics);
    }

    [Fact]
    public async Task A_broken_file_is_a_problem_of_its_run_alone()
    {
        _folder.WriteOld("1", "metrics.json", "{\"loss\": {");
        _folder.WriteOld("2", "metrics.json", Metrics(("loss", "[\"x\", null, 3]")));
        _folder.WriteOld("3", "run.json", "{}");

        var found = await StatisticsAsync("loss", "1", "2", "3");

        Assert.StartsWith("metrics.json", found["1"].Problem, StringComparison.Ordinal);
        Assert.Null(found["1"].Statistics);
        Assert.Equal(MetricStatistics.Of([0, 1, 2], [double.NaN, double.NaN, 3], [0, 1], null), found["2"].Statistics);
        Assert.Null(found["3"].Statistics);
        Assert.Null(found["3"].Problem);
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_left_out_until_it_can_be_read()
    {
        _folder.Write("1", "metrics.json", "{\"loss\": {");
        Assert.Empty(await StatisticsAsync("loss", "1"));

        _folder.Write("1", "metrics.json", Metrics(("loss", "[2]")));
        Assert.Equal(2, (await OneAsync("1", "loss")).Statistics!.Value.Last);
    }

    [Fact]
    public async Task A_directory_that_is_gone_is_no_directory_without_metrics()
    {
        Directory.Delete(_folder.Root);

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => StatisticsAsync("loss", "1"));
        Assert.Equal(RunStoreProblem.Unreachable, exception.Problem);
        Directory.CreateDirectory(_folder.Root);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_directory_is_never_read()
    {
        Directory.CreateDirectory(_folder.Outside("evil"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Outside("evil"), "metrics.json"), Metrics(("loss", "[1]")), Cancellation);
        _folder.Write("good", "metrics.json", Metrics(("loss", "[1]")));

        Assert.Null((await OneAsync("../evil", "loss")).Statistics);
        Assert.NotNull((await OneAsync("good", "loss")).Statistics);
    }

    private static string Metrics(params (string Name, string Values)[] metrics) =>
        "{"
            + string.Join(
                ',',
                metrics.Select(metric => $"\"{metric.Name}\": {{\"steps\": [0, 1, 2], \"values\": {metric.Values}, \"timestamps\": []}}"))
            + "}";

    private async Task<RunMetricStatistics> OneAsync(string run, string name) => (await StatisticsAsync(name, run))[run];

    private async Task<Dictionary<string, RunMetricStatistics>> StatisticsAsync(string name, params string[] runs) =>
        await _store.Metrics.ReadStatisticsAsync(new(name, [.. runs.Select(RunId.Of)]), Cancellation)
            .SelectMany(batch => batch)
            .ToDictionaryAsync(summary => summary.Run.Text, cancellationToken: Cancellation);
}
