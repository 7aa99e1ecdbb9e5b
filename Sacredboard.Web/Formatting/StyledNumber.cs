using System.Globalization;
using System.Numerics;
using Sacredboard.Data.Queries.Columns;

namespace Sacredboard.Web.Formatting;

/// <summary>Formats numbers by a column's <see cref="NumberStyle"/>. Numbers that are not finite stay words.</summary>
public static class StyledNumber
{
    /// <summary>From here on digits before the point are noise and too wide for a cell.</summary>
    private const double MinScientific = 1e15;

    public static string Format(double value, NumberStyle style) =>
        !double.IsFinite(value) ? NumberText.Full(value)
        : style.Kind switch
        {
            NumberStyleKind.Significant => NumberText.Tidy(value.ToString("G" + style.Digits, CultureInfo.InvariantCulture)),
            NumberStyleKind.Scientific => Scientific(value, style.Digits),
            NumberStyleKind.Fixed => Math.Abs(value) < MinScientific ? Fixed(value, style.Digits) : Scientific(value, style.Digits),
            _ => Math.Abs(value) < MinScientific ? Percent(value, style.Digits) : Scientific(value, style.Digits),
        };

    /// <summary>With fixed decimals an integer keeps all its digits.</summary>
    public static string Format(BigInteger value, NumberStyle style) =>
        style.Kind == NumberStyleKind.Fixed && BigInteger.Abs(value) < (BigInteger)MinScientific
            ? value.ToString("F" + style.Digits, CultureInfo.InvariantCulture)
            : Format((double)value, style) is var text && double.IsFinite((double)value) ? text : NumberText.Short(value);

    private static string Fixed(double value, int digits) => WithoutMinusZero(value.ToString("F" + digits, CultureInfo.InvariantCulture));

    // Multiplied as decimal: 0.145 must not become 14.499999.
    private static string Percent(double value, int digits) =>
        WithoutMinusZero((Math.Abs(value) < 1e12 ? (double)((decimal)value * 100) : value * 100)
            .ToString("F" + digits, CultureInfo.InvariantCulture)) + "%";

    private static string WithoutMinusZero(string text) =>
        text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept('0', '.') < 0 ? text[1..] : text;

    // 1.230E+008 → 1.230e8
    private static string Scientific(double value, int digits)
    {
        var text = value.ToString("E" + digits, CultureInfo.InvariantCulture);
        var e = text.IndexOf('E');
        return $"{text.AsSpan(0, e)}e{int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}";
    }
}
