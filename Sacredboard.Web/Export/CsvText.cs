using System.Globalization;
using System.Text.RegularExpressions;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Export;

/// <summary>
/// Writes a value as the text of a CSV cell: numbers in full, NaN and Infinity as words, times in ISO 8601, lists and objects as JSON.
/// </summary>
public static partial class CsvText
{
    /// <summary>Missing values and stored nulls are both empty, because CSV cannot distinguish them.</summary>
    public static string Of(SacredValue? value) => value switch
    {
        null or SacredNull => "",
        SacredBoolean boolean => boolean.Value ? "true" : "false",
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble number => Number(number.Value),
        SacredText text => EscapeFormula(text.Value),
        SacredDate date => Time(date.Value),
        SacredTyped { Value: { } decoded } => Of(decoded),
        _ => EscapeFormula(SacredJson.ToText(value, decoded: true)),
    };

    /// <summary>
    /// Puts a <c>'</c> in front of what a spreadsheet would run as a formula: at the beginning of a text, and after each character that
    /// some take for the end of a cell. Numbers may begin with a sign.
    /// </summary>
    public static string EscapeFormula(string text) =>
        text is ['\t' or '\r' or '\n', ..] ? "'" + text
        : Formula().Replace(text, part => IsNumber(part.Value) ? part.Value : "'" + part.Value);

    /// <summary>Always with microseconds, so that programs read all times of a column alike: 2026-11-23T11:00:51.876000Z.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => NumberText.Full(value),
    };

    private static bool IsNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || " +-.eE".Contains(c))
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // Japanese keyboards type the full-width signs.
    [GeneratedRegex(@"(?<=^|[;\t\r\n])[\p{Zs}\p{Cf}\0\v\f]*[=+\-@＝＋－＠][^;\t\r\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();
}
