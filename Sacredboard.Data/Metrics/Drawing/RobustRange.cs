using System.Buffers;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// The range of most values: from a little below the first to a little above the 99th percentile. A few values far away, such as the
/// first losses of a training, would press all others into a flat line.
/// </summary>
internal static class RobustRange
{
    private const int FewestValues = 10;
    private const double Tail = 0.01;
    private const double Margin = 0.15;

    /// <summary>Only a range that makes the curve half as high again is worth hiding points.</summary>
    private const double LeastGain = 1.5;

    /// <summary>The range; null when it would win little, so that all values are to be shown.</summary>
    /// <param name="values">Finite; above 0 for a logarithmic axis.</param>
    public static (double Low, double High)? Of(ReadOnlySpan<double> values, AxisScale scale)
    {
        if (values.Length < FewestValues)
        {
            return null;
        }

        var copy = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            var all = copy.AsSpan(0, values.Length);
            values.CopyTo(all);
            var (least, greatest) = Extremes.Of(values, 0, values.Length);
            var outside = (int)Math.Ceiling(Tail * all.Length);
            var (low, high) = (Selection.Smallest(all, outside), Selection.Smallest(all, all.Length - 1 - outside));
            return Of(low, high, values[least], values[greatest], scale);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(copy);
        }
    }

    private static (double Low, double High)? Of(double low, double high, double least, double greatest, AxisScale scale)
    {
        if (scale == AxisScale.Log)
        {
            return Of(Math.Log10(low), Math.Log10(high), Math.Log10(least), Math.Log10(greatest), AxisScale.Linear) is { } range
                ? (Math.Max(Math.Pow(10, range.Low), least), Math.Min(Math.Pow(10, range.High), greatest))
                : null;
        }

        // Halved, because the difference of finite numbers may overflow.
        var margin = ((high / 2) - (low / 2)) * Margin;
        var (from, to) = (Math.Max(low - (2 * margin), least), Math.Min(high + (2 * margin), greatest));
        return margin > 0 && (greatest / 2) - (least / 2) > LeastGain * ((to / 2) - (from / 2)) ? (from, to) : null;
    }
}
