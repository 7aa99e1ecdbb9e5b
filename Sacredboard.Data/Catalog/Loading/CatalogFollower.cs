using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Reads all runs of a storage, then its changes, while the program runs; publishes the state of the catalog.</summary>
internal sealed class CatalogFollower(
    IRunStore store, RunCatalogOptions options, SnapshotPublisher publisher, UpdatePace pace, TimeProvider time)
{
    /// <summary>How often the runs read so far are published while loading.</summary>
    private static readonly TimeSpan PublishInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>After a longer interruption the list of changes may have gaps, so all runs are read again.</summary>
    private static readonly TimeSpan ReloadAfter = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan MaxBackOff = TimeSpan.FromSeconds(10);

    private const int ManyRuns = 20_000;

    /// <summary>
    /// A snapshot waits for this part of the runs before it, as the list of all runs is made anew for it, four megabytes for a million of
    /// them; but not longer than <see cref="MaxPublishInterval"/>.
    /// </summary>
    private const int PublishedShare = 40;

    private static readonly TimeSpan MaxPublishInterval = TimeSpan.FromSeconds(5);

    private volatile CatalogState _state = new(CatalogPhase.Loading, 0, null, null, null, null, LimitText.Of(options.Limits));

    public CatalogState State => _state;

    /// <summary>Runs until cancelled. Failures of the storage (<see cref="RunStoreException"/>) are states, not exceptions.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
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

                cursor = await UpdateAsync(cursor, cancellationToken);
                failures = 0;
                await pace.WaitAsync(cancellationToken);
            }
            catch (RunStoreException e)
            {
                Fail(e.Message);
                pace.Woke();
                loaded &= time.GetUtcNow() - _state.UnavailableSince < ReloadAfter;
                await Task.Delay(BackOff(failures++), time, cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                Fail("Reading the runs failed; it is tried again.");
                throw;
            }
        }
    }

    /// <summary>Reading failed, here or for a page.</summary>
    /// <param name="message">Safe to show.</param>
    public void Fail(string message) => _state = _state with
    {
        Phase = CatalogPhase.Unavailable,
        UnavailableSince = _state.UnavailableSince ?? time.GetUtcNow(),
        Message = message,
    };

    private static TimeSpan BackOff(int failures) =>
        failures < 4 ? TimeSpan.FromSeconds(1 << failures) : MaxBackOff;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        // What the catalog has is older than this reading, and may have been deleted since.
        var seen = publisher.Snapshot.Runs.Count > 0 ? new HashSet<RunId>() : null;
        try
        {
            await ReadAllAsync(seen, cancellationToken);
        }
        finally
        {
            // The runs read before a failure are published too.
            publisher.Change(_ => { });
        }

        if (seen is not null)
        {
            publisher.Change(writer => writer.Keep(seen));
        }

        if (publisher.Snapshot.Runs.Count > ManyRuns)
        {
            // Loading leaves garbage, which would stay until memory is short, below what queries and the first comparison need.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        options.AfterLoading?.Invoke(publisher.Snapshot);
    }

    private async Task ReadAllAsync(HashSet<RunId>? seen, CancellationToken cancellationToken)
    {
        var published = time.GetTimestamp() - time.TimestampFrequency;
        var (loaded, shown) = (0, 0);
        await foreach (var batch in store.ReadAllAsync(options.Limits, cancellationToken))
        {
            var waited = time.GetElapsedTime(published);
            var isTime = waited >= PublishInterval && (loaded >= shown + (shown / PublishedShare) || waited >= MaxPublishInterval);
            (published, shown) = isTime ? (time.GetTimestamp(), loaded) : (published, shown);
            loaded = publisher.Change(
                writer =>
                {
                    foreach (var run in batch.Runs)
                    {
                        seen?.Add(run.Id);
                        writer.Put(run);
                    }

                    return writer.Count;
                },
                publish: isTime);
            Succeed(CatalogPhase.Loading, loaded, int.Max(batch.Total, loaded));
        }
    }

    private async Task<RunCursor> UpdateAsync(RunCursor? cursor, CancellationToken cancellationToken)
    {
        var known = publisher.Change(
            writer => new KnownRuns(publisher.Snapshot, writer.Active, writer.LeftOut, options.Limits),
            publish: false);
        var changes = await store.ReadChangesAsync(known, cursor, cancellationToken);
        publisher.Apply(changes.Changed, changes.Deleted);
        // Only after an answer of the storage, because heartbeats cannot be seen while it is unreachable.
        publisher.Change(writer => writer.Age());
        Succeed(CatalogPhase.Current, publisher.Snapshot.Runs.Count, publisher.Snapshot.Runs.Count);
        return changes.Cursor;
    }

    private void Succeed(CatalogPhase phase, int loaded, int total) => _state = _state with
    {
        Phase = phase,
        Loaded = loaded,
        Total = total,
        AsOf = time.GetUtcNow(),
        UnavailableSince = null,
        Message = null,
        Remark = store.Remark,
    };
}
