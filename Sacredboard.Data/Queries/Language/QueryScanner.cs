namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// Cuts a text into tokens. The meaning of a character depends on its position: <c>&lt;</c> is an operator after a field, begins a word
/// at the start of a term, and is part of the text in a value.
/// </summary>
internal sealed class QueryScanner
{
    private readonly QueryCharacters _walk;
    private readonly QueryLexemes _lexemes;
    private readonly QueryValueScanner _values;

    public QueryScanner(string text)
    {
        _walk = new(text);
        _lexemes = new(_walk);
        _values = new(_walk, _lexemes);
    }

    public List<QueryLexeme> Scan()
    {
        for (_walk.SkipSpace(); !_walk.IsAtEnd; _walk.SkipSpace())
        {
            ScanTerm();
        }

        return _lexemes.Found;
    }

    private void ScanTerm()
    {
        var start = _walk.Position;
        switch (_walk.Current)
        {
            case '(':
                _lexemes.Add(QueryToken.LeftParenthesis, 1);
                break;
            case ')':
                _lexemes.Add(QueryToken.RightParenthesis, 1);
                break;
            case '=' or '<' or '>' or '~' or '!':
                ScanSymbolWord();
                break;
            default:
                _walk.SkipName();
                if (_walk.Current == '(' && _walk.Text[start] != '"')
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

    // Parsing reports an operator at the start of a term as a fault.
    private void ScanSymbolWord()
    {
        var start = _walk.Position;
        while (!_walk.IsAtEnd && !char.IsWhiteSpace(_walk.Current) && _walk.Current is not ('(' or ')'))
        {
            _walk.Position++;
        }

        var isSymbolWord = SymbolWord.Is(_walk.From(start));
        if (!isSymbolWord)
        {
            _walk.Position = start + Math.Max(1, OperatorText.SymbolLength(_walk.Text.AsSpan(start)));
        }

        _lexemes.AddFrom(start, isSymbolWord ? QueryToken.Word : QueryToken.Operator);
    }

    private void AddName(int start)
    {
        var end = _walk.Position;
        if (QueryWords.IsReserved(_walk.From(start)))
        {
            _lexemes.AddFrom(
                start,
                QueryWords.Is(_walk.From(start), "and")
                    ? QueryToken.And
                    : QueryWords.Is(_walk.From(start), "or")
                    ? QueryToken.Or
                    : QueryToken.Not);
            return;
        }

        _walk.SkipSpace();
        var rest = _walk.Text.AsSpan(_walk.Position);
        if (OperatorText.Length(rest) is > 0 and var length && !(_walk.Position > end && SymbolWord.Begins(rest)))
        {
            _lexemes.Found.Add(new(QueryToken.Field, start, end));
            _lexemes.Add(QueryToken.Operator, length);
            _values.ScanValue();
        }
        else if (OperatorText.ListLength(rest) is > 0 and var listLength)
        {
            _lexemes.Found.Add(new(QueryToken.Field, start, end));
            _lexemes.Add(QueryToken.ListOperator, listLength);
            _values.ScanList();
        }
        else
        {
            _lexemes.Found.Add(new(_walk.IsQuoted(start, end) ? QueryToken.Text : QueryToken.Word, start, end));
        }
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
            if (_lexemes.Found[^1] is { Kind: QueryToken.Word } word)
            {
                _lexemes.Found[^1] = word with { Kind = QueryToken.Field };
            }
        }
        else
        {
            _lexemes.AddFrom(start, QueryToken.Function);
            _lexemes.Add(QueryToken.LeftParenthesis, 1);
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

        // An operator may be there by mistake; skipping a character ends the loop.
        _walk.Position = Math.Max(_walk.Position, start + 1);
        _lexemes.AddFrom(start, QueryToken.Field);
    }
}
