namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>A y axis: its edges and the pixel rows between them.</summary>
/// <param name="Low">Lower edge.</param>
/// <param name="High">Upper edge, above <paramref name="Low"/>.</param>
/// <param name="Scale">Linear or logarithmic; then <paramref name="Low"/> is above 0.</param>
public readonly record struct ValueAxis(double Low, double High, AxisScale Scale)
{
    /// <summary>The share of the range that an axis leaves free below the lowest and above the highest value.</summary>
    private const double Padding = 0.04;

    public static ValueAxis None => new(double.NaN, double.NaN, AxisScale.Linear);

    /// <summary>An axis that shows values with a little room around them.</summary>
    /// <param name="low">The lowest value; above 0 on a logarithmic axis.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="grow">Moves the edges outward to round numbers, so that they seldom change while values are added.</param>
    public static ValueAxis Around(double low, double high, AxisScale scale, bool grow)
    {
        if (scale == AxisScale.Log)
        {
            var (bottom, top) = Padded(Math.Log10(low), Math.Log10(high));
            return new(RoundNumber.Below(Math.Pow(10, bottom), grow), RoundNumber.Above(Math.Pow(10, top), grow), scale);
        }

        var (lower, upper) = Padded(low, high);
        var unit = RoundNumber.UnitOf(Math.Min(upper - lower, double.MaxValue), grow);
        return new(RoundNumber.Down(lower, unit), RoundNumber.Up(upper, unit), scale);
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

    private static (double Low, double High) Padded(double low, double high)
    {
        var padding = ((high / 4) - (low / 4)) * Padding * 4;
        if (low == high)
        {
            // One value lies in the middle.
            padding = low == 0 ? 1 : Math.Abs(low) * 0.05;
        }

        padding = Math.Max(padding, double.Epsilon);
        return (Math.Max(low - padding, -double.MaxValue), Math.Min(high + padding, double.MaxValue));
    }
}
