using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Caches metrics of runs of all sources while the run does not change: Sacred writes points just before each heartbeat, so a run that is
/// unchanged in the catalog has the same points. Bounds what is read at a time.
/// </summary>
/// <param name="cacheBytes">Maximum size of the decoded points in bytes.</param>
/// <param name="budget">Bounds the memory of readings.</param>
/// <param name="time">The clock.</param>
internal sealed class MetricCache(long cacheBytes, ReadBudget budget, TimeProvider time)
{
    private const long MaxListedMetrics = 100_000;

    /// <summary>What one point takes while it is read: 44 bytes in MongoDB, and 24 decoded.</summary>
    private const int BytesPerPoint = 68;

    private const int BytesPerReading = 20_000;

    /// <summary>A metric of unknown size: MongoDB's largest document, and its points.</summary>
    private const long LargestReading = (16L << 20) * BytesPerPoint / 44;

    private readonly StampedCache<(IRunMetrics, RunId), IReadOnlyList<Metric>> _lists = new(MaxListedMetrics, list => list.Count + 1, time);
    private readonly StampedCache<(IRunMetrics, RunId, string), Reading> _points = new(cacheBytes, reading => reading.Size, time);
    private long _version;

    /// <param name="metrics">Reads them.</param>
    /// <param name="id">The run.</param>
    /// <param name="version">The version of the run, which differs whenever the run may have changed; null when not known.</param>
    /// <param name="cancellationToken">Cancels waiting, and the reading when nobody else waits for it.</param>
    public Task<IReadOnlyList<Metric>> ListAsync(IRunMetrics metrics, RunId id, long? version, CancellationToken cancellationToken) =>
        _lists.GetAsync((metrics, id), version, (_, cancelled) => ListAsync(metrics, id, (version, cancelled)), cancellationToken);

    /// <inheritdoc cref="ListAsync(IRunMetrics, RunId, long?, CancellationToken)"/>
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
            (before, cancelled) => ReadAsync(metrics, id, name, before, cancelled),
            cancellationToken);
        return reading.Points;
    }

    /// <summary>Removes what nobody asked for since so long; returns its size in bytes.</summary>
    public long Trim(TimeSpan unused) => _points.Trim(unused);

    // Listing metrics reads their points. A page that lists them draws them next, so some are kept: the first ones, as they are shown.
    private async Task<IReadOnlyList<Metric>> ListAsync(IRunMetrics metrics, RunId id, (long? Version, CancellationToken Cancelled) listing)
    {
        using var lease = await budget.TakeAsync(metrics.EstimateBytes(id) ?? LargestReading, listing.Cancelled);
        var room = cacheBytes / 2;
        return await metrics.ListAsync(id, Keep, listing.Cancelled);

        void Keep(MetricSeries series)
        {
            var key = (metrics, id, series.Name);
            var reading = Keeping(series, _points.Peek(key));
            if (Interlocked.Add(ref room, -reading.Size) >= 0)
            {
                _points.Put(key, listing.Version, reading);
            }
        }
    }

    private async Task<Reading> ReadAsync(IRunMetrics metrics, RunId id, string name, Reading? before, CancellationToken cancelled)
    {
        var points = before?.Points?.Series.Count
            ?? _lists.Peek((metrics, id))?.FirstOrDefault(metric => metric.Name == name)?.Count;
        var bytes = metrics.EstimateBytes(id)
            ?? (points is { } count ? Math.Min(BytesPerReading + ((long)count * BytesPerPoint), LargestReading) : LargestReading);
        using var lease = await budget.TakeAsync(bytes, cancelled);
        var series = await metrics.ReadAsync(id, name, cancelled);
        return series is null ? new(null) : Keeping(series, before);
    }

    private Reading Keeping(MetricSeries series, Reading? before) =>
        before?.Points is { } points && points.HasContentOf(series) ? before
        : new(new MetricPoints(series, Interlocked.Increment(ref _version), before?.Points));

    private sealed record Reading(MetricPoints? Points)
    {
        public long Size => Points?.Size ?? 500;
    }
}
