namespace Sacredboard.Data.Queries.Language;

/// <summary>Finds operators at the beginning of a text.</summary>
internal static class OperatorText
{
    /// <summary>Length of the symbol at the start of the text; 0 when there is none.</summary>
    public static int SymbolLength(ReadOnlySpan<char> text) => text switch
    {
        ['=' or '!' or '<' or '>', '=', ..] or ['!', '~', ..] => 2,
        ['=' or '<' or '>' or '~' or '≤' or '≥' or '≠', ..] => 1,
        _ => 0,
    };

    /// <summary>Length of a symbol, <c>contains</c> or <c>has</c> at the start; 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> text) =>
        SymbolLength(text) is > 0 and var symbol ? symbol
        : IsWord(text, "contains") ? "contains".Length
        : IsWord(text, "has") ? "has".Length
        : 0;

    /// <summary>Length of <c>in</c> or <c>not in</c> before a parenthesis; 0 when there is none.</summary>
    public static int ListLength(ReadOnlySpan<char> text)
    {
        // Without a parenthesis they are words.
        var not = IsWord(text, "not") ? text.Length - text["not".Length..].TrimStart().Length : 0;
        var list = text[not..];
        return list.Length > 2 && QueryWords.Is(list[..2], "in") && list[2..].TrimStart() is ['(', ..] ? not + 2 : 0;
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && (text.Length == word.Length || char.IsWhiteSpace(text[word.Length]) || text[word.Length] == '"');
}
