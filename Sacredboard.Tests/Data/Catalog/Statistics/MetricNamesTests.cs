using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog.Statistics;

public sealed class MetricNamesTests
{
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, true)]
    [InlineData(100, 110, false)]
    [InlineData(100, 111, true)]
    [InlineData(100, 89, true)]
    [InlineData(int.MaxValue, 0, true)]
    public void Names_are_outdated_when_more_than_a_tenth_of_the_runs_came_or_went(int then, int now, bool expected) =>
        Assert.Equal(expected, new MetricNames([], then).IsOutdated(now));

    [Fact]
    public async Task Names_of_metrics_that_came_with_many_runs_are_found()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put([.. Enumerable.Range(1, 20).Select(TestRuns.Run)]);
        catalog.Store.Metrics[(RunId.Of(1), "loss")] = [1];
        await catalog.LoadAsync();
        await catalog.UntilAsync(() => catalog.Snapshot.KnownMetricNames is not null);
        Assert.Equal(["loss"], catalog.Snapshot.KnownMetricNames!.Select(name => name.Name));

        catalog.Store.Metrics[(RunId.Of(21), "accuracy")] = [1];
        catalog.Store.Put([.. Enumerable.Range(21, 3).Select(TestRuns.Run)]);

        await catalog.UntilAsync(() => catalog.Snapshot.KnownMetricNames!.Count == 2);
    }
}
