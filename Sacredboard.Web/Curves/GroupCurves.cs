using Sacredboard.Data.Metrics.Aggregation;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Models.Api;

namespace Sacredboard.Web.Curves;

/// <summary>Makes one curve with a band of the runs of each group, from all of their points.</summary>
internal sealed class GroupCurves(CurvesRequest request)
{
    /// <summary>A group has up to six points for each column, and with its band three values for each of them.</summary>
    private const int ValuesPerColumn = 12;

    public async Task<IReadOnlyList<GroupCurveModel>> MakeAsync(
        IReadOnlyList<CurveGroup> groups, IReadOnlyList<FoundCurve> curves, MetricWindow window, CancellationToken cancellationToken)
    {
        var byMetric = curves.ToLookup(curve => curve.Metric);
        var asked = groups.SelectMany(_ => request.Metrics, (group, metric) =>
        {
            var runs = group.Runs.ToHashSet();
            return (Group: group, Curves: byMetric[metric].Where(curve => runs.Contains(curve.Run)).ToList());
        }).Where(group => group.Curves.Count > 0).ToList();

        var columns = Math.Clamp(PointShares.Budget / ValuesPerColumn / Math.Max(1, asked.Count), 1, window.Columns!.Value);
        var made = new List<GroupCurveModel>();
        foreach (var (group, members) in asked)
        {
            made.Add(await MakeAsync(group, members, window with { Columns = columns }, cancellationToken));
        }

        return made;
    }

    /// <summary>The y axis that shows all of them.</summary>
    public static (double? Low, double? High) Range(IReadOnlyList<GroupCurveModel> groups, MetricWindow window)
    {
        var inside = groups.SelectMany(group => Enumerable.Range(0, group.X.Length)
            .Where(i => group.X[i] >= (window.From ?? double.NegativeInfinity) && group.X[i] <= (window.To ?? double.PositiveInfinity))
            .Select(i => (Low: group.Low.Length > 0 ? Math.Min(group.Low[i], group.Mid[i]) : group.Mid[i],
                High: group.High.Length > 0 ? Math.Max(group.High[i], group.Mid[i]) : group.Mid[i])))
            .Where(range => window.YScale == AxisScale.Linear || range.High > 0)
            // A band may reach below what a logarithmic axis can show.
            .Select(range => window.YScale == AxisScale.Log && range.Low <= 0 ? (range.High, range.High) : range).ToList();
        var axis = CommonWindow.Around(window, inside);
        return (axis.Low, axis.High);
    }

    /// <summary>Rounds values in place to the digits that can be seen on the y axis.</summary>
    public static void Round(IReadOnlyList<GroupCurveModel> groups, MetricWindow window, (double? Low, double? High) range)
    {
        var axis = range is ({ } low, { } high) ? new ValueAxis(low, high, window.YScale) : ValueAxis.None;
        foreach (var values in groups.Where(group => group.Reduced).SelectMany(group => new[] { group.Mid, group.Low, group.High }))
        {
            foreach (ref var value in values.AsSpan())
            {
                // A band may reach below what a logarithmic axis can show.
                value = window.YScale == AxisScale.Log && value <= 0 ? value : WireNumber.Round(value, axis, window.Rows);
            }
        }
    }

    private static AggregateWindow Part(MetricWindow window) => new(window.From, window.To, window.Columns!.Value, window.XScale);

    private async Task<GroupCurveModel> MakeAsync(
        CurveGroup group, IReadOnlyList<FoundCurve> members, MetricWindow window, CancellationToken cancellationToken)
    {
        var points = new List<CurvePoints>();
        foreach (var member in members)
        {
            if (await CurvesReader.PointsAsync(member, cancellationToken) is { } found)
            {
                var whole = found.Draw(member.Window with { From = null, To = null, Columns = null, Order = PointOrder.Last });
                var line = whole.Smoothed ?? whole.Line;
                points.Add(new(line.X, line.Y));
            }
        }

        var curve = CurveAggregate.Draw(points, request.Look.Options, Part(window));
        return new()
        {
            Key = group.Key,
            Name = group.Name,
            Values = GroupValues.Of(group.Values),
            Runs = [.. members.Select(member => member.Run.Id.ToSegment(member.Run.Source.Info.IdsAreText))],
            Metric = members[0].Metric,
            Colour = group.Style.Colour,
            Dash = group.Style.Dash,
            X = curve.X,
            Mid = curve.Mid,
            Low = curve.Low,
            High = curve.High,
            N = curve.N,
            Reduced = curve.Reduced,
        };
    }
}
