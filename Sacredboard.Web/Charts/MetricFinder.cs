using Sacredboard.Data.Catalog;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Charts;

/// <summary>Finds metrics of a source's runs by what stands for them in addresses.</summary>
/// <param name="source">The source.</param>
/// <param name="isJoined">Joins the metrics of a run with those of the runs that it went on from.</param>
internal sealed class MetricFinder(Source source, bool isJoined)
{
    /// <summary>
    /// A metric by its canonical segment, and by its plain name with or without percent-encoded slashes; null when there is none.
    /// </summary>
    public async Task<MetricPoints?> FindAsync(RunId id, string segment, CancellationToken cancellationToken)
    {
        var plain = segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        var name = UrlSegment.TryDecode(plain, out var decoded) ? decoded : plain;
        var line = LineOf(id);
        if (await source.Runs.FindMetricAsync(line, name, cancellationToken) is { } points)
        {
            return points;
        }

        // Names with lone surrogates, which no URL can hold, are found by their encoded form.
        var list = await source.Runs.ListMetricsAsync(id, cancellationToken);
        var other = list.FirstOrDefault(metric =>
            metric.Name == plain || metric.Name == segment || UrlSegment.Encode(metric.Name) == segment);
        return other is null || other.Name == name ? null : await source.Runs.FindMetricAsync(line, other.Name, cancellationToken);
    }

    /// <summary>
    /// When a run started (UTC), or with others the first of them; null when it did not, or is not there.
    /// </summary>
    public async Task<DateTime?> StartedAsync(RunId id, CancellationToken cancellationToken) =>
        source.Catalog.Snapshot.Find(LineOf(id)[0]) is { } run
            ? run.Started
            : await source.Runs.FindStartAsync(LineOf(id)[0], cancellationToken);

    private IReadOnlyList<RunId> LineOf(RunId id) => isJoined ? source.LineOf(id) : [id];
}
