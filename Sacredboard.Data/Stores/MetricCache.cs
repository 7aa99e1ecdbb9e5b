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

    /// <summary>What one point takes while runs are joined: in its run, and in the joined series.</summary>
    private const int BytesPerJoined = 48;

    /// <summary>A metric of unknown size: MongoDB's largest document, and its points.</summary>
    private const long LargestReading = (16L << 20) * BytesPerPoint / 44;

    private readonly StampedCache<(IRunMetrics, RunId), IReadOnlyList<Metric>> _lists = new(MaxListedMetrics, list => list.Count + 1, time);
    private readonly StampedCache<(IRunMetrics, RunId, string, bool IsJoined), Reading> _points =
        new(cacheBytes, reading => reading.Size, time);

    // Joining waits for readings, so it must not take from their budget.
    private readonly ReadBudget _joining = new(cacheBytes, time);

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
            (metrics, id, name, false),
            version,
            (before, cancelled) => ReadAsync(metrics, id, name, before, cancelled),
            cancellationToken);
        return reading.Points;
    }

    /// <summary>
    /// The points of runs that each went on from the one before, as those of one run, see <see cref="JoinedSeries"/>; kept as those of one
    /// run are, until those of any of them change. Null when none of them has the metric.
    /// </summary>
    /// <param name="metrics">Reads them.</param>
    /// <param name="runs">The first one first, with their names and versions; at least one.</param>
    /// <param name="name">The metric.</param>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public async Task<MetricPoints?> FindJoinedAsync(
        IRunMetrics metrics,
        IReadOnlyList<(RunId Id, string Name, long? Version)> runs,
        string name,
        CancellationToken cancellationToken)
    {
        // Their points are not held meanwhile: those of all runs may be more than what is kept.
        var (stamp, points) = (17L, 0L);
        foreach (var run in runs)
        {
            var part = await FindAsync(metrics, run.Id, name, run.Version, cancellationToken);
            stamp = unchecked((stamp * 6_364_136_223_846_793_005) + (part?.Version ?? 0) + 1);
            points += part?.Series.Count ?? 0;
        }

        var joined = await _points.GetAsync(
            (metrics, runs[^1].Id, name, true),
            stamp,
            async (before, cancelled) =>
            {
                using var lease = await _joining.TakeAsync(points * BytesPerJoined, cancelled);
                var parts = new List<(string, MetricSeries)>();
                foreach (var run in runs)
                {
                    if (await FindAsync(metrics, run.Id, name, run.Version, cancelled) is { } part)
                    {
                        parts.Add((run.Name, part.Series));
                    }
                }

                return parts.Count == 0 ? new(null) : Keeping(JoinedSeries.Of(parts), before);
            },
            cancellationToken);
        return joined.Points;
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
            var key = (metrics, id, series.Name, false);
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
        before?.Points is { } points && points.HasContentOf(series) && points.Series.Parts.SequenceEqual(series.Parts) ? before
        : new(new MetricPoints(series, Interlocked.Increment(ref _version), before?.Points));

    private sealed record Reading(MetricPoints? Points)
    {
        public long Size => Points?.Size ?? 500;
    }
}
