using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries.Answering;

/// <summary>Statistics come in many snapshots of the same runs, and what does not depend on them is not answered anew.</summary>
public sealed class QueryAnswersTests
{
    private static readonly RunField Min = RunField.Metric("loss", MetricStatistic.Min);

    [Fact]
    public async Task What_depends_on_no_statistic_is_answered_once_for_the_same_runs()
    {
        await using var catalog = await LoadedAsync();
        var before = catalog.Snapshot;
        var asked = new RunQuery { Text = "id > 1", Sort = [new(OwnFields.Id.Field, Descending: true)] };
        var answer = Find(before, asked);

        await ComputedAsync(catalog);

        Assert.NotSame(before, catalog.Snapshot);
        Assert.Same(before.Content, catalog.Snapshot.Content);
        Assert.Same(answer, Find(catalog.Snapshot, asked));
        catalog.Store.Put(TestRuns.Run(4));
        await catalog.UntilAsync(() => catalog.Snapshot.Runs.Count == 4);
        Assert.Equal(3, Find(catalog.Snapshot, asked).Slots.Length);
    }

    [Theory]
    [InlineData("min(loss) < 1", false)]
    [InlineData("", true)]
    public async Task What_depends_on_one_follows_it(string text, bool isSorted)
    {
        await using var catalog = await LoadedAsync();
        var asked = new RunQuery { Text = text, Sort = isSorted ? [new(Min, Descending: false)] : [] };
        var before = Find(catalog.Snapshot, asked);

        await ComputedAsync(catalog);

        var after = Find(catalog.Snapshot, asked);
        Assert.NotEqual(before.Slots, after.Slots);
        Assert.Equal([Min], after.Metrics);
    }

    [Fact]
    public async Task A_bare_name_is_that_of_a_metric_as_soon_as_this_is_known()
    {
        await using var catalog = await LoadedAsync();
        var asked = new RunQuery { Text = "loss < 1" };
        Assert.Empty(Find(catalog.Snapshot, asked).Metrics);

        await catalog.UntilAsync(() => Find(catalog.Snapshot, asked).Metrics.Count == 1);

        Assert.Equal([RunField.Metric("loss", MetricStatistic.Last)], Find(catalog.Snapshot, asked).Metrics);
    }

    // Two instances for one snapshot, so that only what they share can be the same.
    private static QueryAnswer Find(CatalogSnapshot snapshot, RunQuery query) =>
        new QueryAnswers(snapshot.Content, snapshot.Statistics, TimeProvider.System).Find(query);

    private static async Task<TestCatalog> LoadedAsync()
    {
        var catalog = new TestCatalog();
        catalog.Store.Put([.. Enumerable.Range(1, 3).Select(TestRuns.Run)]);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await catalog.LoadAsync();
        return catalog;
    }

    private static Task ComputedAsync(TestCatalog catalog) =>
        catalog.UntilAsync(() => catalog.Snapshot.Progress([Min]).Single().IsComplete, seconds: 5);
}
