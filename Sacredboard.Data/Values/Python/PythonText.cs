using System.Globalization;

namespace Sacredboard.Data.Values.Python;

/// <summary>Writes small values as Python does.</summary>
internal static class PythonText
{
    /// <summary>
    /// Writes <c>None</c>, <c>True</c>, <c>1.5</c>, <c>(1, 'a')</c>. Meant for small values such as keys and arguments.
    /// </summary>
    public static string Of(SacredValue value) => value switch
    {
        SacredText text => text.Value,
        SacredTyped { TypeName: "tuple", Value: SacredList { Items: [var one] } } => $"({Inner(one)},)",
        SacredTyped { TypeName: "tuple", Value: SacredList list } => $"({Joined(list)})",
        SacredTyped { Value: { } inner } => Of(inner),
        SacredList list => $"[{Joined(list)}]",
        SacredObject members => "{" + string.Join(", ", members.Members.Select(member => $"'{member.Key}': {Inner(member.Value)}")) + "}",
        SacredBoolean boolean => boolean.Value ? "True" : "False",
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble real => Of(real.Value),
        SacredDate date => date.Value.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => "None",
    };

    public static string Of(double value) => value switch
    {
        double.NaN => "nan",
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        _ when value == Math.Truncate(value) && Math.Abs(value) < 1e16 => value.ToString("F1", CultureInfo.InvariantCulture),
        _ => value.ToString("R", CultureInfo.InvariantCulture).Replace('E', 'e'),
    };

    /// <summary>A complex number as Python writes it: <c>(1+2j)</c>.</summary>
    public static string Complex(double real, double imaginary)
    {
        var sign = imaginary < 0 || double.IsNegative(imaginary) ? "" : "+";
        return $"({Part(real)}{sign}{Part(imaginary)}j)";

        static string Part(double value) => Of(value) is var text && text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
    }

    /// <summary>A timedelta as Python writes it: <c>1 day, 12:00:00.000007</c>.</summary>
    public static string TimeDelta(long days, long seconds, long microseconds)
    {
        var text = $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}" + (microseconds == 0 ? "" : $".{microseconds:000000}");
        return days == 0 ? text : $"{days} day{(days is 1 or -1 ? "" : "s")}, {text}";
    }

    private static string Joined(SacredList list) => string.Join(", ", list.Items.Select(Inner));

    private static string Inner(SacredValue value) => value is SacredText text ? $"'{text.Value}'" : Of(value);
}
