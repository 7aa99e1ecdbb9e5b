using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog;

public sealed class UpdatingTests
{
    [Fact]
    public async Task New_changed_and_deleted_runs_are_seen_within_two_seconds()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await catalog.LoadAsync();

        catalog.Store.Put(TestRuns.Run(3), TestRuns.Run(2) with { Status = RunStatus.Failed });
        catalog.Store.Delete(RunId.Of(1));
        await catalog.UntilAsync(() => catalog.Snapshot.Find(RunId.Of(3)) is not null, seconds: 2);

        Assert.Equal([3, 2], catalog.Snapshot.Runs.Select(run => run.Id.Integer));
        Assert.Equal(RunStatus.Failed, catalog.Snapshot.Find(RunId.Of(2))!.Status);
        Assert.Null(catalog.Snapshot.Find(RunId.Of(1)));
    }

    [Fact]
    public async Task A_run_that_waited_takes_its_place_when_it_starts()
    {
        await using var catalog = new TestCatalog();
        var waiting = TestRuns.Run(1) with
        {
            Started = null,
            Stopped = null,
            Status = RunStatus.Queued,
            Meta = TestRuns.Object(("queue_time", TestRuns.Epoch.AddSeconds(90))),
        };
        catalog.Store.Put(waiting, TestRuns.Run(2), TestRuns.Run(3));
        await catalog.LoadAsync();
        Assert.Equal([1, 3, 2], catalog.Snapshot.Runs.Select(run => run.Id.Integer));

        catalog.Store.Put(waiting with { Started = TestRuns.Epoch.AddSeconds(150), Status = RunStatus.Running });
        await catalog.UntilAsync(() => catalog.Snapshot.Find(RunId.Of(1))!.Started is not null);

        Assert.Equal([3, 1, 2], catalog.Snapshot.Runs.Select(run => run.Id.Integer));
    }

    [Fact]
    public async Task An_old_snapshot_stays_as_it_was()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await catalog.LoadAsync();
        var before = catalog.Snapshot;

        catalog.Store.Put(TestRuns.Run(3), TestRuns.Run(2) with { Experiment = "changed" });
        catalog.Store.Delete(RunId.Of(1));
        await catalog.UntilAsync(() => catalog.Snapshot.Version > before.Version);

        Assert.Equal([2, 1], before.Runs.Select(run => run.Id.Integer));
        Assert.Equal("train", before.Find(RunId.Of(2))!.Experiment);
        Assert.NotNull(before.Find(RunId.Of(1)));
        Assert.Null(before.Find(RunId.Of(3)));
    }

    [Fact]
    public async Task Only_a_run_that_changed_has_the_new_version()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2).With(("lr", 0.1)));
        await catalog.LoadAsync();
        var version = catalog.Snapshot.Version;

        catalog.Store.Put(TestRuns.Run(2).With(("lr", 0.2)));
        await catalog.UntilAsync(() => catalog.Snapshot.Version > version);

        Assert.Equal(version + 1, catalog.Snapshot.Version);
        Assert.Equal([catalog.Snapshot.Version, version], catalog.Snapshot.Runs.Select(run => run.Version));
    }

    [Fact]
    public async Task A_run_told_again_without_a_change_makes_no_new_version()
    {
        static RunSummary Rich() =>
            TestRuns.Run(1).With(("a", double.NaN), ("b", new object?[] { 1, "x", null }), ("c", TestRuns.Object(("d", true)))) with
            {
                Tags = ["one", "two"],
                Info = TestRuns.Object(("best", 0.5)),
                HostInfo = TestRuns.Object(("hostname", "gpu01")),
                Meta = TestRuns.Object(("comment", null)),
                Result = TestRuns.Object(("accuracy", 0.9)),
            };
        await using var catalog = new TestCatalog();
        catalog.Store.Put(Rich());
        await catalog.LoadAsync();
        var before = catalog.Snapshot;

        catalog.Store.Put(Rich());
        await catalog.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Same(before, catalog.Snapshot);

        catalog.Store.Put(Rich() with { Result = TestRuns.Object(("accuracy", 0.91)) });
        await catalog.UntilAsync(() => catalog.Snapshot != before, seconds: 3);
    }

    [Fact]
    public async Task A_newer_snapshot_wakes_those_who_wait_for_it()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1));
        await catalog.LoadAsync();
        var version = catalog.Snapshot.Version;

        var waiting = catalog.Catalog.WaitAsync(version, TestContext.Current.CancellationToken);
        await catalog.PassAsync(TimeSpan.FromSeconds(3));
        Assert.False(waiting.IsCompleted);

        catalog.Store.Put(TestRuns.Run(2));
        await catalog.UntilAsync(() => waiting.IsCompleted);
        Assert.True(catalog.Catalog.WaitAsync(version, TestContext.Current.CancellationToken).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Waiting_can_be_given_up()
    {
        await using var catalog = new TestCatalog();
        using var stop = new CancellationTokenSource();
        var waiting = catalog.Catalog.WaitAsync(0, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Running_queued_and_just_ended_runs_are_asked_for()
    {
        await using var catalog = new TestCatalog();
        var beat = catalog.Time.GetUtcNow().UtcDateTime;
        RunSummary Running(int id) => TestRuns.Run(id) with { Status = RunStatus.Running, Stopped = null, Heartbeat = beat };
        catalog.Store.Put(TestRuns.Run(1), Running(2), Running(3), TestRuns.Run(4) with { Status = RunStatus.Queued });
        await catalog.LoadAsync();
        await catalog.UntilAsync(() => catalog.Store.Active.Count == 3);
        Assert.Equal([2, 3, 4], catalog.Store.Active.Select(id => id.Integer).Order());

        catalog.Store.Put(TestRuns.Run(3) with { Stopped = beat.AddSeconds(1) });
        await catalog.PassAsync(TimeSpan.FromSeconds(60));
        Assert.Contains(RunId.Of(3), catalog.Store.Active);

        await catalog.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Equal([2, 4], catalog.Store.Active.Select(id => id.Integer).Order());
    }

    [Fact]
    public async Task An_outage_shows_since_when_and_keeps_the_runs()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1));
        await catalog.LoadAsync();
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "gone");
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Unavailable, seconds: 3);

        Assert.True(catalog.State.AsOf < catalog.State.UnavailableSince);
        Assert.Single(catalog.Snapshot.Runs);
        catalog.Store.Failure = null;
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Current, seconds: 3);
        Assert.Equal(1, catalog.Store.FullReadings);
    }

    [Fact]
    public async Task Texts_that_no_run_has_any_more_are_forgotten_and_nothing_else_is()
    {
        await using var catalog = new TestCatalog();
        catalog.Store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await catalog.LoadAsync();
        for (var round = 0; round < 3; round++)
        {
            // More unused texts than are tolerated make the catalog pack everything again.
            var texts = Enumerable.Range(0, 900).Select(i => ($"k{i}", (object?)$"text {round} {i}")).ToArray();
            catalog.Store.Put([.. Enumerable.Range(10, 40)
                .Select(id => TestRuns.Run(id).With([.. texts.Select(text => (text.Item1, (object?)$"{text.Item2} {id}"))]))]);
            await catalog.UntilAsync(() =>
                (catalog.Snapshot.Find(RunId.Of(49))?.Value(Sacredboard.Data.Fields.RunField.Config(
                    "k899")) as Sacredboard.Data.Values.SacredText)?.Value == $"text {round} 899 49");
        }

        Assert.Equal(42, catalog.Snapshot.Runs.Count);
        Assert.Equal("train", catalog.Snapshot.Find(RunId.Of(1))!.Experiment);
        Assert.Equal([RunId.Of(17)], catalog.Snapshot.Queries().Find(new() { Text = "\"text 2 5 17\"" }).Runs.Select(run => run.Id));
    }
}
