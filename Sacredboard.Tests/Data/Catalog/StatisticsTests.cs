using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

/// <summary>Statistics are computed on request and stay current.</summary>
public sealed partial class StatisticsTests
{
    private static readonly RunField Min = RunField.Metric("loss", MetricStatistic.Min);

    [Fact]
    public async Task What_is_asked_for_is_computed_and_is_there_soon()
    {
        await using var catalog = await LoadedAsync(runs: 3);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25, double.NaN, 4];
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [double.NaN];

        Assert.Null(ValueOf(catalog, 1, Min));
        await catalog.UntilAsync(() => Progress(catalog, Min).IsComplete, seconds: 5);

        Assert.Equal(0.25, ValueOf(catalog, 1, Min));
        Assert.Equal(1, ValueOf(catalog, 1, RunField.Metric("loss", MetricStatistic.ArgMin)));
        Assert.Equal(4, ValueOf(catalog, 1, RunField.Metric("loss", MetricStatistic.Last)));
        Assert.Equal(1, ValueOf(catalog, 1, RunField.Metric("loss", MetricStatistic.NonFinite)));
        Assert.Null(ValueOf(catalog, 2, Min));
        Assert.Equal(1, ValueOf(catalog, 2, RunField.Metric("loss", MetricStatistic.Count)));
        Assert.Null(ValueOf(catalog, 3, RunField.Metric("loss", MetricStatistic.Count)));
        Assert.Single(catalog.Store.AskedStatistics);
    }

    [Fact]
    public async Task The_number_of_values_that_are_not_finite_is_0_where_all_are_and_none_where_the_metric_is_not()
    {
        var count = RunField.Metric("loss", MetricStatistic.NonFinite);
        await using var catalog = await LoadedAsync(runs: 4);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25];
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [1];
        await ComputedAsync(catalog, count);
        Assert.Equal([0, 0, null, null], new[] { 1, 2, 3, 4 }.Select(id => ValueOf(catalog, id, count)));

        catalog.Store.Metrics[(RunId.Of(3), "loss")] = [double.NaN, double.PositiveInfinity];
        catalog.Store.Put(TestRuns.Run(3) with { Heartbeat = TestRuns.Epoch.AddHours(1) });
        await catalog.UntilAsync(() => ValueOf(catalog, 3, count) is not null, seconds: 60);
        Assert.Equal([0, 0, 2, null], new[] { 1, 2, 3, 4 }.Select(id => ValueOf(catalog, id, count)));
    }

    [Fact]
    public async Task A_value_at_a_step_is_computed_by_itself()
    {
        await using var catalog = await LoadedAsync(runs: 1);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25];
        var at = RunField.Metric("loss", MetricStatistic.At, 1);

        await ComputedAsync(catalog, at);

        Assert.Equal(0.25, ValueOf(catalog, 1, at));
        Assert.False(Progress(catalog, RunField.Metric("loss", MetricStatistic.At, 7)).IsComplete);
    }

    [Fact]
    public async Task Progress_is_shown_while_they_come_newest_first()
    {
        await using var catalog = await LoadedAsync(runs: 30);
        catalog.Store.BatchSize = 10;
        catalog.Store.HoldStatistics();
        Assert.Equal((0, 30), KnownOf(Progress(catalog, Min)));

        catalog.Store.LetStatisticsThrough();
        await catalog.UntilAsync(() => Progress(catalog, Min).Known > 0, seconds: 5);
        Assert.Equal((10, 30), KnownOf(Progress(catalog, Min)));
        Assert.True(catalog.Snapshot.IsKnown(Run(catalog, 30), Min));
        Assert.False(catalog.Snapshot.IsKnown(Run(catalog, 20), Min));

        catalog.Store.LetStatisticsThrough(2);
        await catalog.UntilAsync(() => Progress(catalog, Min).IsComplete, seconds: 5);
        Assert.Equal((30, 30), KnownOf(Progress(catalog, Min)));
    }

    [Fact]
    public async Task The_version_grows_but_only_rows_that_show_them_have_changed()
    {
        await using var catalog = await LoadedAsync(runs: 2);
        var before = catalog.Snapshot;

        await ComputedAsync(catalog, Min);

        var run = Run(catalog, 1);
        Assert.True(catalog.Snapshot.Version > before.Version);
        Assert.Equal(before.Find(run.Id)!.Version, run.Version);
        Assert.Equal(run.Version, catalog.Snapshot.VersionOf(run, [RunField.Own("status")]));
        Assert.True(catalog.Snapshot.VersionOf(run, [Min]) > before.Version);
        Assert.Null(before.Value(run, Min));
        Assert.Same(before.Queries().Columns, catalog.Snapshot.Queries().Columns);
    }

    [Fact]
    public async Task A_run_that_changes_is_read_again_and_no_other()
    {
        await using var catalog = await LoadedAsync(runs: 3);
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5];
        await ComputedAsync(catalog, Min);
        var version = catalog.Snapshot.VersionOf(Run(catalog, 1), [Min]);

        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5, 0.125];
        catalog.Store.Put(TestRuns.Run(2) with { Heartbeat = TestRuns.Epoch.AddHours(1) });
        await catalog.UntilAsync(() => ValueOf(catalog, 2, Min) == 0.125, seconds: 5);

        Assert.Equal([RunId.Of(2)], catalog.Store.AskedStatistics[^1].Runs);
        Assert.Equal(version, catalog.Snapshot.VersionOf(Run(catalog, 1), [Min]));
        Assert.True(catalog.Snapshot.VersionOf(Run(catalog, 2), [Min]) > version);
    }

    [Fact]
    public async Task Statistics_that_stay_the_same_change_no_row()
    {
        await using var catalog = await LoadedAsync(runs: 2);
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5];
        await ComputedAsync(catalog, Min);
        var changed = catalog.Snapshot.VersionOf(Run(catalog, 2), [Min]);

        catalog.Store.Put(TestRuns.Run(2) with { Heartbeat = TestRuns.Epoch.AddHours(1) });
        await catalog.UntilAsync(() => { _ = ValueOf(catalog, 2, Min); return catalog.Store.AskedStatistics.Count == 2; }, seconds: 5);
        await catalog.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal(Run(catalog, 2).Version, catalog.Snapshot.Version);
        Assert.Equal(catalog.Snapshot.Version, catalog.Snapshot.VersionOf(Run(catalog, 2), [Min]));
        Assert.True(changed < catalog.Snapshot.Version);
    }

    [Fact]
    public async Task A_new_run_is_read_and_a_deleted_one_is_gone()
    {
        await using var catalog = await LoadedAsync(runs: 2);
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5];
        catalog.Store.Metrics[(RunId.Of(3), "loss")] = [0.75];
        await ComputedAsync(catalog, Min);

        catalog.Store.Put(TestRuns.Run(3));
        catalog.Store.Delete(RunId.Of(2));
        await catalog.UntilAsync(() => ValueOf(catalog, 3, Min) == 0.75, seconds: 20);
        Assert.Equal((2, 2), KnownOf(Progress(catalog, Min)));

        // One of the same id is another run.
        catalog.Store.Metrics.Clear();
        catalog.Store.Put(TestRuns.Run(2));
        await catalog.UntilAsync(() => Progress(catalog, Min) is { Total: 3, IsComplete: true }, seconds: 5);
        Assert.Null(ValueOf(catalog, 2, Min));
    }

    [Fact]
    public async Task What_is_not_asked_for_is_not_computed()
    {
        await using var catalog = await LoadedAsync(runs: 2);
        await ComputedAsync(catalog, Min);
        await catalog.PassAsync(StatisticsRequests.Fresh);
        var asked = catalog.Store.AskedStatistics.Count;

        catalog.Store.Put(TestRuns.Run(3));
        await catalog.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(asked, catalog.Store.AskedStatistics.Count);

        await ComputedAsync(catalog, Min);
        Assert.Equal([RunId.Of(3)], catalog.Store.AskedStatistics[^1].Runs);
    }

    [Fact]
    public async Task They_stay_with_their_runs_when_the_catalog_is_packed_anew()
    {
        await using var catalog = await LoadedAsync(runs: 1000);
        catalog.Store.Put([.. Enumerable.Range(1001, 1000).Select(TestRuns.Run)]);
        await catalog.UntilAsync(() => catalog.Snapshot.Runs.Count == 2000);
        catalog.Store.Metrics[(RunId.Of(7), "loss")] = [0.5];
        catalog.Store.Metrics[(RunId.Of(1999), "loss")] = [0.25];
        await ComputedAsync(catalog, Min);

        var asked = catalog.Store.AskedStatistics.Count;

        // So many unused texts make the catalog pack everything again.
        for (var i = 0; i < 8; i++)
        {
            var round = i;
            catalog.Store.Put([.. Enumerable.Range(
                1,
                1000).Select(id =>
                    TestRuns.Run(id).With([.. Enumerable.Range(0, 10).Select(k => ($"k{k}", (object?)$"text {round} {k} {id}"))]))]);
            await catalog.UntilAsync(() =>
                (catalog.Snapshot.Find(RunId.Of(1000))?.Value(RunField.Config("k9")) as SacredText)?.Value == $"text {round} 9 1000");
        }

        await ComputedAsync(catalog, Min);
        Assert.Equal(0.5, ValueOf(catalog, 7, Min));
        Assert.Equal(0.25, ValueOf(catalog, 1999, Min));
        Assert.Null(ValueOf(catalog, 8, Min));
        Assert.Equal((2000, 2000), KnownOf(Progress(catalog, Min)));
        Assert.DoesNotContain(RunId.Of(1999), catalog.Store.AskedStatistics.Skip(asked).SelectMany(request => request.Runs));
    }

    private static async Task<TestCatalog> LoadedAsync(int runs, RunCatalogOptions? options = null)
    {
        var catalog = new TestCatalog(options);
        catalog.Store.Put([.. Enumerable.Range(1, runs).Select(TestRuns.Run)]);
        await catalog.LoadAsync();
        return catalog;
    }

    private static Task ComputedAsync(TestCatalog catalog, RunField field) =>
        catalog.UntilAsync(() => Progress(catalog, field).IsComplete, seconds: 60);

    private static StatisticsProgress Progress(TestCatalog catalog, RunField field) =>
        catalog.Snapshot.Progress([field, RunField.Own("id")]).Single();

    private static (int, int) KnownOf(StatisticsProgress progress) => (progress.Known, progress.Total);

    private static CatalogRun Run(TestCatalog catalog, int id) => catalog.Snapshot.Find(RunId.Of(id))!;

    private static double? ValueOf(TestCatalog catalog, int id, RunField field) =>
        catalog.Snapshot.Find(RunId.Of(id)) is not { } run ? null : catalog.Snapshot.Value(run, field) switch
        {
            SacredDouble number => number.Value,
            SacredInteger number => (double)number.Value,
            _ => null,
        };
}
