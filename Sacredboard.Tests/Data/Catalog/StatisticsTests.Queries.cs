using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

public sealed partial class StatisticsTests
{
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
}
