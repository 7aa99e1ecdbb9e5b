using System.Globalization;

namespace Sacredboard.Web.Formatting;

/// <summary>A mean and its standard deviation at matching precision: 0.9569 ± 0.0020, 159 ± 323.</summary>
public static class SpreadText
{
    private const int MaxDecimals = 12;

    /// <summary>From here on numbers are written with an exponent.</summary>
    private const double MinScientific = 1e9;

    /// <summary>The standard deviation to two significant digits, the mean to the same decimal place.</summary>
    public static (string Mean, string Spread) Of(double mean, double std)
    {
        // 0.0996 rounds up, so its first shown digit is that of 0.1.
        var place = std > 0 && double.IsFinite(std) ? (int)Math.Floor(Math.Log10(std * 1.005)) : 0;
        var decimals = Math.Max(0, 1 - place);
        return std <= 0 || decimals > MaxDecimals || Math.Abs(mean) >= MinScientific || !(std < MinScientific)
            ? (NumberText.Short(mean), NumberText.Short(std))
            : (Fixed(mean, decimals), Fixed(std, decimals));
    }

    private static string Fixed(double number, int decimals)
    {
        var text = number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        // A small negative number rounds to -0.00.
        return text.AsSpan().ContainsAnyInRange('1', '9') ? text : text.TrimStart('-');
    }
}
