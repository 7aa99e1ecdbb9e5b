using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Writes words and values so that parsing returns the same ones.</summary>
internal static class QueryPrinting
{
    /// <summary>A word on its own: in quotes when it would be parsed as something else.</summary>
    public static string Word(string text) =>
        IsPlain(text) && new QueryScanner(text).Scan() is [{ Kind: QueryToken.Word } only] && only.End - only.Start == text.Length
            ? text
            : QuotedText.Write(text);

    public static string Value(QueryValue value) => value.Kind switch
    {
        QueryValueKind.Text =>
            IsPlain(value.Text) && QueryValue.OfWord(value.Text).Kind == QueryValueKind.Text ? value.Text : QuotedText.Write(value.Text),
        QueryValueKind.Date => value.Text.Contains(' ') ? QuotedText.Write(value.Text) : value.Text,
        _ => value.Text,
    };

    private static bool IsPlain(string text) => QuotedText.IsPlain(text, ".+%");
}
