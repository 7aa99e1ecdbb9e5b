using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

/// <summary>Computes the summaries that are wished for, in the background: first those of the newest runs, later only those of runs that changed.</summary>
internal sealed class SummaryLoader(IRunMetrics? metrics, CatalogDesk desk, SummaryWishes wishes, TimeProvider time)
{
    /// <summary>How often summaries that come are shown.</summary>
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>How soon the same metric is looked at again; running runs write theirs every few seconds.</summary>
    private static readonly TimeSpan LoadEvery = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan NamesEvery = TimeSpan.FromSeconds(30);

    private readonly Dictionary<MetricKey, DateTimeOffset> _notBefore = [];
    private DateTimeOffset _namesNotBefore;
    private Task _names = Task.CompletedTask;

    /// <summary>Runs until cancelled. Failures of the storage show in the progress of the summaries.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _names = Task.CompletedTask;
        while (true)
        {
            var (come, snapshot) = (wishes.Come, desk.Snapshot);
            var worked = false;
            StartNames(cancellationToken);
            foreach (var key in wishes.All().OrderByDescending(wishes.LastUse).Where(IsDue))
            {
                worked |= await LoadAsync(key, cancellationToken);
            }

            if (!worked)
            {
                await WaitAsync(Task.WhenAny(come, snapshot.Superseded), cancellationToken);
            }
        }
    }

    // Beside all else: somebody waits for them, and summaries may take long.
    private void StartNames(CancellationToken cancellationToken)
    {
        if (metrics is not null && wishes.AreNamesFresh && _names.IsCompleted && time.GetUtcNow() >= _namesNotBefore)
        {
            _namesNotBefore = time.GetUtcNow() + NamesEvery;
            _names = Task.Run(() => LoadNamesAsync(metrics, cancellationToken), CancellationToken.None);
        }
    }

    private async Task LoadNamesAsync(IRunMetrics source, CancellationToken cancellationToken)
    {
        try
        {
            var names = await source.ListNamesAsync(cancellationToken);
            desk.Change(writer => writer.Summaries.Names = [.. names.OrderBy(name => name.Name, StringComparer.Ordinal)]);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The catalog says when the storage is away; names are asked for again.
            _namesNotBefore = time.GetUtcNow() + AfterFailure;
        }
    }

    private bool IsDue(MetricKey key) => !_notBefore.TryGetValue(key, out var next) || time.GetUtcNow() >= next;

    private async Task WaitAsync(Task change, CancellationToken cancellationToken)
    {
        try
        {
            await change.WaitAsync(LoadEvery, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Something may be due by now.
        }
    }

    private async Task<bool> LoadAsync(MetricKey key, CancellationToken cancellationToken)
    {
        var due = desk.Change(writer => writer.Summaries.Due(key, desk.Snapshot.List));
        var hasRoom = due.Count == 0 || desk.Change(writer => writer.Summaries.MakeRoom(key, writer.Count));
        _notBefore[key] = time.GetUtcNow() + (hasRoom ? LoadEvery : AfterFailure);
        if (due.Count == 0 || !hasRoom)
        {
            return false;
        }

        try
        {
            await LoadAsync(key, due, cancellationToken);
            desk.Change(writer => writer.Summaries.Tell(key, null));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is wrong with one metric must not end the others, nor the catalog.
            _notBefore[key] = time.GetUtcNow() + AfterFailure;
            desk.Change(writer => writer.Summaries.Tell(key, e is RunStoreException ? e.Message : "Summarising failed; it is tried again."));
        }

        return true;
    }

    private async Task LoadAsync(MetricKey key, List<CatalogRun> due, CancellationToken cancellationToken)
    {
        var versions = due.ToDictionary(run => run.Id, run => run.Version);
        var published = time.GetTimestamp() - time.TimestampFrequency;
        var request = new MetricSummaryRequest(key.Name, [.. due.Select(run => run.Id)], key.Step);
        await foreach (var batch in metrics?.ReadStatisticsAsync(request, cancellationToken) ?? RunMetricSummary.NoneAsync(request))
        {
            var isTime = time.GetElapsedTime(published) >= PublishEvery;
            published = isTime ? time.GetTimestamp() : published;
            desk.Change(writer => writer.PutSummaries(key, batch, versions), publish: isTime);
            if (!wishes.IsFresh(key))
            {
                return;
            }
        }
    }
}
