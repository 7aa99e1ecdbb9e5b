using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Query;

/// <summary>Writes what somebody put into the builder as a term of a query. Whatever it holds, the text is one term or names its fault.</summary>
public static class TermWriter
{
    public static string Write(string field, string? op, string? value)
    {
        var written = Field(field.Trim());
        var wanted = TermCondition.Read(op);
        var text = (value ?? "").Trim();
        return wanted.IsFunction() ? $"{wanted.ToText()}({written})"
            : wanted.TakesList() ? $"{written} {wanted.ToText()} ({string.Join(", ", Items(text).Select(item => Value(written, item)))})"
            : $"{written} {wanted.ToText()} {Value(written, text)}";
    }

    /// <summary>As it is when it can be read so; a name with odd characters in quotes.</summary>
    private static string Field(string name) =>
        QueryParser.TryParse($"exists({name})", out var tree, out _) && tree is QueryCondition { Operator: QueryOperator.Exists } ? name : Quoted(name);

    /// <summary>As it is when that is one value; else it is a text, and put in quotes.</summary>
    private static string Value(string field, string text) =>
        text.Length > 0 && QueryParser.TryParse($"{field} = {text}", out var tree, out _) && tree is QueryCondition { Operator: QueryOperator.Equal, Values: [var only] }
        && Reads(only, text)
            ? text
            : Quoted(text);

    // A pattern may have parentheses and quotes; in a list they would end the value.
    private static bool Reads(QueryValue value, string text) =>
        (text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0]) || (value.Text.Length > 0 && !text.AsSpan().ContainsAny(",()\"'"));

    private static IEnumerable<string> Items(string text) => SplitOutsideQuotes(text).Select(item => item.Trim()).Where(item => item.Length > 0).DefaultIfEmpty("");

    private static IEnumerable<string> SplitOutsideQuotes(string text)
    {
        var (start, mark) = (0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (mark != '\0')
            {
                i += text[i] == '\\' ? 1 : 0;
                mark = i < text.Length && text[i] == mark ? '\0' : mark;
            }
            else if (text[i] is '"' or '\'')
            {
                mark = text[i];
            }
            else if (text[i] == ',')
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
