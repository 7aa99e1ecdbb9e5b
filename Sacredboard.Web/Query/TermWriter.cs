using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Query;

/// <summary>Writes the input of the builder as a term of a query. Any input gives one term, or one that cannot be read.</summary>
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

    /// <summary>Unchanged if it can be read so; in quotes if it has special characters.</summary>
    private static string Field(string name) =>
        QueryParser.TryParse($"exists({name})", out var tree, out _) && tree is QueryCondition { Operator: QueryOperator.Exists }
            ? name
            : QuotedText.Write(name);

    /// <summary>Unchanged if it is one value; else in quotes.</summary>
    private static string Value(string field, string text) =>
        text.Length > 0
            && QueryParser.TryParse($"{field} = {text}", out var tree, out _)
            && tree is QueryCondition { Operator: QueryOperator.Equal, Values: [var only] }
        && IsOneValue(only, text)
            ? text
            : QuotedText.Write(text);

    // Parentheses, commas and quotes of a pattern would end the value in a list.
    private static bool IsOneValue(QueryValue value, string text) =>
        (text.Length > 1 && text[0] is '"' or '\'' && text[^1] == text[0])
            || (value.Text.Length > 0 && !text.AsSpan().ContainsAny(",()\"'"));

    private static IEnumerable<string> Items(string text) =>
        QuotedText.Split(text, ',', marks: "\"'").Select(item => item.Trim()).Where(item => item.Length > 0).DefaultIfEmpty("");
}
