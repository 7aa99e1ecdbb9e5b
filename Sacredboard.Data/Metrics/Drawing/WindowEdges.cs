namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>The left and right edge of a window.</summary>
internal static class WindowEdges
{
    /// <summary>The edges; NaN when the line has no point with a known x and the window no edges.</summary>
    public static (double From, double To) Of(MetricLine line, MetricWindow window)
    {
        // A window that lies beside all points ends where it begins.
        var from = window.From ?? Math.Min(line.From, window.To ?? line.From);
        var to = window.To ?? Math.Max(line.To, from);
        return window.Grow && !double.IsNaN(line.To) && (window.To is null || line.To > window.To)
            ? (from, Grown(from, Math.Max(line.To, from), window))
            : (from, to);
    }

    // So that the next points fall into the window.
    private static double Grown(double from, double last, MetricWindow window)
    {
        var to = window.XScale == AxisScale.Log ? RoundNumber.Above(last * 1.1, coarse: true)
            : last > from ? from + RoundNumber.Span(last - from)
            : from + (window.Axis == MetricAxis.Time ? 60_000 : window.Axis == MetricAxis.Relative ? 60 : 1);
        return double.IsFinite(to) && to > last ? to : last;
    }
}
