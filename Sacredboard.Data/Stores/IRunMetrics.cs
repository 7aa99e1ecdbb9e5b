using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>Reads the metrics of the runs of one store. Fails as an <see cref="IRunStore"/> does.</summary>
public interface IRunMetrics
{
    /// <summary>The metrics of a run, sorted by name; empty when it has none or there is no such run.</summary>
    Task<IReadOnlyList<Metric>> ListAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>The same, also passing on the points of each metric, on any thread, the first ones first.</summary>
    // A store that lists without reading points, or that caches them itself, need not pass them on.
    Task<IReadOnlyList<Metric>> ListAsync(RunId id, Action<MetricSeries> keep, CancellationToken cancellationToken) =>
        ListAsync(id, cancellationToken);

    /// <summary>
    /// How much memory reading the metrics of this run takes at most at a time, in bytes; null when it depends on their points.
    /// </summary>
    long? EstimateBytes(RunId id) => null;

    /// <summary>All points of one metric, or null when the run has none of this name. Documents of one name are merged by time.</summary>
    Task<MetricSeries?> ReadAsync(RunId id, string name, CancellationToken cancellationToken);

    /// <summary>
    /// The statistics of one metric of many runs, in batches as they are read, in the order requested. A run that comes again, because
    /// more of its points were found, replaces the previous result. A run whose metrics are just being written may be left out; ask again
    /// later.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> ReadStatisticsAsync(
        MetricStatisticsRequest request,
        CancellationToken cancellationToken);

    /// <summary>The names of the metrics of all runs, each once, in no order; may be incomplete. May take long.</summary>
    Task<IReadOnlyList<MetricName>> ListNamesAsync(CancellationToken cancellationToken);
}

/// <param name="Name">Any text.</param>
/// <param name="Runs">Approximate number of runs with such a metric, as far as known.</param>
public sealed record MetricName(string Name, int Runs);
