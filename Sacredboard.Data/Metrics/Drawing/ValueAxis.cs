namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>A y axis: its edges and the pixel rows between them.</summary>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge, above <paramref name="Low"/>.</param>
/// <param name="Scale">Linear or logarithmic; then <paramref name="Low"/> is above 0.</param>
public readonly record struct ValueAxis(double Low, double High, AxisScale Scale)
{
    /// <summary>The share of the range that an axis leaves free below the lowest and above the highest value.</summary>
    private const double Padding = 0.04;

    /// <summary>A logarithmic axis that shows one value reaches from half to twice of it; as a power of ten.</summary>
    private const double Factor = 0.3;

    public static ValueAxis None => new(double.NaN, double.NaN, AxisScale.Linear);

    /// <summary>An axis that shows values with a little room around them.</summary>
    /// <param name="low">The lowest value; above 0 on a logarithmic axis.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="grow">Moves the edges outward to round numbers, so that they seldom change while values are added.</param>
    public static ValueAxis Around(double low, double high, AxisScale scale, bool grow)
    {
        if (scale == AxisScale.Log)
        {
            var (least, greatest) = Padded(Math.Log10(low), Math.Log10(high), Factor);
            var (bottom, top) = (Math.Min(Math.Pow(10, least), low), Math.Max(Math.Pow(10, greatest), high));
            var isNarrow = top < 10 * bottom && RoundNumber.Down(bottom, RoundNumber.UnitOf(top - bottom, grow)) > 0;
            return isNarrow
                ? Rounded(bottom, top, scale, grow)
                : new(RoundNumber.Below(bottom, grow), RoundNumber.Above(top, grow), scale);
        }

        var (lower, upper) = Padded(low, high, low == 0 ? 1 : Math.Abs(low) * 0.05);
        return Rounded(lower, upper, scale, grow);
    }

    /// <summary>
    /// The place of a value in units of rows, 0 at the lower edge and <paramref name="rows"/> at the upper one. Its whole part is the
    /// pixel row.
    /// </summary>
    public double Row(double value, int rows)
    {
        if (Scale == AxisScale.Log)
        {
            var bottom = Math.Log10(Low);
            return (Math.Log10(value) - bottom) / (Math.Log10(High) - bottom) * rows;
        }

        var range = High - Low;
        return double.IsFinite(range)
            ? (value - Low) / range * rows
            : ((value / 4) - (Low / 4)) / ((High / 4) - (Low / 4)) * rows;
    }

    private static ValueAxis Rounded(double low, double high, AxisScale scale, bool grow)
    {
        var unit = RoundNumber.UnitOf(Math.Min(high - low, double.MaxValue), grow);
        return new(RoundNumber.Down(low, unit), RoundNumber.Up(high, unit), scale);
    }

    // One value lies in the middle of an axis of its own.
    private static (double Low, double High) Padded(double low, double high, double alone)
    {
        var padding = Math.Max(low == high ? alone : ((high / 4) - (low / 4)) * Padding * 4, double.Epsilon);
        return (Math.Max(low - padding, -double.MaxValue), Math.Min(high + padding, double.MaxValue));
    }
}
