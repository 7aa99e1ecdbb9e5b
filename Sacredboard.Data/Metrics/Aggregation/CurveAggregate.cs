using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>
/// Makes one curve with a band of the curves of several runs, on every x that any of them has and from all of their points. Nothing but the
/// answer is held in memory.
/// </summary>
public static class CurveAggregate
{
    /// <summary>All points, from left to right.</summary>
    public static IEnumerable<AggregatePoint> Points(IReadOnlyList<CurvePoints> curves, AggregateOptions options) =>
        Walk(new(curves, options.Missing), options, double.PositiveInfinity);

    /// <summary>All points in columns.</summary>
    public static AggregateCurve Of(IReadOnlyList<CurvePoints> curves, AggregateOptions options) =>
        AggregateCurve.Of([.. Points(curves, options)], options.Band, Edges(curves, double.NegativeInfinity), reduced: false);

    /// <summary>
    /// The points for a chart: of each pixel column the first and the last one, the lowest and the highest of the middle, the lowest of the
    /// lower and the highest of the upper edge (see <see cref="M4"/>), so that line and band paint the same pixels as all points. With the
    /// points next to the window on both sides, and all points when the window holds at most four per column.
    /// </summary>
    /// <param name="curves">The curves.</param>
    /// <param name="options">How they become one.</param>
    /// <param name="window">What is shown of them. On a logarithmic axis points at 0 or below it are left out.</param>
    public static AggregateCurve Draw(IReadOnlyList<CurvePoints> curves, AggregateOptions options, AggregateWindow window)
    {
        var above = window.Scale == AxisScale.Log ? double.Epsilon : double.NegativeInfinity;
        var edges = Edges(curves, above);
        var (left, right) = (window.From ?? edges.From, window.To ?? edges.To);
        if (double.IsNaN(left) || !(left <= right))
        {
            return AggregateCurve.Of([], options.Band, (left, right), reduced: false);
        }

        var reducer = new AggregateReducer(new(left, right, window.Columns, window.Scale));
        var walk = new AggregateWalk(curves, options.Missing);
        walk.StartBefore(left);
        foreach (var point in Walk(walk, options, right).Where(point => point.X >= above))
        {
            reducer.Add(point);
        }

        return AggregateCurve.Of(reducer.Finish(), options.Band, (left, right), reducer.IsReduced);
    }

    // The first point beyond the right edge is the last one.
    private static IEnumerable<AggregatePoint> Walk(AggregateWalk walk, AggregateOptions options, double right)
    {
        var summary = new AggregateSummary(options);
        while (walk.MoveNext())
        {
            yield return summary.Of(walk);
            if (walk.X > right)
            {
                break;
            }
        }
    }

    // The first and the last x that is not below a limit; NaN when there is none.
    private static (double From, double To) Edges(IReadOnlyList<CurvePoints> curves, double limit)
    {
        var (from, to) = (double.NaN, double.NaN);
        foreach (var curve in curves)
        {
            var x = curve.X.Span;
            if (M4.Window(x, limit, limit).Start is var first && first < x.Length)
            {
                from = x[first] >= from ? from : x[first];
                to = x[^1] <= to ? to : x[^1];
            }
        }

        return (from, to);
    }
}
