using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// A part of a metric that one line can show: its finite points in the order of the line, and separately the points that cannot be drawn.
/// The line goes from left to right, points with equal x in stored order, unless the x axis is another metric: then it goes along the
/// steps.
/// </summary>
public sealed class MetricPass
{
    private readonly PassMarks _marks;
    private readonly double[]? _along;
    private readonly Lazy<ExtremesPyramid> _pyramid;
    private ExtremesPyramid? _before;

    internal MetricPass(double[] x, double[] y, PassMarks marks, double[]? along)
    {
        (X, Y, _marks, _along) = (x, y, marks, along);
        IsAscending = along is null || NumberScan.IsAscending(x);
        (From, To) = IsAscending
            ? x.Length == 0 ? (double.NaN, double.NaN) : (x[0], x[^1])
            : (x.Min(), x.Max());
        if (marks.Count > 0)
        {
            From = double.IsNaN(From) ? marks.From : Math.Min(From, marks.From);
            To = double.IsNaN(To) ? marks.To : Math.Max(To, marks.To);
        }

        _pyramid = new(() => ExtremesPyramid.Of(Y, _before));
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>Whether x never falls.</summary>
    public bool IsAscending { get; }

    /// <summary>What the line goes along, ascending: x, or the steps.</summary>
    public double[] Along => _along ?? X;

    /// <summary>Smallest x of all points, those that cannot be drawn included; NaN when there is none.</summary>
    public double From { get; }

    public double To { get; }

    /// <summary>Points whose x is not known.</summary>
    public int WithoutX { get; internal init; }

    /// <summary>Points whose x is not above 0, on a logarithmic axis.</summary>
    public int NotAbove { get; internal init; }

    internal PassMarks Marks => _marks;

    /// <summary>Approximate size beyond the arrays of the series, in bytes.</summary>
    public long OwnBytes(MetricSeries series) =>
        (ReferenceEquals(Y, series.Values) ? 0 : 16L * X.Length) + (13L * _marks.Count) + ExtremesPyramid.Bytes(X.Length);

    /// <summary>Takes over the extremes of a line that this one begins with.</summary>
    internal void Extend(MetricPass shorter)
    {
        if (shorter._pyramid.IsValueCreated && Y.AsSpan().StartsWith(shorter.Y))
        {
            _before = shorter._pyramid.Value;
        }
    }

    /// <summary>The same line with smoothed values.</summary>
    internal MetricPass Smoothed(Smoother smoother, double? range)
    {
        var y = new double[Y.Length];
        smoother.Apply(Along, Y, y, range);
        return new(X, y, _marks, _along) { WithoutX = WithoutX, NotAbove = NotAbove };
    }

    /// <summary>The greatest number of points that <see cref="Select"/> picks.</summary>
    internal int MostPoints(PixelScale scale, bool isWhole) =>
        isWhole || !IsAscending ? X.Length : (int)Math.Min(X.Length, M4.MostPoints(scale.Columns) + (4L * _marks.Count));

    /// <summary>Picks the points to draw, see <see cref="M4"/>.</summary>
    /// <param name="scale">The window.</param>
    /// <param name="isWhole">All points in the window, instead of those that a chart of the scale's columns needs.</param>
    /// <param name="places">Receives their indices, ascending; has room for <see cref="MostPoints"/>.</param>
    /// <returns>The number of indices.</returns>
    internal int Select(PixelScale scale, bool isWhole, Span<int> places)
    {
        if (!isWhole)
        {
            return IsAscending
                ? M4.Select(X, Y, scale, _pyramid.Value, _marks.Gaps, places)
                : ColumnRuns.Select(X, Y, scale, _marks.Gaps, places);
        }

        var (start, end) = IsAscending ? M4.Window(X, scale.From, scale.To) : (0, X.Length);
        var left = Math.Max(start - 1, 0);
        var count = Math.Min(end + 1, X.Length) - left;
        for (var i = 0; i < count; i++)
        {
            places[i] = left + i;
        }

        return count;
    }

    /// <summary>Whether no point lies outside of the window.</summary>
    internal bool IsWithin(PixelScale scale) => X.Length == 0 || (IsAscending && X[0] >= scale.From && X[^1] <= scale.To);

    /// <summary>Whether a chart of the scale's columns needs less than all points in the window.</summary>
    internal bool IsReduced(PixelScale scale)
    {
        var (start, end) = IsAscending ? M4.Window(X, scale.From, scale.To) : (0, X.Length);
        return end - start > 4L * scale.Columns;
    }
}
