using System.Globalization;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// Rounds values to the digits that a chart can show, because invisible digits are most of the size of an answer. A rounded value is in
/// the pixel row of the exact one, whichever edge of the axis rows are counted from.
/// </summary>
public static class WireNumber
{
    /// <summary>Significant digits that charts print.</summary>
    private const int Digits = 6;

    private const int MostDigits = 16;

    private static readonly double[] Powers = [.. Enumerable.Range(0, 23)
        .Select(i => double.Parse($"1e{i}", CultureInfo.InvariantCulture))];

    /// <summary>Rounds all values in place.</summary>
    /// <param name="values">Finite.</param>
    /// <param name="axis">What they are drawn on; one without edges only counts digits.</param>
    /// <param name="rows">Height of the axis in pixels.</param>
    public static void Round(Span<double> values, ValueAxis axis, int rows)
    {
        foreach (ref var value in values)
        {
            value = Round(value, axis, rows);
        }
    }

    /// <summary>The value with the fewest digits, at least six significant ones, that are in its pixel row.</summary>
    public static double Round(double value, ValueAxis axis, int rows)
    {
        if (value == 0)
        {
            return value;
        }

        var row = axis.Row(value, rows);
        var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        for (var digits = Digits; digits < MostDigits; digits++)
        {
            var rounded = ToDigits(value, exponent, digits);
            var other = axis.Row(rounded, rows);
            if (rounded == value || double.IsNaN(row) || (Math.Floor(other) == Math.Floor(row) && Math.Ceiling(other) == Math.Ceiling(row)))
            {
                return rounded;
            }
        }

        return value;
    }

    private static double ToDigits(double value, int exponent, int digits)
    {
        var decimals = digits - 1 - exponent;

        // The quotient of two exact whole numbers is the double nearest to the decimal number, so it is printed without more digits.
        return decimals >= Powers.Length || decimals <= -Powers.Length ? AsText(value, digits)
            : decimals >= 0 ? Math.Round(value * Powers[decimals]) / Powers[decimals]
            : Math.Round(value / Powers[-decimals]) * Powers[-decimals];
    }

    private static double AsText(double value, int digits)
    {
        var rounded = double.Parse(
            value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);
        return double.IsFinite(rounded) ? rounded : value;
    }
}
