using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

public sealed class LoadingTests
{
    [Fact]
    public async Task The_newest_runs_are_there_while_the_rest_loads()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put([.. Enumerable.Range(1, 250).Select(TestRuns.Run)]);
        catalog.Store.Hold();
        catalog.Start();

        catalog.Store.LetThrough();
        await catalog.Catalog.WaitAsync(0, TestContext.Current.CancellationToken);
        await catalog.UntilAsync(() => catalog.State.Loaded == 100);

        Assert.Equal(CatalogPhase.Loading, catalog.State.Phase);
        Assert.Equal(250, catalog.State.Total);
        Assert.Equal([.. Enumerable.Range(151, 100).Reverse().Select(id => RunId.Of(id))], catalog.Snapshot.Runs.Select(run => run.Id));

        catalog.Store.LetThrough(10);
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Current);
        Assert.Equal([.. Enumerable.Range(1, 250).Reverse().Select(id => RunId.Of(id))], catalog.Snapshot.Runs.Select(run => run.Id));
        Assert.Equal(250, catalog.State.Loaded);
    }

    [Fact]
    public async Task Not_every_batch_makes_a_snapshot()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.BatchSize = 1;
        catalog.Store.Put([.. Enumerable.Range(1, 50).Select(TestRuns.Run)]);

        await catalog.LoadAsync();

        Assert.Equal(50, catalog.Snapshot.Runs.Count);
        Assert.InRange(catalog.Snapshot.Version, 2, 20);
    }

    [Fact]
    public async Task An_empty_storage_is_current()
    {
        await using var catalog = new TestCatalog();
        await catalog.LoadAsync();
        Assert.Equal((0, 0), (catalog.Snapshot.Runs.Count, catalog.State.Loaded));
    }

    [Fact]
    public async Task A_storage_that_fails_at_once_is_asked_again_until_it_answers()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1));
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "no answer from db:27017");
        catalog.Start();
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Unavailable);

        Assert.Equal("no answer from db:27017", catalog.State.Message);
        Assert.Null(catalog.State.AsOf);
        var since = catalog.State.UnavailableSince;
        Assert.NotNull(since);

        await catalog.PassAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(since, catalog.State.UnavailableSince);
        // After 1, 2, 4 and 8 s, then every 10 s.
        Assert.InRange(catalog.Store.FullReadings, 7, 10);

        catalog.Store.Failure = null;
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Current, seconds: 15);
        Assert.Null(catalog.State.UnavailableSince);
        Assert.Null(catalog.State.Message);
        Assert.Single(catalog.Snapshot.Runs);
    }

    [Fact]
    public async Task What_was_read_before_the_storage_failed_in_the_middle_stays()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put([.. Enumerable.Range(1, 300).Select(TestRuns.Run)]);
        catalog.Store.FailAfterBatches = 2;
        catalog.Start();
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Unavailable);

        Assert.Equal(200, catalog.Snapshot.Runs.Count);
        Assert.Equal(200, catalog.State.Loaded);
        Assert.NotNull(catalog.State.AsOf);

        catalog.Store.FailAfterBatches = null;
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Current);
        Assert.Equal(300, catalog.Snapshot.Runs.Count);
    }

    [Fact]
    public async Task Runs_that_were_deleted_during_an_outage_are_gone_after_it()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await catalog.LoadAsync();

        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "gone");
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Unavailable);
        catalog.Store.DeleteUnseen(RunId.Of(1));
        await catalog.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2, catalog.Snapshot.Runs.Count);

        catalog.Store.Failure = null;
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Current);
        Assert.Equal([RunId.Of(2)], catalog.Snapshot.Runs.Select(run => run.Id));
    }

    [Fact]
    public async Task An_error_that_is_not_the_storages_shows_and_ends_the_loop()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Failure = new InvalidOperationException("a secret detail");

        await Assert.ThrowsAsync<InvalidOperationException>(() => catalog.Catalog.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(CatalogPhase.Unavailable, catalog.State.Phase);
        Assert.DoesNotContain("secret", catalog.State.Message);
    }

    [Fact]
    public async Task No_more_than_the_newest_runs_are_kept_when_so_limited()
    {
        await using var catalog = new TestCatalog(new RunCatalogOptions { Limits = new RunLimits(MaxRuns: 3) });
        catalog.Store.Put([.. Enumerable.Range(1, 10).Select(TestRuns.Run)]);
        await catalog.LoadAsync();
        Assert.Equal("the newest 3", catalog.State.Limit);
        Assert.Equal([10, 9, 8], catalog.Snapshot.Runs.Select(run => run.Id.Integer));

        catalog.Store.Put(TestRuns.Run(11));
        await catalog.UntilAsync(() => catalog.Snapshot.Find(RunId.Of(11)) is not null);
        Assert.Equal([11, 10, 9], catalog.Snapshot.Runs.Select(run => run.Id.Integer));
    }

    [Fact]
    public async Task Runs_from_before_the_limit_never_come_in()
    {
        await using var catalog = new TestCatalog(new RunCatalogOptions { Limits = new RunLimits(Since: TestRuns.Epoch.AddMinutes(8)) });
        catalog.Store.Put([.. Enumerable.Range(1, 10).Select(TestRuns.Run)]);
        await catalog.LoadAsync();
        await catalog.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal([10, 9, 8], catalog.Snapshot.Runs.Select(run => run.Id.Integer));
    }

    [Fact]
    public async Task Runs_that_wait_come_first_by_when_they_were_queued()
    {
        var queued = TestRuns.Run(1) with
        {
            Id = RunId.Of(7),
            Started = null,
            Stopped = null,
            Status = RunStatus.Queued,
            Meta = TestRuns.Object(("queue_time", TestRuns.Epoch.AddSeconds(150)))
        };
        var added = TestRuns.Run(8) with
        {
            Started = null,
            Stopped = null,
            Status = "PENDING",
            Document = TestRuns.Object(("add_time", TestRuns.Epoch.AddSeconds(140)))
        };
        var snapshot = await TestCatalog.SnapshotOfAsync(
            TestRuns.Run(2),
            added,
            queued,
            TestRuns.Run(3),
            queued with { Id = RunId.Of(9), Status = RunStatus.Interrupted, Stopped = TestRuns.Epoch.AddSeconds(160) },
            TestRuns.Run(4) with { Started = null });
        Assert.Equal([7, 8, 3, 9, 2, 4], snapshot.Runs.Select(run => run.Id.Integer));
    }
}
