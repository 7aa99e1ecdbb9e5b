namespace Sacredboard.Data.Querying.Language;

/// <summary>
/// Cuts a text into the pieces of a query. What a character means depends on where it stands: <c>&lt;</c> after a field is an
/// operator, at the start of a term it begins a word, and in a value it is a part of it.
/// </summary>
internal sealed class QueryScanner(string text)
{
    private readonly QueryCharacters _walk = new(text);
    private readonly List<QueryLexeme> _found = [];

    public List<QueryLexeme> Scan()
    {
        for (_walk.SkipSpace(); !_walk.IsAtEnd; _walk.SkipSpace())
        {
            ScanTerm();
        }

        return _found;
    }

    private void ScanTerm()
    {
        var start = _walk.Position;
        switch (_walk.Current)
        {
            case '(':
                Add(QueryToken.LeftParenthesis, 1);
                break;
            case ')':
                Add(QueryToken.RightParenthesis, 1);
                break;
            case '=' or '<' or '>' or '~' or '!':
                ScanOddWord();
                break;
            default:
                _walk.SkipName();
                if (_walk.Current == '(' && text[start] != '"')
                {
                    ScanFunction(start);
                }
                else
                {
                    AddName(start);
                }

                break;
        }
    }

    // Such as <script> or !important: words that begin as operators do. An operator that nothing stands before is a fault.
    private void ScanOddWord()
    {
        var start = _walk.Position;
        while (!_walk.IsAtEnd && !char.IsWhiteSpace(_walk.Current) && _walk.Current is not ('(' or ')'))
        {
            _walk.Position++;
        }

        var word = _walk.From(start);
        var closed = word[0] == '<' && word.Length > 2 && word[^1] == '>';
        var marked = word[0] is '!' or '~' && word.Length > 1 && word[1] is not ('=' or '~' or '<' or '>');
        if (!closed && !marked)
        {
            _walk.Position = start + Math.Max(1, OperatorText.SymbolLength(text.AsSpan(start)));
        }

        AddFrom(start, closed || marked ? QueryToken.Word : QueryToken.Operator);
    }

    private void AddName(int start)
    {
        var end = _walk.Position;
        if (QueryWords.IsReserved(_walk.From(start)))
        {
            AddFrom(start, QueryWords.Is(_walk.From(start), "and") ? QueryToken.And : QueryWords.Is(_walk.From(start), "or") ? QueryToken.Or : QueryToken.Not);
            return;
        }

        _walk.SkipSpace();
        var rest = text.AsSpan(_walk.Position);
        if (OperatorText.Length(rest) is > 0 and var length && !(_walk.Position > end && IsOddWord(rest)))
        {
            _found.Add(new(QueryToken.Field, start, end));
            Add(QueryToken.Operator, length);
            ScanValue();
        }
        else if (OperatorText.ListLength(rest) is > 0 and var listLength)
        {
            _found.Add(new(QueryToken.Field, start, end));
            Add(QueryToken.ListOperator, listLength);
            ScanList();
        }
        else
        {
            _found.Add(new(_walk.IsQuoted(start, end) ? QueryToken.Text : QueryToken.Word, start, end));
        }
    }

    // Behind "word " something like <b> is the next word.
    private static bool IsOddWord(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(" \t\r\n");
        return rest is ['<', var next, ..] && (char.IsLetter(next) || next == '/') && (end < 0 ? rest : rest[..end])[^1] == '>';
    }

    private void ScanFunction(int start)
    {
        var name = _walk.From(start).ToString();
        if (QueryWords.IsReserved(name))
        {
            AddName(start);
        }
        else if (QueryWords.FieldFunctions.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            _walk.SkipParentheses();
            AddName(start);
            if (_found[^1] is { Kind: QueryToken.Word } word)
            {
                _found[^1] = word with { Kind = QueryToken.Field };
            }
        }
        else
        {
            AddFrom(start, QueryToken.Function);
            Add(QueryToken.LeftParenthesis, 1);
            _walk.SkipSpace();
            ScanArgument();
        }
    }

    private void ScanArgument()
    {
        var start = _walk.Position;
        if (_walk.IsAtEnd || _walk.Current is '(' or ')')
        {
            return;
        }

        _walk.SkipName();
        if (_walk.Current == '(')
        {
            _walk.SkipParentheses();
        }

        // Even an operator may stand there by mistake.
        _walk.Position = Math.Max(_walk.Position, start + 1);
        AddFrom(start, QueryToken.Field);
    }

    private void ScanValue()
    {
        _walk.SkipSpace();
        var start = _walk.Position;
        if (_walk.Current is '"' or '\'')
        {
            _walk.SkipQuoted();
        }
        else
        {
            _walk.SkipUnquoted();
        }

        if (_walk.Position > start)
        {
            AddFrom(start, QueryToken.Value);
        }
    }

    private void ScanList()
    {
        Add(QueryToken.LeftParenthesis, 1);
        for (_walk.SkipSpace(); !_walk.IsAtEnd; _walk.SkipSpace())
        {
            var start = _walk.Position;
            switch (_walk.Current)
            {
                case ')':
                    Add(QueryToken.RightParenthesis, 1);
                    return;
                case ',':
                    Add(QueryToken.Comma, 1);
                    break;
                case '"' or '\'':
                    _walk.SkipQuoted();
                    AddFrom(start, QueryToken.Value);
                    break;
                default:
                    _walk.SkipListed();
                    AddFrom(start, QueryToken.Value);
                    break;
            }
        }
    }

    private void AddFrom(int start, QueryToken kind) => _found.Add(new(kind, start, _walk.Position));

    private void Add(QueryToken kind, int length)
    {
        _walk.SkipSpace();
        _found.Add(new(kind, _walk.Position, _walk.Position + length));
        _walk.Position += length;
    }
}
