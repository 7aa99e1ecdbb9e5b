using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Caches metrics of runs of all sources while the run does not change: Sacred writes points just before each heartbeat, so a run that is
/// unchanged in the catalog has the same points.
/// </summary>
/// <param name="cacheBytes">Maximum size of the decoded points in bytes.</param>
internal sealed class MetricCache(long cacheBytes, TimeProvider time)
{
    private const long MaxListedMetrics = 100_000;

    private readonly StampedCache<(IRunMetrics, RunId), IReadOnlyList<Metric>> _lists = new(MaxListedMetrics, list => list.Count + 1, time);
    private readonly StampedCache<(IRunMetrics, RunId, string), Reading> _points = new(cacheBytes, reading => reading.Size, time);
    private long _version;

    /// <param name="metrics">Reads them.</param>
    /// <param name="id">The run.</param>
    /// <param name="version">The version of the run, which differs whenever the run may have changed; null when not known.</param>
    /// <param name="cancellationToken">Cancels waiting, but not the reading, for which others may wait too.</param>
    public Task<IReadOnlyList<Metric>> ListAsync(IRunMetrics metrics, RunId id, long? version, CancellationToken cancellationToken) =>
        _lists.GetAsync((metrics, id), version, _ => metrics.ListAsync(id, CancellationToken.None), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public async Task<MetricPoints?> FindAsync(
        IRunMetrics metrics,
        RunId id,
        string name,
        long? version,
        CancellationToken cancellationToken)
    {
        var reading = await _points.GetAsync(
            (metrics, id, name),
            version,
            before => ReadAsync(metrics, id, name, before),
            cancellationToken);
        return reading.Points;
    }

    private async Task<Reading> ReadAsync(IRunMetrics metrics, RunId id, string name, Reading? before)
    {
        var series = await metrics.ReadAsync(id, name, CancellationToken.None);
        return series is null ? new(null)
            : before?.Points is { } points && points.HasContentOf(series) ? before
            : new(new MetricPoints(series, Interlocked.Increment(ref _version), before?.Points));
    }

    private sealed record Reading(MetricPoints? Points)
    {
        public long Size => Points?.Size ?? 500;
    }
}
