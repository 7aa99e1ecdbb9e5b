using System.Buffers;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>The values that a line has in a window.</summary>
internal static class WindowValues
{
    /// <summary>
    /// The lowest and highest value of the points, and of the line where it crosses the edges of the window; NaN when nothing is there.
    /// </summary>
    /// <param name="drawn">Holds the extremes of all points, see <see cref="M4"/>.</param>
    public static (double Low, double High) Full(DrawnLine? drawn, PixelScale scale, AxisScale values)
    {
        if (drawn is null)
        {
            return (double.NaN, double.NaN);
        }

        var (low, high, nextBreak) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        for (var i = 0; i < drawn.X.Length; i++)
        {
            if (Side(drawn.X[i], scale) == 0)
            {
                (low, high) = (Math.Min(low, drawn.Y[i]), Math.Max(high, drawn.Y[i]));
            }

            if (nextBreak < drawn.Breaks.Length && drawn.Breaks[nextBreak] == i)
            {
                nextBreak++;
            }
            else if (i > 0)
            {
                (low, high) = WithCrossings(drawn, i, scale, values, (low, high));
            }
        }

        return low <= high ? (low, high) : (double.NaN, double.NaN);
    }

    /// <summary>The range of most points; null when all are to be shown.</summary>
    public static (double Low, double High)? Robust(MetricLine line, PixelScale scale, AxisScale values)
    {
        if (line.Passes is [{ IsAscending: true } only])
        {
            var (start, end) = M4.Window(only.X, scale.From, scale.To);
            return RobustRange.Of(only.Y.AsSpan(start..end), values);
        }

        var count = line.Passes.Sum(pass => pass.X.Length);
        var inside = ArrayPool<double>.Shared.Rent(count);
        try
        {
            count = 0;
            foreach (var pass in line.Passes)
            {
                for (var i = 0; i < pass.X.Length; i++)
                {
                    if (Side(pass.X[i], scale) == 0)
                    {
                        inside[count++] = pass.Y[i];
                    }
                }
            }

            return RobustRange.Of(inside.AsSpan(0, count), values);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(inside);
        }
    }

    /// <summary>Number of points in the window above or below the axis.</summary>
    public static int CountOutside(MetricLine line, PixelScale scale, ValueAxis axis)
    {
        var count = 0;
        foreach (var pass in line.Passes)
        {
            var (start, end) = pass.IsAscending ? M4.Window(pass.X, scale.From, scale.To) : (0, pass.X.Length);
            for (var i = start; i < end; i++)
            {
                count += (pass.Y[i] < axis.Low || pass.Y[i] > axis.High) && Side(pass.X[i], scale) == 0 ? 1 : 0;
            }
        }

        return count;
    }

    private static int Side(double x, PixelScale scale) => x < scale.From ? -1 : x > scale.To ? 1 : 0;

    private static (double Low, double High) WithCrossings(
        DrawnLine drawn, int end, PixelScale scale, AxisScale values, (double Low, double High) range)
    {
        var (a, b) = (drawn.X[end - 1], drawn.X[end]);
        foreach (var edge in (ReadOnlySpan<double>)[scale.From, scale.To])
        {
            if ((a < edge && b > edge) || (a > edge && b < edge))
            {
                var share = (scale.Share(edge) - scale.Share(a)) / (scale.Share(b) - scale.Share(a));
                var y = Between(drawn.Y[end - 1], drawn.Y[end], double.IsFinite(share) ? share : 0.5, values);
                range = (Math.Min(range.Low, y), Math.Max(range.High, y));
            }
        }

        return range;
    }

    private static double Between(double a, double b, double share, AxisScale values) =>
        values == AxisScale.Log
            ? Math.Clamp(Math.Pow(10, (Math.Log10(a) * (1 - share)) + (Math.Log10(b) * share)), Math.Min(a, b), Math.Max(a, b))
            : (a * (1 - share)) + (b * share);
}
