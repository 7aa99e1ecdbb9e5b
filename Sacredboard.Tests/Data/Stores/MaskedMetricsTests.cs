using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores;

public sealed class MaskedMetricsTests
{
    private static readonly RunId Run = RunId.Of("1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Secrets_in_names_of_metrics_are_masked_and_the_metrics_found_all_the_same()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", "{}");
        folder.WriteOld("1", "metrics.json", """
            {
              "api_token=abc123 loss": {"steps": [0], "values": [1], "timestamps": ["2026-01-01T10:00:00"]},
              "api_token=def456 loss": {"steps": [0, 1], "values": [1, 2], "timestamps": ["2026-01-01T10:00:00", "2026-01-01T10:00:01"]},
              "loss": {"steps": [0, 1, 2], "values": [1, 2, 3], "timestamps": ["2026-01-01T10:00:00", "2026-01-01T10:00:01", "2026-01-01T10:00:02"]}
            }
            """);
        await using var store = new FileStorageRunStore(folder.Root, TimeProvider.System);
        var metrics = new MaskedMetrics(store.Metrics);
        var kept = new List<MetricSeries>();

        var listed = await metrics.ListAsync(Run, kept.Add, Cancellation);

        Assert.Equal([1, 2, 3], listed.Select(metric => metric.Count).Order());
        Assert.Equal(3, listed.Select(metric => metric.Name).Distinct().Count());
        Assert.Contains("loss", listed.Select(metric => metric.Name));
        Assert.All(listed.Select(metric => metric.Name).Concat(kept.Select(series => series.Name)), AssertMasked);
        foreach (var metric in listed)
        {
            var series = await metrics.ReadAsync(Run, metric.Name, Cancellation);
            Assert.Equal((metric.Name, metric.Count), (series!.Name, series.Count));
            await foreach (var batch in metrics.ReadStatisticsAsync(new MetricStatisticsRequest(metric.Name, [Run]), Cancellation))
            {
                Assert.All(batch, run => Assert.Equal(metric.Count, run.Statistics!.Value.Count));
            }
        }

        Assert.All((await metrics.ListNamesAsync(Cancellation)).Select(name => name.Name), AssertMasked);
    }

    private static void AssertMasked(string name) => Assert.DoesNotMatch("abc123|def456", name);
}
