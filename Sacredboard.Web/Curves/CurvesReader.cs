using Sacredboard.Data.Metrics.Drawing;
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

    public async Task<FoundCurves> ReadAsync(IReadOnlyList<NamedRun> runs, CancellationToken cancellationToken)
    {
        var asked = runs.SelectMany(run => request.Metrics, (run, metric) => (Run: run, Metric: metric)).ToList();
        var found = new FoundCurve?[asked.Count];
        await Parallel.ForAsync(
            0,
            asked.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => found[i] = await FindAsync(asked[i].Run, asked[i].Metric, token));
        return new([.. found.OfType<FoundCurve>()], [.. asked.Where((_, i) => found[i] is null)]);
    }

    /// <summary>The points of a curve that was found; null when they are gone meanwhile.</summary>
    public static async Task<MetricPoints?> PointsAsync(FoundCurve curve, CancellationToken cancellationToken) =>
        curve.Points ?? await curve.Run.Source.Runs.FindMetricAsync(curve.Run.Id, curve.Metric, cancellationToken);

    private async Task<FoundCurve?> FindAsync(NamedRun run, string metric, CancellationToken cancellationToken)
    {
        if (await run.Source.Runs.FindMetricAsync(run.Id, metric, cancellationToken) is not { } points)
        {
            return null;
        }

        var started = request.Window.Axis == MetricAxis.Relative ? await StartedAsync(run, cancellationToken) : null;
        var window = request.Window with { Started = started };

        // One column is enough to know the edges.
        var edges = points.Draw(window with { Columns = 1 });
        var isHeld = Interlocked.Add(ref _held, points.Series.Count) <= MaxHeld;
        return new(run, metric, window, points.Version, points.Series.Count, edges.From, edges.To) { Points = isHeld ? points : null };
    }

    private static async Task<DateTime?> StartedAsync(NamedRun run, CancellationToken cancellationToken) =>
        run.InCatalog is { } known ? known.Started : await run.Source.Runs.FindStartAsync(run.Id, cancellationToken);
}
