using System.Diagnostics.CodeAnalysis;

namespace Sacredboard.Data.Fields;

/// <summary>
/// The text of columns and orders in URLs: fields separated by commas, as <see cref="RunField"/> writes them. In an order
/// a <c>-</c> in front means descending: <c>-result,lr,optimizer."a,b",-at(loss, 100)</c>.
/// </summary>
public static class FieldList
{
    /// <summary>Reads columns; false with the position of the first fault. Empty text is an empty list.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out IReadOnlyList<RunField>? fields, out int position)
    {
        var read = new List<RunField>();
        fields = null;
        foreach (var (start, part) in Parts(text))
        {
            if (!RunField.TryParse(part, out var field, out position))
            {
                position += start;
                return false;
            }

            read.Add(field!);
        }

        (fields, position) = (read, 0);
        return true;
    }

    /// <summary>Reads a sort order, most important field first; false with the position of the first fault.</summary>
    public static bool TryParseSort(string text, [NotNullWhen(true)] out IReadOnlyList<RunSort>? sort, out int position)
    {
        var read = new List<RunSort>();
        sort = null;
        foreach (var (start, part) in Parts(text))
        {
            var descending = part.StartsWith('-');
            var skipped = descending ? 1 : 0;
            if (!RunField.TryParse(part[skipped..], out var field, out position))
            {
                position += start + skipped;
                return false;
            }

            read.Add(new RunSort(field!, descending));
        }

        (sort, position) = (read, 0);
        return true;
    }

    public static string ToText(IEnumerable<RunField> fields) => string.Join(',', fields);

    public static string ToText(IEnumerable<RunSort> sort) =>
        string.Join(',', sort.Select(level => level.Descending ? "-" + level.Field : Ascending(level.Field.ToString())));

    // The root in front keeps the minus of a key from being read as descending.
    private static string Ascending(string field) => field.StartsWith('-') ? "config." + field : field;

    /// <summary>The text of each field, not parsed, without the blanks around it, and where in the whole it starts.</summary>
    public static IEnumerable<(int Start, string Part)> Parts(string text)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        var (start, inside) = (0, false);
        foreach (var i in QuotedText.Outside(text, ",()"))
        {
            if (text[i] != ',')
            {
                // Only of a metric's statistic are commas inside parentheses a part: "at(loss, 100)". Of a config key they are none.
                inside = text[i] == '(' && MetricFieldText.IsKind(LastWord(text.AsSpan(start, i - start)));
            }
            else if (!inside)
            {
                yield return Trimmed(start, text[start..i]);
                start = i + 1;
            }
        }

        yield return Trimmed(start, text[start..]);
    }

    private static (int Start, string Part) Trimmed(int start, string part) =>
        (start + part.Length - part.TrimStart(' ').Length, part.Trim(' '));

    // A minus or a measure of groups may stand before the field: "-mean:at(loss, 100)".
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny('-', ':') + 1)..];
}
