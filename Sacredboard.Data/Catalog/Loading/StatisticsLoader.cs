using System.Collections.Concurrent;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>
/// Computes requested statistics in the background: first for the newest runs, later only for runs that changed. Those that an answer
/// needs do not wait for those that are only shown.
/// </summary>
internal sealed class StatisticsLoader(
    IRunMetrics? metrics, SnapshotPublisher publisher, StatisticsRequests requests, UpdatePace pace, TimeProvider time)
{
    /// <summary>How often new statistics are published.</summary>
    private static readonly TimeSpan PublishInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>The same while they are only shown: totals and the like have to be computed anew for each snapshot.</summary>
    private static readonly TimeSpan ShownInterval = TimeSpan.FromSeconds(15);

    /// <summary>Minimum interval between two readings of a metric; runs write metrics every few seconds.</summary>
    private static readonly TimeSpan LoadInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Of the time, reading all that is only shown takes one part in so many: visitors and the storage come first.</summary>
    private const int ShownShare = 6;

    /// <summary>The same while somebody asks. Their requests are seldom as far apart as <see cref="VisitSpan"/>.</summary>
    private const int ShareBesideVisitors = 60;

    private static readonly TimeSpan VisitSpan = TimeSpan.FromSeconds(2);

    /// <summary>The newest runs, which are on the first pages, are read at once in any case.</summary>
    private const int FirstRuns = 1000;

    private static readonly TimeSpan NamesInterval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<MetricKey, DateTimeOffset> _notBefore = [];
    private DateTimeOffset _namesNotBefore;
    private Task _names = Task.CompletedTask;
    private int _shown;

    /// <summary>Runs until cancelled. Failures of the storage show in the progress of the statistics.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _names = Task.CompletedTask;
        // Those that are only shown pause most of the time, so none waits for another.
        var shown = new Dictionary<MetricKey, Task>();
        while (true)
        {
            var (asked, snapshot) = (requests.Asked, publisher.Snapshot);
            var worked = false;
            StartNames(cancellationToken);
            foreach (var (key, loading) in shown.Where(entry => entry.Value.IsCompleted).ToList())
            {
                shown.Remove(key);
                await loading;
            }

            foreach (var key in requests.All().OrderByDescending(requests.LastUse).Where(IsDue).Where(key => !shown.ContainsKey(key)))
            {
                if (requests.IsNeeded(key))
                {
                    worked |= await LoadAsync(key, cancellationToken);
                }
                else
                {
                    shown[key] = LoadAsync(key, cancellationToken);
                }
            }

            Volatile.Write(ref _shown, shown.Values.Count(loading => !loading.IsCompleted));
            if (!worked)
            {
                await WaitAsync(Task.WhenAny(asked, snapshot.Superseded), cancellationToken);
            }
        }
    }

    // Runs concurrently, because pages wait for names and statistics may take long.
    private void StartNames(CancellationToken cancellationToken)
    {
        if (metrics is not null && requests.AreNamesFresh && _names.IsCompleted && time.GetUtcNow() >= _namesNotBefore)
        {
            _namesNotBefore = time.GetUtcNow() + NamesInterval;
            _names = Task.Run(() => LoadNamesAsync(metrics, cancellationToken), CancellationToken.None);
        }
    }

    private async Task LoadNamesAsync(IRunMetrics source, CancellationToken cancellationToken)
    {
        try
        {
            var names = await source.ListNamesAsync(cancellationToken);
            publisher.Change(writer =>
                writer.Statistics.Names = new([.. names.OrderBy(name => name.Name, StringComparer.Ordinal)], writer.Count));
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The catalog reports an unreachable storage; names are read again later.
            _namesNotBefore = time.GetUtcNow() + AfterFailure;
        }
    }

    private bool IsDue(MetricKey key) => !_notBefore.TryGetValue(key, out var next) || time.GetUtcNow() >= next;

    private async Task WaitAsync(Task change, CancellationToken cancellationToken)
    {
        try
        {
            await change.WaitAsync(LoadInterval, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Something may have become due.
        }
    }

    private async Task<bool> LoadAsync(MetricKey key, CancellationToken cancellationToken)
    {
        var due = publisher.Change(writer => writer.Statistics.Due(key, publisher.Snapshot.List));
        var hasRoom = due.Count == 0 || publisher.Change(writer => writer.Statistics.MakeRoom(key, writer.Count));
        _notBefore[key] = time.GetUtcNow() + (hasRoom ? LoadInterval : AfterFailure);
        if (due.Count == 0 || !hasRoom)
        {
            return false;
        }

        try
        {
            await LoadAsync(key, due, cancellationToken);
            publisher.Change(writer => writer.Statistics.SetProblem(key, null));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A failure of one metric must not stop the others, nor the catalog.
            _notBefore[key] = time.GetUtcNow() + AfterFailure;
            publisher.Change(writer =>
                writer.Statistics.SetProblem(key, e is RunStoreException ? e.Message : "Reading them failed; it is tried again."));
        }

        return true;
    }

    private async Task LoadAsync(MetricKey key, List<CatalogRun> due, CancellationToken cancellationToken)
    {
        var versions = due.ToDictionary(run => run.Id, run => run.Version);
        var published = time.GetTimestamp() - time.TimestampFrequency;
        var (since, read) = (time.GetTimestamp(), 0);
        var request = new MetricStatisticsRequest(key.Name, [.. due.Select(run => run.Id)], key.Step);
        var found = metrics?.ReadStatisticsAsync(request, cancellationToken) ?? RunMetricStatistics.NoneAsync(request, cancellationToken);
        await foreach (var batch in found)
        {
            read += batch.Count;
            var hasTime = read >= FirstRuns && !requests.IsNeeded(key);
            var isTime = time.GetElapsedTime(published) >= (hasTime ? ShownInterval : PublishInterval);
            published = isTime ? time.GetTimestamp() : published;
            publisher.Change(writer => writer.PutStatistics(key, batch, versions), publish: isTime);
            if (hasTime)
            {
                var share = (pace.IsVisitedWithin(VisitSpan) ? ShareBesideVisitors : ShownShare) * Math.Max(1, Volatile.Read(ref _shown));
                await PauseAsync(key, time.GetElapsedTime(since) * (share - 1), cancellationToken);
            }

            if (!requests.IsFresh(key))
            {
                return;
            }

            since = time.GetTimestamp();
        }
    }

    // Ends as soon as an answer needs the statistics.
    private async Task PauseAsync(MetricKey key, TimeSpan pause, CancellationToken cancellationToken)
    {
        var end = Task.Delay(pause, time, cancellationToken);
        for (var asked = requests.Asked; !requests.IsNeeded(key) && !end.IsCompleted; asked = requests.Asked)
        {
            await Task.WhenAny(end, asked);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
