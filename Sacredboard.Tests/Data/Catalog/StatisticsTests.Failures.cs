using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

/// <summary>Statistics that cannot be read report why and do not affect others.</summary>
public sealed partial class StatisticsTests
{
    [Fact]
    public async Task A_storage_that_is_away_is_told_and_asked_again()
    {
        await using var catalog = await LoadedAsync(runs: 3);
        catalog.Store.HoldStatistics();
        _ = Progress(catalog, Min);
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "The cable is out.");
        catalog.Store.LetStatisticsThrough(100);

        await catalog.UntilAsync(() => Progress(catalog, Min).Problem is not null, seconds: 5);
        Assert.Equal("The cable is out.", Progress(catalog, Min).Problem);

        catalog.Store.Failure = null;
        await catalog.UntilAsync(() => Progress(catalog, Min) is { Problem: null, IsComplete: true }, seconds: 30);
    }

    [Fact]
    public async Task What_fails_in_an_unforeseen_way_ends_nothing_else()
    {
        await using var catalog = await LoadedAsync(runs: 3);
        catalog.Store.StatisticsFailure = new InvalidOperationException("secret");

        await catalog.UntilAsync(() => Progress(catalog, Min).Problem is not null, seconds: 5);
        Assert.DoesNotContain("secret", Progress(catalog, Min).Problem, StringComparison.Ordinal);
        catalog.Store.Put(TestRuns.Run(4));
        await catalog.UntilAsync(() => catalog.Snapshot.Runs.Count == 4, seconds: 5);

        catalog.Store.StatisticsFailure = null;
        await ComputedAsync(catalog, Min);
        Assert.Null(Progress(catalog, Min).Problem);
    }

    [Fact]
    public async Task A_metric_that_cannot_be_read_is_counted()
    {
        await using var catalog = await LoadedAsync(runs: 3);
        catalog.Store.Broken[RunId.Of(2)] = "metrics.json is no JSON.";

        await ComputedAsync(catalog, Min);

        Assert.Equal((3, 1), (Progress(catalog, Min).Known, Progress(catalog, Min).Unreadable));
        Assert.Null(ValueOf(catalog, 2, Min));
    }

    [Fact]
    public async Task One_metric_is_read_and_kept_current_even_if_it_takes_more_than_there_is_room_for()
    {
        await using var catalog = await LoadedAsync(runs: 2, new RunCatalogOptions { StatisticsBytes = 1000 });
        var other = RunField.Metric("other", MetricStatistic.Min);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await ComputedAsync(catalog, Min);

        _ = Progress(catalog, other);
        await catalog.UntilAsync(() => Progress(catalog, other).Problem is not null, seconds: 5);
        Assert.Contains("statistics of 2 runs take up to 1 MB", Progress(catalog, other).Problem, StringComparison.Ordinal);

        catalog.Store.Put(TestRuns.Run(3));
        catalog.Store.Metrics[(RunId.Of(3), "loss")] = [0.25];
        await catalog.UntilAsync(() => ValueOf(catalog, 3, Min) is 0.25, seconds: 60);
        Assert.Null(Progress(catalog, Min).Problem);
    }

    [Fact]
    public async Task When_there_is_no_room_what_is_not_looked_at_goes_first()
    {
        // Room for the statistics of one metric of one piece.
        await using var catalog = await LoadedAsync(runs: 2, new RunCatalogOptions { StatisticsBytes = 100_000 });
        var other = RunField.Metric("other", MetricStatistic.Min);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await ComputedAsync(catalog, Min);

        _ = Progress(catalog, other);
        await catalog.UntilAsync(() => Progress(catalog, other).Problem is not null, seconds: 5);
        Assert.Contains("MetricStatisticsMegabytes", Progress(catalog, other).Problem, StringComparison.Ordinal);
        Assert.Equal(0.5, ValueOf(catalog, 1, Min));

        await catalog.PassAsync(StatisticsRequests.Fresh);
        await ComputedAsync(catalog, other);
        Assert.Null(Progress(catalog, other).Problem);
        Assert.Equal(0, Progress(catalog, Min).Known);
    }
}
