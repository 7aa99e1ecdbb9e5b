using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Catalog.Summaries;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog;

/// <summary>
/// Keeps the summaries of all runs of one source in memory and up to date, without an index in or a right to write to
/// the storage. A background loop (<see cref="RunAsync"/>) loads and updates; readers take <see cref="Snapshot"/>, which is swapped atomically.
/// </summary>
public sealed class RunCatalog
{
    /// <summary>How often the runs read so far are shown while loading.</summary>
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>After so long without the storage its list of changes may have gaps: all runs are read anew.</summary>
    private static readonly TimeSpan ReloadAfter = TimeSpan.FromSeconds(10);

    /// <summary>A page is not kept waiting longer than this for what may as well come later.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int ManyRuns = 20_000;

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(10);

    private readonly IRunStore _store;
    private readonly RunCatalogOptions _options;
    private readonly TimeProvider _time;
    private readonly CatalogDesk _desk;
    private readonly SummaryLoader _summaries;
    private readonly RunRefresher _refresher;
    private volatile CatalogState _state;

    public RunCatalog(IRunStore store, RunCatalogOptions options, TimeProvider time)
    {
        (_store, _options, _time) = (store, options, time);
        var wishes = new SummaryWishes(time);
        _desk = new(options, wishes, time);
        _summaries = new(store, _desk, wishes, time);
        _refresher = new(store, time, Apply);
        _state = new(CatalogPhase.Loading, 0, null, null, null, null, LimitText.Of(options.Limits));
    }

    public CatalogSnapshot Snapshot => _desk.Snapshot;

    public CatalogState State => _state;

    /// <summary>A summary that a page read by itself, judged as the catalog judges its own; its version is 0.</summary>
    public CatalogRun Judge(RunSummary summary)
    {
        var run = new RunPacker(memory: 1).Pack(summary);
        return run.At(version: 0, Liveness.IsDead(run, _options.DeadAfter, _time.GetUtcNow()));
    }

    /// <summary>Loads, then keeps current, until cancelled. Failures of the storage (<see cref="RunStoreException"/>) are states, not exceptions.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] loops = [FollowAsync(stop.Token), _summaries.RunAsync(stop.Token)];
        var ended = await Task.WhenAny(loops);
        await stop.CancelAsync();
        await Task.WhenAll(loops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended;
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var loaded = false;
        var failures = 0;
        RunCursor? cursor = null;
        while (true)
        {
            try
            {
                if (!loaded)
                {
                    await LoadAsync(cancellationToken);
                    (loaded, cursor) = (true, null);
                }

                var begins = cursor is null;
                cursor = await UpdateAsync(cursor, cancellationToken);
                failures = 0;
                if (begins && Snapshot.Runs.Count > ManyRuns)
                {
                    // What was read has left more garbage than there are runs; it would stay until memory is short.
                    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                }

                await Task.Delay(_options.UpdateEvery, _time, cancellationToken);
            }
            catch (RunStoreException e)
            {
                Fail(e.Message);
                loaded &= _time.GetUtcNow() - _state.UnavailableSince < ReloadAfter;
                await Task.Delay(BackOff(failures++), _time, cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                Fail("Reading the runs failed; it is tried again.");
                throw;
            }
        }
    }

    /// <summary>
    /// Reads these runs anew if they were last read more than a few seconds ago (a page that shows them asks for it), so
    /// that changes others make to ended runs are seen. Failures of the storage show in <see cref="State"/> only.
    /// </summary>
    public async Task RefreshAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        if (_state.Phase == CatalogPhase.Unavailable)
        {
            return;
        }

        try
        {
            await _refresher.RefreshAsync(ids, cancellationToken);
        }
        catch (RunStoreException e)
        {
            Fail(e.Message);
        }
    }

    /// <summary>Returns as soon as the snapshot is newer than <paramref name="version"/>.</summary>
    public async Task WaitAsync(long version, CancellationToken cancellationToken)
    {
        for (var snapshot = Snapshot; snapshot.Version <= version; snapshot = Snapshot)
        {
            await snapshot.Superseded.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Returns when the snapshot knows the names of the metrics, or after a second; see <see cref="CatalogSnapshot.MetricNames"/>.</summary>
    public async Task WaitForMetricNamesAsync(CancellationToken cancellationToken)
    {
        var deadline = Task.Delay(Patience, _time, cancellationToken);
        for (var snapshot = Snapshot; _store is IMetricNames && !snapshot.HasMetricNames && !deadline.IsCompleted; snapshot = Snapshot)
        {
            await Task.WhenAny(snapshot.Superseded, deadline);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TimeSpan BackOff(int failures) =>
        failures < 4 ? TimeSpan.FromSeconds(1 << failures) : LongestBackOff;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var seen = new HashSet<RunId>();
        try
        {
            await ReadAllAsync(seen, cancellationToken);
        }
        finally
        {
            // Also of a reading that failed in the middle, what came before is shown.
            _desk.Change(_ => { });
        }

        _desk.Change(writer => writer.Keep(seen));
        Snapshot.Warm();
    }

    private async Task ReadAllAsync(HashSet<RunId> seen, CancellationToken cancellationToken)
    {
        var published = _time.GetTimestamp() - _time.TimestampFrequency;
        await foreach (var batch in _store.ReadAllAsync(_options.Limits, cancellationToken))
        {
            var isTime = _time.GetElapsedTime(published) >= PublishEvery;
            published = isTime ? _time.GetTimestamp() : published;
            var count = _desk.Change(
                writer =>
                {
                    foreach (var run in batch.Runs)
                    {
                        seen.Add(run.Id);
                        writer.Put(run);
                    }

                    return writer.Count;
                },
                publish: isTime);
            Succeed(CatalogPhase.Loading, count, int.Max(batch.Total, count));
        }
    }

    private async Task<RunCursor> UpdateAsync(RunCursor? cursor, CancellationToken cancellationToken)
    {
        var known = _desk.Change(writer => new KnownRuns(Snapshot, writer.Active, writer.LeftOut, _options.Limits), publish: false);
        var changes = await _store.ReadChangesAsync(known, cursor, cancellationToken);
        Apply(changes.Changed, changes.Deleted);
        // Only now that the storage has answered: silence while it is away says nothing of the runs.
        _desk.Change(writer => writer.Age());
        Succeed(CatalogPhase.Current, Snapshot.Runs.Count, Snapshot.Runs.Count);
        return changes.Cursor;
    }

    private void Apply(IEnumerable<RunSummary> changed, IEnumerable<RunId> deleted) => _desk.Change(writer =>
    {
        foreach (var run in changed)
        {
            writer.Put(run);
        }

        foreach (var id in deleted)
        {
            writer.Remove(id);
        }
    });

    private void Succeed(CatalogPhase phase, int loaded, int total) => _state = _state with
    {
        Phase = phase,
        Loaded = loaded,
        Total = total,
        AsOf = _time.GetUtcNow(),
        UnavailableSince = null,
        Message = null,
    };

    private void Fail(string message) => _state = _state with
    {
        Phase = CatalogPhase.Unavailable,
        UnavailableSince = _state.UnavailableSince ?? _time.GetUtcNow(),
        Message = message,
    };
}
