using System.Globalization;
using System.Numerics;

namespace Sacredboard.Web.Formatting;

/// <summary>
/// Numbers for a cell and in full. A cell shows at most 6 significant digits, but integers keep up to 12, because a rounded seed or
/// count is useless.
/// </summary>
public static class NumberText
{
    private const int MaxDigits = 6;
    private const int MaxWholeDigits = 12;

    public static string Short(double value)
    {
        return double.IsFinite(value) ? Tidy(value.ToString("G" + MaxDigits, CultureInfo.InvariantCulture)) : Full(value);
    }

    public static string Short(BigInteger value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return digits.TrimStart('-').Length <= MaxWholeDigits ? digits : Tidy(value.ToString("E5", CultureInfo.InvariantCulture));
    }

    /// <summary>The shortest text that parses to the same number, with a decimal point as in Python: 32.0.</summary>
    public static string Full(double value) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => WithPoint(Tidy(value.ToString("R", CultureInfo.InvariantCulture))),
    };

    /// <summary>With thousands separators, for counts: 10,002.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string WithPoint(string text) => text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0";

    /// <summary>Shortens an exponent: 1.23000E+008 becomes 1.23e8.</summary>
    internal static string Tidy(string text)
    {
        var e = text.IndexOf('E');
        if (e < 0)
        {
            return text;
        }

        var mantissa = text[..e].Contains('.') ? text[..e].TrimEnd('0').TrimEnd('.') : text[..e];
        var exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return $"{mantissa}e{exponent.ToString(CultureInfo.InvariantCulture)}";
    }
}
