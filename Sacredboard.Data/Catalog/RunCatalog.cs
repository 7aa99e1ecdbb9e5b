using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog;

/// <summary>
/// Keeps the summaries of all runs of one source in memory and up to date. Needs neither an index in the storage nor a right to write to
/// it. A background loop (<see cref="RunAsync"/>) loads and updates; readers take <see cref="Snapshot"/>, which is swapped atomically.
/// </summary>
public sealed class RunCatalog
{
    /// <summary>Maximum time that a page waits for what may come later.</summary>
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The same for what only makes a page better.</summary>
    private static readonly TimeSpan ShortTimeout = TimeSpan.FromMilliseconds(500);

    private readonly IRunMetrics? _metrics;
    private readonly RunCatalogOptions _options;
    private readonly TimeProvider _time;
    private readonly SnapshotPublisher _publisher;
    private readonly UpdatePace _pace;
    private readonly CatalogFollower _follower;
    private readonly StatisticsLoader _statistics;
    private readonly RunRefresher _refresher;
    private Task? _firstNames;

    /// <param name="store">Reads the runs.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="metrics">Reads their metrics; by default those of the store.</param>
    public RunCatalog(IRunStore store, RunCatalogOptions options, TimeProvider time, IRunMetrics? metrics = null)
    {
        (_metrics, _options, _time) = (metrics ?? store.Metrics, options, time);
        var requests = new StatisticsRequests(time);
        _publisher = new(options, requests, time);
        _pace = new(options, time);
        _follower = new(store, options, _publisher, _pace, time);
        _statistics = new(_metrics, _publisher, requests, _pace, time);
        _refresher = new(store, time, _publisher.Apply);
    }

    public CatalogSnapshot Snapshot => _publisher.Snapshot;

    public CatalogState State => _follower.State;

    /// <summary>A summary that a page read itself as a run, with the catalog's rule for dead runs; its version is 0.</summary>
    public CatalogRun Describe(RunSummary summary)
    {
        var run = new RunPacker(memory: 1).Pack(summary);
        return Liveness.IsDead(run, _options.DeadAfter, _time.GetUtcNow()) ? run.At(run.Version, dead: true) : run;
    }

    /// <summary>
    /// Loads, then keeps current, until cancelled. Failures of the storage (<see cref="RunStoreException"/>) are states, not exceptions.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loops = [_follower.RunAsync(stop.Token), _statistics.RunAsync(stop.Token)];
        var ended = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    /// <summary>
    /// Reads these runs again if they were last read more than a few seconds ago; for pages that show them, so that changes by others to
    /// ended runs appear. Failures of the storage show in <see cref="State"/> only.
    /// </summary>
    public async Task RefreshAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        if (State.Phase == CatalogPhase.Unavailable)
        {
            return;
        }

        try
        {
            await _refresher.RefreshAsync(ids, cancellationToken);
        }
        catch (RunStoreException e) when (e.Problem != RunStoreProblem.Busy)
        {
            _follower.Fail(e.Message);
        }
        catch (RunStoreException)
        {
            // Others are being served: the storage is well, and the page shows the runs as they are in the catalog.
        }
    }

    /// <summary>
    /// Somebody asks for the runs. Waits, for a second at most, where changes were seldom read
    /// (<see cref="RunCatalogOptions.SleepAfter"/>).
    /// </summary>
    public Task VisitAsync(CancellationToken cancellationToken) => _pace.VisitAsync(WaitTimeout, cancellationToken);

    /// <summary>Returns as soon as the snapshot is newer than <paramref name="version"/>.</summary>
    public async Task WaitAsync(long version, CancellationToken cancellationToken)
    {
        for (var snapshot = Snapshot; snapshot.Version <= version; snapshot = Snapshot)
        {
            await snapshot.Superseded.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The names of all metrics, see <see cref="CatalogSnapshot.MetricNames"/>; null when not known within a second.</summary>
    public Task<IReadOnlyList<MetricName>?> WaitForMetricNamesAsync(CancellationToken cancellationToken) =>
        WaitForMetricNamesAsync(WaitTimeout, cancellationToken);

    /// <summary>
    /// Waits once, for half a second at most, for <see cref="CatalogSnapshot.KnownMetricNames"/>: the columns of the first page should be
    /// those of the next.
    /// </summary>
    public async Task WaitForFirstMetricNamesAsync(CancellationToken cancellationToken)
    {
        if (State.Phase == CatalogPhase.Current && Snapshot.KnownMetricNames is null)
        {
            _firstNames ??= WaitForMetricNamesAsync(ShortTimeout, CancellationToken.None);
            await _firstNames.WaitAsync(cancellationToken);
        }
    }

    private async Task<IReadOnlyList<MetricName>?> WaitForMetricNamesAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_metrics is null)
        {
            return [];
        }

        var deadline = Task.Delay(timeout, _time, cancellationToken);
        var snapshot = Snapshot;
        while (!snapshot.HasMetricNames && !deadline.IsCompleted)
        {
            await Task.WhenAny(snapshot.Superseded, deadline);
            snapshot = Snapshot;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return snapshot.HasMetricNames ? snapshot.MetricNames : null;
    }
}
