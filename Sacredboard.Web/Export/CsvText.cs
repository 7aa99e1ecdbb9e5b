using System.Globalization;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Export;

/// <summary>
/// A value as the text of a CSV cell: numbers in full, NaN and Infinity as these words, times in ISO 8601, lists and objects as JSON.
/// </summary>
public static class CsvText
{
    // What a spreadsheet takes for the beginning of a formula; the wide ones are those of Japanese keyboards.
    private const string FormulaBegins = "=+-@\t\r\n＝＋－＠";

    /// <summary>A missing value and a stored null are both empty: CSV knows only one nothing.</summary>
    public static string Of(SacredValue? value) => value switch
    {
        null or SacredNull => "",
        SacredBoolean boolean => boolean.Value ? "true" : "false",
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble number => Number(number.Value),
        SacredText text => Harmless(text.Value),
        SacredDate date => Time(date.Value),
        SacredTyped { Value: { } decoded } => Of(decoded),
        _ => SacredJson.ToText(value, decoded: true),
    };

    /// <summary>
    /// Text that a spreadsheet would run as a formula gets a <c>'</c> in front, which makes it text there. What is but a number may begin with a sign.
    /// </summary>
    public static string Harmless(string text) =>
        text.Length > 0 && FormulaBegins.Contains(text[0]) && !IsNumber(text) ? "'" + text : text;

    /// <summary>Always as long, so that all of a column reads alike: 2026-11-23T11:00:51.876000Z.</summary>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => NumberText.Full(value),
    };

    private static bool IsNumber(string text) =>
        text.All(c => char.IsAsciiDigit(c) || "+-.eE".Contains(c)) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
