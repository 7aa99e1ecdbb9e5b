using System.Globalization;

namespace Sacredboard.Data.Metrics;

/// <summary>
/// Numbers with as many digits as a chart can show: the digits of noise are most of what a line weighs on the wire.
/// </summary>
internal static class ChartNumber
{
    /// <summary>
    /// Significant digits that are kept, both of the number (so that it is right on a logarithmic axis and when read out) and of the
    /// range that is shown (so that it is right to 1/100 pixel on any screen when all numbers are close together).
    /// </summary>
    private const int Digits = 5;

    private static readonly double[] Powers = [.. Enumerable.Range(0, 23).Select(i => double.Parse($"1e{i}", CultureInfo.InvariantCulture))];

    /// <param name="value">Finite.</param>
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

        // Dividing two whole numbers that a double holds exactly gives the double nearest to the short decimal number, so that
        // it is written with no more digits than these.
        return decimals >= Powers.Length || decimals <= -Powers.Length ? RoundAsText(value, decimals + exponent)
            : decimals >= 0 ? Math.Round(value * Powers[decimals]) / Powers[decimals]
            : Math.Round(value / Powers[-decimals]) * Powers[-decimals];
    }

    /// <summary>The decimal exponent of a number: 2 for 123, -3 for 0.00123; very low for 0.</summary>
    public static int Exponent(double value) => value > 0 ? (int)Math.Floor(Math.Log10(value)) : -400;

    private static double RoundAsText(double value, int decimals) =>
        double.Parse(value.ToString($"E{Math.Max(decimals, 0)}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
