using System.Globalization;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Export;

/// <summary>
/// Writes a value as the text of a CSV cell: numbers in full, NaN and Infinity as words, times in ISO 8601, lists and objects as JSON.
/// </summary>
public static class CsvText
{
    // The characters that begin a formula in spreadsheets; Japanese keyboards type the full-width ones.
    private const string FormulaBegins = "=+-@\t\r\n＝＋－＠";

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
        _ => SacredJson.ToText(value, decoded: true),
    };

    /// <summary>
    /// Puts a <c>'</c> in front of text that a spreadsheet would run as a formula. Numbers may begin with a sign.
    /// </summary>
    public static string EscapeFormula(string text) =>
        text.Length > 0 && FormulaBegins.Contains(text[0]) && !IsNumber(text) ? "'" + text : text;

    /// <summary>Always with microseconds, so that programs read all times of a column alike: 2026-11-23T11:00:51.876000Z.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => NumberText.Full(value),
    };

    private static bool IsNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || "+-.eE".Contains(c))
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
