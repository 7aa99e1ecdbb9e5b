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
        Assert.Single(catalog.Store.Summarized);
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

        Assert.Equal([RunId.Of(2)], catalog.Store.Summarized[^1].Runs);
        Assert.Equal(version, catalog.Snapshot.VersionOf(Run(catalog, 1), [Min]));
        Assert.True(catalog.Snapshot.VersionOf(Run(catalog, 2), [Min]) > version);
    }

    [Fact]
    public async Task A_summary_that_stays_the_same_changes_no_row()
    {
        await using var catalog = await LoadedAsync(runs: 2);
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.5];
        await ComputedAsync(catalog, Min);
        var changed = catalog.Snapshot.VersionOf(Run(catalog, 2), [Min]);

        catalog.Store.Put(TestRuns.Run(2) with { Heartbeat = TestRuns.Epoch.AddHours(1) });
        await catalog.UntilAsync(() => { _ = ValueOf(catalog, 2, Min); return catalog.Store.Summarized.Count == 2; }, seconds: 5);
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
    public async Task Nobody_asks_so_nothing_is_computed()
    {
        await using var catalog = await LoadedAsync(runs: 2);
        await ComputedAsync(catalog, Min);
        await catalog.PassAsync(StatisticsRequests.Fresh);
        var asked = catalog.Store.Summarized.Count;

        catalog.Store.Put(TestRuns.Run(3));
        await catalog.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(asked, catalog.Store.Summarized.Count);

        await ComputedAsync(catalog, Min);
        Assert.Equal([RunId.Of(3)], catalog.Store.Summarized[^1].Runs);
    }

    [Fact]
    public async Task Runs_are_sorted_by_them_and_what_is_missing_comes_last()
    {
        await using var catalog = await LoadedAsync(runs: 5);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [double.NaN];
        catalog.Store.Metrics[(RunId.Of(3), "loss")] = [-2];
        catalog.Store.Metrics[(RunId.Of(4), "loss")] = [1e300, 7];

        var query = new RunQuery { Sort = [new(Min, false)] };
        Assert.Equal([Min], catalog.Snapshot.Queries().Find(query).Metrics);
        await catalog.UntilAsync(() => Progress(catalog, Min).IsComplete, seconds: 5);

        Assert.Equal([3, 1, 4, 5, 2], catalog.Snapshot.Queries().Find(query).Runs.Select(run => run.Id.Integer));
        Assert.Equal(
            [4, 1, 3, 5, 2],
            catalog.Snapshot.Queries().Find(new() { Sort = [new(Min, true)] }).Runs.Select(run => run.Id.Integer));
    }

    [Fact]
    public async Task What_is_not_finite_comes_after_all_finite_values_in_both_directions()
    {
        await using var catalog = await DivergedAsync();
        var last = RunField.Metric("loss", MetricStatistic.Last);

        Assert.Equal([2, 1, 6, 4, 3, 7, 5], Sorted(descending: false));
        Assert.Equal([1, 2, 4, 6, 3, 7, 5], Sorted(descending: true));

        IEnumerable<long> Sorted(bool descending) =>
            catalog.Snapshot.Queries().Find(new() { Sort = [new(last, descending)] }).Runs.Select(run => run.Id.Integer);
    }

    [Fact]
    public async Task What_is_not_finite_has_groups_of_its_own_and_is_left_out_of_totals()
    {
        await using var catalog = await DivergedAsync();
        var last = RunField.Metric("loss", MetricStatistic.Last);
        var queries = catalog.Snapshot.Queries();

        var groups = queries.Group(new() { Runs = new(), Grouping = new() { Keys = [last] }, Columns = [last] }).Groups;
        Assert.Equal(
            ["2 of 7", "1 of 6", "1 of 4", "1 of 3", "1 of 2", "1 of 1"],
            groups.Select(group => $"{group.Count} of {group.Newest.Id}"));
        Assert.All(groups, group => Assert.True(group.Values[0].IsUniform));

        var total = queries.Totals(new(), [last])[0];
        Assert.Equal((2, 3, 2, 0.375), (total.Count, total.NonFinite, total.Missing, total.Mean));
    }

    [Theory]
    [InlineData("last(loss) = nan", 3)]
    [InlineData("last(loss) = inf", 4)]
    [InlineData("last(loss) = -inf", 6)]
    [InlineData("last(loss) in (nan, -inf)", 6, 3)]
    [InlineData("last(loss) != nan", 7, 6, 5, 4, 2, 1)]
    [InlineData("last(loss) > 0.4", 4, 1)]
    [InlineData("last(loss) < 0.4", 6, 2)]
    [InlineData("exists(last(loss))", 6, 4, 3, 2, 1)]
    [InlineData("missing(last(loss))", 7, 5)]
    [InlineData("last_finite(loss) = 3", 5, 4, 3)]
    [InlineData("first_finite(loss) = 3 and missing(last_finite(other))", 5, 4, 3)]
    [InlineData("missing(last_finite(loss))", 7, 6)]
    [InlineData("at(loss, 1) = nan", 3)]
    [InlineData("kind(last(loss)) = number and first(loss) < 1", 6, 2, 1)]
    public async Task Queries_find_what_was_recorded(string query, params int[] runs)
    {
        await using var catalog = await DivergedAsync();
        await catalog.UntilAsync(() => catalog.Snapshot.Progress(Find(query).Metrics).All(progress => progress.IsComplete), seconds: 60);

        Assert.Equal(runs, Find(query).Runs.Select(run => (int)run.Id.Integer));

        RunQueryResult Find(string text) => catalog.Snapshot.Queries().Find(new() { Text = text });
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

        var asked = catalog.Store.Summarized.Count;

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
        Assert.DoesNotContain(RunId.Of(1999), catalog.Store.Summarized.Skip(asked).SelectMany(request => request.Runs));
    }

    private static async Task<TestCatalog> LoadedAsync(int runs, RunCatalogOptions? options = null)
    {
        var catalog = new TestCatalog(options);
        catalog.Store.Put([.. Enumerable.Range(1, runs).Select(TestRuns.Run)]);
        await catalog.LoadAsync();
        return catalog;
    }

    /// <summary>The last values: 0.5, 0.25, NaN, ∞, a text, −∞ and none.</summary>
    private static async Task<TestCatalog> DivergedAsync()
    {
        var catalog = await LoadedAsync(runs: 7);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        catalog.Store.Metrics[(RunId.Of(2), "loss")] = [0.25];
        catalog.Store.Metrics[(RunId.Of(3), "loss")] = [3, double.NaN];
        catalog.Store.Metrics[(RunId.Of(4), "loss")] = [3, double.PositiveInfinity];
        catalog.Store.Metrics[(RunId.Of(5), "loss")] = [3, MemoryRunStore.Text];
        catalog.Store.Metrics[(RunId.Of(6), "loss")] = [double.NegativeInfinity];
        await ComputedAsync(catalog, RunField.Metric("loss", MetricStatistic.Last));
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
