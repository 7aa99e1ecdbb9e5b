using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

/// <summary>Statistics that are only shown, like those of default columns, leave the storage and the processor to what visitors wait for.</summary>
public sealed partial class StatisticsTests
{
    private const int Batch = 100;

    [Fact]
    public async Task What_is_only_shown_is_read_at_once_for_the_newest_runs_and_slowly_for_the_others()
    {
        await using var catalog = await PausedAsync();

        await catalog.PassAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1100, Known(catalog));
        await catalog.UntilAsync(() => Known(catalog) == 1300, seconds: 120);
    }

    [Fact]
    public async Task While_somebody_asks_it_is_read_more_slowly_still()
    {
        await using var catalog = await PausedAsync(seconds: 2, isVisited: true);

        await catalog.PassAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1100, Known(catalog));
        await catalog.UntilAsync(() => Known(catalog) == 1300, seconds: 200);
    }

    [Fact]
    public async Task An_answer_that_needs_them_ends_the_pause()
    {
        await using var catalog = await PausedAsync();

        await catalog.UntilAsync(() => Progress(catalog, Min).IsComplete, seconds: 3);

        Assert.Single(catalog.Store.AskedStatistics);
    }

    [Fact]
    public async Task What_an_answer_needs_does_not_wait_for_what_is_only_shown()
    {
        await using var catalog = await PausedAsync();
        var other = RunField.Metric("accuracy", MetricStatistic.Max);

        await catalog.UntilAsync(() => Progress(catalog, other).IsComplete, seconds: 3);

        Assert.Equal(1100, Known(catalog));
        Assert.Equal(["loss", "accuracy"], catalog.Store.AskedStatistics.Select(request => request.Name));
    }

    [Fact]
    public async Task Another_metric_that_is_shown_does_not_wait_either()
    {
        await using var catalog = await PausedAsync();
        var other = RunField.Metric("accuracy", MetricStatistic.Max);

        await catalog.UntilAsync(() => catalog.Snapshot.IsKnown(Run(catalog, 1300), other), seconds: 5);

        Assert.Equal(1100, Known(catalog));
    }

    /// <summary>A catalog of 1,300 runs that has read 1,100 of them, the last hundred in so many seconds, and pauses.</summary>
    /// <param name="seconds">How long reading took, which decides how long it pauses.</param>
    /// <param name="isVisited">Somebody asked for runs just before it pauses.</param>
    private static async Task<TestCatalog> PausedAsync(int seconds = 10, bool isVisited = false)
    {
        var catalog = await LoadedAsync(runs: 1300);
        catalog.Store.BatchSize = Batch;
        catalog.Store.HoldStatistics();
        catalog.Store.LetStatisticsThrough(10);
        await catalog.UntilAsync(() => Known(catalog) == 1000);
        await catalog.PassAsync(TimeSpan.FromSeconds(seconds));
        if (isVisited)
        {
            await catalog.Catalog.VisitAsync(TestContext.Current.CancellationToken);
        }

        catalog.Store.LetStatisticsThrough(100);
        await catalog.UntilAsync(() => Known(catalog) == 1100);
        return catalog;
    }

    // Looks at cells, which asks for no more than a table of them does.
    private static int Known(TestCatalog catalog) => catalog.Snapshot.Runs.Count(run => catalog.Snapshot.IsKnown(run, Min));
}
