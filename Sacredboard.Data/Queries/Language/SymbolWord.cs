namespace Sacredboard.Data.Queries.Language;

/// <summary>Words that begin with the symbol of an operator, such as <c>&lt;script&gt;</c> or <c>!important</c>.</summary>
internal static class SymbolWord
{
    /// <summary>True when text at the start of a term is such a word; false for an operator whose field is missing.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        var closed = word[0] == '<' && word.Length > 2 && word[^1] == '>';
        var marked = word[0] is '!' or '~' && word.Length > 1 && word[1] is not ('=' or '~' or '<' or '>');
        return closed || marked;
    }

    /// <summary>True when the text after "word " begins with such a word, as <c>&lt;b&gt;</c>; false for an operator.</summary>
    public static bool Begins(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t\r\n");
        return rest is ['<', var next, ..] && (char.IsLetter(next) || next == '/') && (end < 0 ? rest : rest[..end])[^1] == '>';
    }
}
