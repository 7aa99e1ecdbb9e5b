using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Catalog.Loading;

public sealed class LivenessTests
{
    /// <summary>Seconds since the last heartbeat (null: none) and since the start, the interval, and whether the run is dead.</summary>
    public static TheoryData<double?, double?, double?, bool> Cases => new()
    {
        { 119, 1000, null, false },
        { 121, 1000, null, true },
        // Until the first beat the start counts.
        { null, 119, null, false },
        { null, 121, null, true },
        // Six of its own intervals, when that is longer.
        { 599, 1000, 100, false },
        { 601, 1000, 100, true },
        { 121, 1000, 1, true },
        // Configured without heartbeats.
        { null, 1e6, 0, false },
        { 1e6, 1e6, -1, false },
        // A clock that is ahead.
        { -3600, 10, null, false },
        { null, -3600, null, false },
        // Nothing is known.
        { null, null, null, false },
        // Six times this interval overflows a TimeSpan.
        { 1e6, 1e6, 9e11, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_running_run_is_dead_after_too_long_a_silence(double? sinceBeat, double? sinceStart, double? interval, bool dead)
    {
        await using var catalog = new TestCatalog();
        var now = catalog.Time.GetUtcNow().UtcDateTime;
        catalog.Store.Put(TestRuns.Run(1) with
        {
            Status = RunStatus.Running,
            Started = sinceStart is { } start ? now.AddSeconds(-start) : null,
            Stopped = null,
            Heartbeat = sinceBeat is { } beat ? now.AddSeconds(-beat) : null,
            BeatInterval = interval is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        });

        await catalog.LoadAsync();

        var run = Assert.Single(catalog.Snapshot.Runs);
        Assert.Equal((dead, dead ? "DEAD" : "RUNNING", "RUNNING"), (run.IsDead, run.Status, run.StoredStatus));
    }

    [Fact]
    public async Task Death_comes_by_time_alone_and_a_heartbeat_ends_it()
    {
        await using var catalog = new TestCatalog();
        RunSummary Beating() =>
            TestRuns.Run(1) with { Status = RunStatus.Running, Stopped = null, Heartbeat = catalog.Time.GetUtcNow().UtcDateTime };
        catalog.Store.Put(Beating(), TestRuns.Run(2));
        await catalog.LoadAsync();
        var version = catalog.Snapshot.Version;

        await catalog.PassAsync(TimeSpan.FromSeconds(115));
        Assert.Equal(version, catalog.Snapshot.Version);
        await catalog.UntilAsync(() => catalog.Snapshot.Find(RunId.Of(1))!.IsDead, seconds: 10);
        Assert.Equal([version, version + 1], catalog.Snapshot.Runs.Select(run => run.Version));

        catalog.Store.Put(Beating());
        await catalog.UntilAsync(() => !catalog.Snapshot.Find(RunId.Of(1))!.IsDead, seconds: 3);
    }

    [Fact]
    public async Task No_run_is_dead_because_the_storage_is_away()
    {
        await using var catalog = new TestCatalog();
        RunSummary Beating() =>
            TestRuns.Run(1) with { Status = RunStatus.Running, Stopped = null, Heartbeat = catalog.Time.GetUtcNow().UtcDateTime };
        catalog.Store.Put(Beating());
        await catalog.LoadAsync();
        catalog.Store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "gone");
        await catalog.PassAsync(TimeSpan.FromSeconds(200));
        Assert.Equal(CatalogPhase.Unavailable, catalog.State.Phase);
        Assert.False(catalog.Snapshot.Runs[0].IsDead);

        catalog.Store.Put(Beating());
        var version = catalog.Snapshot.Version;
        catalog.Store.Failure = null;
        await catalog.UntilAsync(() => catalog.State.Phase == CatalogPhase.Current);
        Assert.False(catalog.Snapshot.Runs[0].IsDead);
        Assert.Equal(version + 1, catalog.Snapshot.Version);
    }

    [Fact]
    public async Task The_patience_is_a_setting()
    {
        await using var catalog = new TestCatalog(new RunCatalogOptions { DeadAfter = TimeSpan.FromSeconds(10) });
        catalog.Store.Put(TestRuns.Run(1) with
        {
            Status = RunStatus.Running,
            Stopped = null,
            Heartbeat = catalog.Time.GetUtcNow().UtcDateTime.AddSeconds(-11)
        });
        await catalog.LoadAsync();
        Assert.True(catalog.Snapshot.Runs[0].IsDead);
    }
}
