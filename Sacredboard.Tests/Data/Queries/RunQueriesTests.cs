using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Queries;

public sealed class RunQueriesTests
{
    [Fact]
    public async Task A_snapshot_is_asked_over_one_instance_so_that_answers_are_kept()
    {
        var snapshot = await TestCatalog.SnapshotOfAsync(TestRuns.Run(1));

        Assert.Same(snapshot.Queries(), snapshot.Queries());
    }

    [Fact]
    public async Task What_depends_on_the_runs_alone_is_kept_until_a_run_changes()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1).With(("lr", 0.1)));
        await catalog.LoadAsync();
        var before = catalog.Snapshot;
        var columns = before.Queries().Columns;

        before.Progress([RunField.Metric("loss", MetricStatistic.Last)]);
        await catalog.UntilAsync(() => catalog.Snapshot.Version > before.Version);
        Assert.Same(columns, catalog.Snapshot.Queries().Columns);

        catalog.Store.Put(TestRuns.Run(2));
        await catalog.UntilAsync(() => catalog.Snapshot.Find(RunId.Of(2)) is not null);
        Assert.NotSame(columns, catalog.Snapshot.Queries().Columns);
    }

    [Fact]
    public async Task The_first_query_need_not_wait_because_the_catalog_gives_out_what_it_has_read()
    {
        CatalogSnapshot? given = null;
        await using var catalog = new TestCatalog(new RunCatalogOptions { AfterLoading = snapshot => given = snapshot });
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await catalog.LoadAsync();

        Assert.Equal(2, given!.Runs.Count);
        given.WarmQueries();
    }
}
