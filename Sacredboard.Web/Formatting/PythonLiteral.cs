using System.Globalization;
using System.Text;
using Sacredboard.Data.Values;

namespace Sacredboard.Web.Formatting;

/// <summary>Writes a value as Sacred's command line reads it: as a Python literal, or as bare text where that is unambiguous.</summary>
public static class PythonLiteral
{
    private static readonly HashSet<string> Words = ["True", "False", "None"];

    public static string Write(SacredValue value) =>
        value is SacredText { Value: var text } && IsBare(text) ? text : Inner(value);

    private static string Inner(SacredValue value) => value switch
    {
        SacredNull => "None",
        SacredBoolean boolean => boolean.Value ? "True" : "False",
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble number => Number(number.Value),
        SacredText text => Quote(text.Value),
        SacredDate date => Quote(date.Value.ToString("O", CultureInfo.InvariantCulture)),
        SacredList list => $"[{Items(list)}]",
        SacredObject map => $"{{{string.Join(", ", map.Members.Select(member => $"{Quote(member.Key)}: {Inner(member.Value)}"))}}}",
        SacredTyped { TypeName: "tuple", Value: SacredList items } => items.Items.Count == 1 ? $"({Items(items)},)" : $"({Items(items)})",
        SacredTyped { TypeName: "set", Value: SacredList { Items.Count: > 0 } items } => $"{{{Items(items)}}}",
        SacredTyped typed => Inner(typed.Value ?? typed.Raw),
        _ => "None",
    };

    private static string Items(SacredList list) => string.Join(", ", list.Items.Select(Inner));

    // Python has no literal for infinity, but reads one that is too large as such. NaN has none at all and is read as text.
    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "1e999",
        double.NegativeInfinity => "-1e999",
        double.NaN => "nan",
        _ => Finite(value.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e").Replace('E', 'e')),
    };

    private static string Finite(string digits) => digits.All(c => char.IsAsciiDigit(c) || c == '-') ? digits + ".0" : digits;

    private static bool IsBare(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && !Words.Contains(text)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || "_-./:".Contains(c));

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            _ = c switch
            {
                '\'' => quoted.Append("\\'"),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or (>= '\u007f' and < '\u00a0') => quoted.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('\'').ToString();
    }
}
