using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog;

/// <summary>
/// Reads the metrics of runs for all pages and scripts, and keeps what was read in memory while the run does not change: Sacred
/// writes points just before each heartbeat, so a run that is the same in the catalog has the same points.
/// </summary>
/// <param name="cacheBytes">How much memory decoded points may take.</param>
public sealed class RunMetrics(long cacheBytes, TimeProvider time)
{
    private const long ListedMetrics = 100_000;

    private readonly StampedCache<(IRunStore, RunId), IReadOnlyList<Metric>> _lists = new(ListedMetrics, list => list.Count + 1, time);
    private readonly StampedCache<(IRunStore, RunId, string), Reading> _points = new(cacheBytes, reading => reading.Size, time);
    private long _version;

    /// <summary>The metrics of a run by name; empty when it has none or is not there.</summary>
    public Task<IReadOnlyList<Metric>> ListAsync(IRunStore store, RunCatalog catalog, RunId id, CancellationToken cancellationToken) =>
        _lists.GetAsync((store, id), Stamp(catalog, id), _ => store.ListMetricsAsync(id, CancellationToken.None), cancellationToken);

    /// <summary>All points of one metric, or null when the run has none of this name.</summary>
    public async Task<MetricPoints?> FindAsync(
        IRunStore store, RunCatalog catalog, RunId id, string name, CancellationToken cancellationToken)
    {
        var reading = await _points.GetAsync((store, id, name), Stamp(catalog, id), before => ReadAsync(store, id, name, before), cancellationToken);
        return reading.Points;
    }

    private static long? Stamp(RunCatalog catalog, RunId id) => catalog.Snapshot.Find(id)?.Version;

    private async Task<Reading> ReadAsync(IRunStore store, RunId id, string name, Reading? before)
    {
        var series = await store.ReadMetricAsync(id, name, CancellationToken.None);
        return series is null ? new(null)
            : before?.Points is { } points && points.HasContentOf(series) ? before
            : new(new MetricPoints(series, Interlocked.Increment(ref _version)));
    }

    private sealed record Reading(MetricPoints? Points)
    {
        public long Size => Points?.Size ?? 500;
    }
}
