namespace Sacredboard.Data.Queries.Language;

/// <summary>Words that begin as operators do, such as <c>&lt;script&gt;</c> or <c>!important</c>.</summary>
internal static class OddWord
{
    /// <summary>True when a word that nothing stands before is one, rather than an operator whose field is missing.</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        var closed = word[0] == '<' && word.Length > 2 && word[^1] == '>';
        var marked = word[0] is '!' or '~' && word.Length > 1 && word[1] is not ('=' or '~' or '<' or '>');
        return closed || marked;
    }

    /// <summary>True when what follows "word " begins with one, such as <c>&lt;b&gt;</c>, rather than with an operator.</summary>
    public static bool Begins(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t\r\n");
        return rest is ['<', var next, ..] && (char.IsLetter(next) || next == '/') && (end < 0 ? rest : rest[..end])[^1] == '>';
    }
}
