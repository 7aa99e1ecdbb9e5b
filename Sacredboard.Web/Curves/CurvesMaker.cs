using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Curves;

/// <summary>Draws many curves for one chart.</summary>
internal sealed class CurvesMaker(CurvesRequest request, RunNames names)
{
    public async Task<CurvesModel> MakeAsync(ChosenRuns runs, FoundCurves curves, CancellationToken cancellationToken)
    {
        var window = Common(curves.Found);
        var columns = PointShares.Columns([.. curves.Found.Select(curve => curve.Count)], window.Columns!.Value);
        var drawn = new CurveModel?[columns.Length];
        await Parallel.ForAsync(0, drawn.Length, cancellationToken, async (i, token) =>
        {
            var curve = curves.Found[i];
            if (await CurvesReader.PointsAsync(curve, token) is { } points)
            {
                drawn[i] = Curve(curve, points, window with { Started = curve.Window.Started, Columns = columns[i] });
            }
        });
        var (low, high) = Range(drawn);
        return new()
        {
            From = Finite(window.From),
            To = Finite(window.To),
            Low = low,
            High = high,
            Columns = window.Columns.Value,
            Curves = [.. drawn.OfType<CurveModel>()],
            NotFound =
            [
                .. runs.Unknown.SelectMany(_ => request.Metrics, (run, metric) => new MissingCurveModel { Run = run, Metric = metric }),
                .. curves.Missing.Select(one => new MissingCurveModel { Run = names.Write(one.Run), Metric = one.Metric }),
            ],
            Left = runs.Left,
        };
    }

    // Without a window of its own the chart shows all points of all curves.
    private MetricWindow Common(IReadOnlyList<FoundCurve> curves)
    {
        var known = curves.Where(curve => !double.IsNaN(curve.From)).ToList();
        return known.Count == 0 ? request.Window : request.Window with
        {
            From = request.Window.From ?? known.Min(curve => curve.From),
            To = request.Window.To ?? known.Max(curve => curve.To),
        };
    }

    private CurveModel Curve(FoundCurve curve, MetricPoints points, MetricWindow window)
    {
        // A curve that ends before the window has nothing in it.
        var style = RunStyle.Of(curve.Run.Id);
        return new(SeriesModel.Of(points, window))
        {
            Run = names.Write(curve.Run),
            Metric = curve.Metric,
            Colour = style.Colour,
            Dash = style.Dash,
        };
    }

    private static (double? Low, double? High) Range(IEnumerable<CurveModel?> curves)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var y in curves.OfType<CurveModel>().Select(curve => curve.Y).Where(y => y.Length > 0))
        {
            (low, high) = (Math.Min(low, y.Min()), Math.Max(high, y.Max()));
        }

        return low > high ? (null, null) : (low, high);
    }

    private static double? Finite(double? edge) => edge is { } number && double.IsFinite(number) ? number : null;
}
