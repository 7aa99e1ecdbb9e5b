using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Web.Curves;

/// <summary>The window that all curves of a chart are drawn in.</summary>
internal static class CommonWindow
{
    /// <summary>The window asked for; where it has no edges of its own it holds all points of all curves.</summary>
    public static MetricWindow Of(MetricWindow asked, IReadOnlyList<FoundCurve> curves)
    {
        var known = curves.Where(curve => !double.IsNaN(curve.From)).ToList();
        return known.Count == 0 ? asked : asked with
        {
            From = asked.From ?? Math.Min(known.Min(curve => curve.From), asked.To ?? double.PositiveInfinity),
            To = asked.To ?? Math.Max(known.Max(curve => curve.To), asked.From ?? double.NegativeInfinity),
        };
    }

    /// <summary>The window and y axis that hold all of these metrics of a run; edges grow with points as those of one metric do.</summary>
    public static MetricWindow Of(MetricWindow asked, IReadOnlyList<MetricPoints> metrics)
    {
        var edges = metrics.Select(points => points.Edges(asked)).Where(edge => !double.IsNaN(edge.From)).ToList();
        if (edges.Count == 0)
        {
            return asked;
        }

        var window = asked with { From = edges.Min(edge => edge.From), To = edges.Max(edge => edge.To) };
        return window is { Low: not null, High: not null }
            ? window
            : Around(window, [.. metrics.Select(points => points.ValuesIn(window))]);
    }

    /// <summary>The same window along the x axis of a curve.</summary>
    public static MetricWindow For(FoundCurve curve, MetricWindow window) =>
        window with { Started = curve.Window.Started, By = curve.Window.By };

    /// <summary>The window with a y axis around these values; as it is when there are none.</summary>
    public static MetricWindow Around(MetricWindow window, IReadOnlyCollection<(double Low, double High)> ranges)
    {
        var known = ranges.Where(range => !double.IsNaN(range.Low)).ToList();
        if (known.Count == 0)
        {
            return window;
        }

        var axis = ValueAxis.Around(known.Min(range => range.Low), known.Max(range => range.High), window.YScale, window.Grow);
        var (low, high) = (window.Low ?? axis.Low, window.High ?? axis.High);
        // A given edge may lie beyond all values.
        return low < high ? window with { Low = low, High = high } : window;
    }
}
