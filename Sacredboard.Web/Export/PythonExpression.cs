using System.Globalization;
using System.Text;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Export;

/// <summary>
/// Writes a value as a Python expression to be pasted into a script, which must import <c>datetime</c> for dates and <c>bson</c> for
/// ObjectIds. No text can end its quotes early.
/// </summary>
public static class PythonExpression
{
    private const int Indent = 4;

    /// <summary>On one line.</summary>
    public static string Write(SacredValue value) => value switch
    {
        SacredBoolean boolean => boolean.Value ? "True" : "False",
        SacredInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble number => Number(number.Value),
        SacredText text => Quote(text.Value),
        SacredDate date => Date(date.Value),
        SacredList list => $"[{string.Join(", ", list.Items.Select(Write))}]",
        SacredObject members => $"{{{string.Join(", ", members.Members.Select(member => $"{Quote(member.Key)}: {Write(member.Value)}"))}}}",
        SacredTyped { TypeName: "tuple", Value: SacredList items } =>
            $"({string.Join(", ", items.Items.Select(Write))}{(items.Items.Count == 1 ? "," : "")})",
        SacredTyped { TypeName: "bson.ObjectId", Value: SacredText id } => $"bson.ObjectId({Quote(id.Value)})",
        SacredTyped typed => Write(typed.Value ?? typed.Raw),
        _ => "None",
    };

    /// <summary>A dictionary with several keys has one line for each key.</summary>
    public static string WriteLines(SacredObject members)
    {
        if (members.Members.Count < 2)
        {
            return Write(members);
        }

        var text = new StringBuilder("{\n");
        foreach (var (key, value) in members.Members)
        {
            text.Append(' ', Indent).Append(Quote(key)).Append(": ").Append(Write(value)).Append(",\n");
        }

        return text.Append('}').ToString();
    }

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when IsVisible(rune) => quoted.Append(rune.ToString()),
                <= 0xFFFF => quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}"),
            };
        }

        return quoted.Append('"').ToString();
    }

    // Characters that are invisible or change the direction of the text are escaped, so that pasted code is what it looks like.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    private static string Number(double value) => value switch
    {
        double.NaN => "float(\"nan\")",
        double.PositiveInfinity => "float(\"inf\")",
        double.NegativeInfinity => "float(\"-inf\")",
        _ => NumberText.Full(value),
    };

    private static string Date(DateTime date)
    {
        var parts = new List<int> { date.Year, date.Month, date.Day, date.Hour, date.Minute };
        var micros = (int)(date.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        if (date.Second > 0 || micros > 0)
        {
            parts.Add(date.Second);
        }

        if (micros > 0)
        {
            parts.Add(micros);
        }

        return $"datetime.datetime({string.Join(", ", parts)}, tzinfo=datetime.timezone.utc)";
    }
}
