using System.Globalization;

namespace Sacredboard.Data.Metrics;

/// <summary>
/// Rounds numbers to the digits that a chart can show, because invisible digits are most of the size of an answer.
/// </summary>
internal static class ChartNumber
{
    /// <summary>
    /// Significant digits that are kept, both of the number (for logarithmic axes and displayed values) and of the range that is shown
    /// (for a precision of 1/100 pixel on any screen when all numbers are close together).
    /// </summary>
    private const int Digits = 5;

    private static readonly double[] Powers = [.. Enumerable.Range(0, 23)
        .Select(i => double.Parse($"1e{i}", CultureInfo.InvariantCulture))];

    /// <param name="value">The number, finite.</param>
    /// <param name="rangeExponent">The decimal exponent of the range shown, see <see cref="Exponent"/>.</param>
    public static double Round(double value, int rangeExponent)
    {
        if (value == 0)
        {
            return value;
        }

        var exponent = Exponent(Math.Abs(value));
        var decimals = Digits - 1 - Math.Min(exponent, rangeExponent);
        if (decimals + exponent >= 15)
        {
            return value;
        }

        // The quotient of two exact whole numbers is the double nearest to the decimal number, so it is printed without more digits.
        return decimals >= Powers.Length || decimals <= -Powers.Length ? RoundAsText(value, decimals + exponent)
            : decimals >= 0 ? Math.Round(value * Powers[decimals]) / Powers[decimals]
            : Math.Round(value / Powers[-decimals]) * Powers[-decimals];
    }

    /// <summary>The decimal exponent of a number: 2 for 123, -3 for 0.00123; very low for 0.</summary>
    public static int Exponent(double value) => value > 0 ? (int)Math.Floor(Math.Log10(value)) : -400;

    private static double RoundAsText(double value, int decimals) =>
        double.Parse(value.ToString($"E{Math.Max(decimals, 0)}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
