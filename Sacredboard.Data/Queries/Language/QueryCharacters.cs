using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Language;

/// <summary>A position in the text of a query that can skip names, quoted texts and values.</summary>
internal sealed class QueryCharacters(string text)
{
    public string Text => text;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= text.Length;

    /// <summary>The character at the position; NUL at the end.</summary>
    public char Current => Position < text.Length ? text[Position] : '\0';

    public ReadOnlySpan<char> From(int start) => text.AsSpan(start..Position);

    public void SkipSpace()
    {
        while (Position < text.Length && char.IsWhiteSpace(text[Position]))
        {
            Position++;
        }
    }

    /// <summary>Skips to white space, a parenthesis or an operator; a key in quotes may hold anything.</summary>
    public void SkipName()
    {
        var start = Position;
        while (!IsAtEnd
            && !char.IsWhiteSpace(Current)
            && Current is not ('(' or ')')
            && OperatorText.SymbolLength(text.AsSpan(Position)) == 0)
        {
            if (Current != '"' || (Position > start && text[Position - 1] != '.'))
            {
                Position++;
                continue;
            }

            SkipQuoted();
            if (Current is not ('.' or '['))
            {
                return;
            }
        }
    }

    /// <summary>Skips a quoted text; to the end when the closing quote is missing.</summary>
    public void SkipQuoted() => Position = QuotedText.End(text, Position, out _);

    /// <summary>Skips to white space. Pairs of parentheses belong to the value: ^(a|b)$</summary>
    public void SkipUnquoted()
    {
        var open = 0;
        for (; Position < text.Length && !char.IsWhiteSpace(text[Position]); Position++)
        {
            open += text[Position] == '(' ? 1 : text[Position] == ')' ? -1 : 0;
            if (open < 0)
            {
                return;
            }
        }
    }

    /// <summary>Skips one value of a list, at least one character.</summary>
    public void SkipListed() =>
        Position = text.AsSpan(Position).IndexOfAny(", \t\r\n()") is >= 0 and var length ? Position + Math.Max(1, length) : text.Length;

    /// <summary>Skips from an opening parenthesis past the one that closes it.</summary>
    public void SkipParentheses()
    {
        for (var open = 0; Position < text.Length;)
        {
            if (text[Position] == '"')
            {
                SkipQuoted();
                continue;
            }

            open += text[Position] == '(' ? 1 : text[Position] == ')' ? -1 : 0;
            Position++;
            if (open == 0)
            {
                return;
            }
        }
    }

    /// <summary>True when the text from start to end is one quoted text.</summary>
    public bool IsQuoted(int start, int end) => text[start] == '"' && QuotedText.End(text, start, out _) == end;
}
