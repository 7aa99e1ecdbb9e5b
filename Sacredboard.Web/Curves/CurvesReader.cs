using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Curves;

/// <summary>Reads metrics of many runs: some at a time, and without holding all of their points when these are many.</summary>
internal sealed class CurvesReader(CurvesRequest request)
{
    /// <summary>Storages answer a few questions at once hardly slower than one.</summary>
    private const int AtOnce = 8;

    /// <summary>
    /// Points that are held between reading and drawing, 24 bytes each; those beyond are asked for again, mostly of a cache.
    /// </summary>
    private const long MaxHeld = 4_000_000;

    private long _held;

    public async Task<FoundCurves> ReadAsync(
        IReadOnlyList<(NamedRun Run, IReadOnlyList<RunId> Line)> runs, CancellationToken cancellationToken)
    {
        var asked = runs.SelectMany(run => request.Metrics, (run, metric) => (run.Run, run.Line, Metric: metric)).ToList();
        var found = new FoundCurve?[asked.Count];
        await Parallel.ForAsync(
            0,
            asked.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await FindAsync(asked[i].Run, asked[i].Line, asked[i].Metric, token));
        return new(
            [.. found.OfType<FoundCurve>()],
            [.. asked.Where((_, i) => found[i] is null).Select(one => (one.Run, one.Metric))]);
    }

    /// <summary>The points of a curve that was found; null when they are gone meanwhile.</summary>
    public static async Task<MetricPoints?> PointsAsync(FoundCurve curve, CancellationToken cancellationToken) =>
        curve.Points ?? await PointsAsync(curve.Run.Source, curve.Line, curve.Metric, cancellationToken);

    private async Task<FoundCurve?> FindAsync(
        NamedRun run, IReadOnlyList<RunId> line, string metric, CancellationToken cancellationToken)
    {
        if (await PointsAsync(run.Source, line, metric, cancellationToken) is not { } points)
        {
            return null;
        }

        var by = request.XMetric is { } other ? await PointsAsync(run.Source, line, other, cancellationToken) : null;
        if (request.XMetric is not null && by is null)
        {
            return null;
        }

        var started = request.Window.Axis == MetricAxis.Relative ? await StartedAsync(new(run.Source, line[0]), cancellationToken) : null;
        var window = request.Window with { Started = started, By = by };
        var (from, to) = points.Extent(window);
        var isHeld = Interlocked.Add(ref _held, points.Series.Count) <= MaxHeld;
        var version = HashCode.Combine(points.Version, by?.Version);
        return new(run, metric, window, by is null ? points.Version : version, points.Series.Count, from, to)
        {
            Line = line,
            Points = isHeld ? points : null,
        };
    }

    // One run whose metrics are stored wrongly must not hide all others.
    private static async Task<MetricPoints?> PointsAsync(
        Source source, IReadOnlyList<RunId> line, string metric, CancellationToken cancellationToken)
    {
        try
        {
            return await source.Runs.FindMetricAsync(line, metric, cancellationToken);
        }
        catch (RunStoreException exception) when (exception.Problem == RunStoreProblem.Unreadable)
        {
            return null;
        }
    }

    private static async Task<DateTime?> StartedAsync(NamedRun run, CancellationToken cancellationToken) =>
        run.InCatalog is { } known ? known.Started : await run.Source.Runs.FindStartAsync(run.Id, cancellationToken);
}
