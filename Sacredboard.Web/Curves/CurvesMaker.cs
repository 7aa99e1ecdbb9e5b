using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Api;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Curves;

/// <summary>Draws many curves, or groups of them, for one chart.</summary>
internal sealed class CurvesMaker(CurvesRequest request, RunNames names, string state)
{
    public async Task<CurvesModel> MakeAsync(
        ChosenRuns runs, IReadOnlyList<CurveGroup> groups, FoundCurves curves, CancellationToken cancellationToken)
    {
        var window = CommonWindow.Of(request.Window, curves.Found);
        var areGroups = groups.Count > 0;
        var single = areGroups ? [] : await SinglesAsync(curves.Found, window, cancellationToken);
        var grouped = areGroups ? await new GroupCurves(request).MakeAsync(groups, curves.Found, window, cancellationToken) : [];
        var (low, high) = areGroups ? GroupCurves.Range(grouped, window) : (single.FirstOrDefault()?.Low, single.FirstOrDefault()?.High);
        GroupCurves.Round(grouped, window, (low, high));
        return new()
        {
            From = Finite(window.From),
            To = Finite(window.To),
            Low = low,
            High = high,
            Columns = window.Columns!.Value,
            Curves = single,
            Groups = grouped,
            NotFound =
            [
                .. runs.Unknown.SelectMany(_ => request.Metrics, (run, metric) => new MissingCurveModel { Run = run, Metric = metric }),
                .. curves.Missing.Select(one => new MissingCurveModel { Run = names.Write(one.Run), Metric = one.Metric }),
            ],
            Left = runs.Left,
            State = state,
            Summaries = [.. runs.Progress.Select(StatisticsProgressModel.Of)],
        };
    }

    private async Task<IReadOnlyList<CurveModel>> SinglesAsync(
        IReadOnlyList<FoundCurve> curves, MetricWindow window, CancellationToken cancellationToken)
    {
        // A smoothed curve comes beside the raw one.
        var budget = window.Smooth is null ? PointShares.Budget : PointShares.Budget / 2;
        var columns = PointShares.Columns([.. curves.Select(curve => curve.Count)], window.Columns!.Value, budget);
        window = await WithValuesAsync(curves, window, columns, cancellationToken);
        var drawn = new CurveModel?[curves.Count];
        await Parallel.ForAsync(0, drawn.Length, cancellationToken, async (i, token) =>
        {
            if (await CurvesReader.PointsAsync(curves[i], token) is { } points)
            {
                // Columns that are wider than pixels show points inside of them.
                var lean = window.Lean && columns[i] == window.Columns;
                drawn[i] = Curve(curves[i], points, CommonWindow.For(curves[i], window) with { Columns = columns[i], Lean = lean });
            }
        });
        return [.. drawn.OfType<CurveModel>()];
    }

    // All curves are rounded for one y axis, which shows them all.
    private static async Task<MetricWindow> WithValuesAsync(
        IReadOnlyList<FoundCurve> curves, MetricWindow window, int[] columns, CancellationToken cancellationToken)
    {
        if (window is { Low: not null, High: not null })
        {
            return window;
        }

        var ranges = new (double Low, double High)[curves.Count];
        await Parallel.ForAsync(0, ranges.Length, cancellationToken, async (i, token) =>
            ranges[i] = await CurvesReader.PointsAsync(curves[i], token) is { } points
                ? points.ValuesIn(CommonWindow.For(curves[i], window) with { Columns = columns[i] })
                : (double.NaN, double.NaN));
        return CommonWindow.Around(window, ranges);
    }

    private CurveModel Curve(FoundCurve curve, MetricPoints points, MetricWindow window)
    {
        var style = RunStyle.Of(curve.Run.Id);
        return new(SeriesModel.Of(points, window, request.Window.Lean))
        {
            Run = names.Write(curve.Run),
            Metric = curve.Metric,
            Colour = style.Colour,
            Dash = style.Dash,
        };
    }

    private static double? Finite(double? edge) => edge is { } number && double.IsFinite(number) ? number : null;
}
