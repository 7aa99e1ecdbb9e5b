namespace Sacredboard.Data.Querying.Language;

/// <summary>
/// Cuts a text into the pieces of a query. What a character means depends on where it stands: <c>&lt;</c> after a field is an
/// operator, at the start of a term it begins a word, and in a value it is a part of it.
/// </summary>
internal sealed class QueryScanner(string text)
{
    private readonly List<QueryLexeme> _found = [];
    private int _at;

    public List<QueryLexeme> Scan()
    {
        for (SkipSpace(); _at < text.Length; SkipSpace())
        {
            ScanTerm();
        }

        return _found;
    }

    private void ScanTerm()
    {
        var start = _at;
        switch (text[_at])
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
                ReadName();
                if (At() == '(' && text[start] != '"')
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
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')'))
        {
            _at++;
        }

        var word = text.AsSpan(start.._at);
        var closed = word[0] == '<' && word.Length > 2 && word[^1] == '>';
        var marked = word[0] is '!' or '~' && word.Length > 1 && word[1] is not ('=' or '~' or '<' or '>');
        if (!closed && !marked)
        {
            _at = start + Math.Max(1, OperatorLength(start));
        }

        _found.Add(new(closed || marked ? QueryToken.Word : QueryToken.Operator, start, _at));
    }

    private void AddName(int start)
    {
        var end = _at;
        if (QueryWords.IsReserved(text.AsSpan(start..end)))
        {
            _found.Add(new(QueryWords.Is(text.AsSpan(start..end), "and") ? QueryToken.And
                : QueryWords.Is(text.AsSpan(start..end), "or") ? QueryToken.Or
                : QueryToken.Not, start, end));
            return;
        }

        SkipSpace();
        var length = OperatorLength(_at);
        if (length > 0 && !IsOddWord(end))
        {
            _found.Add(new(QueryToken.Field, start, end));
            Add(QueryToken.Operator, length);
            ScanValue();
        }
        else if (ListOperatorLength() is > 0 and var listLength)
        {
            _found.Add(new(QueryToken.Field, start, end));
            Add(QueryToken.ListOperator, listLength);
            ScanList();
        }
        else
        {
            _found.Add(new(IsQuoted(start, end) ? QueryToken.Text : QueryToken.Word, start, end));
        }
    }

    // After "word " something like <b> is the next word.
    private bool IsOddWord(int end)
    {
        if (_at == end || text[_at] != '<' || _at + 1 == text.Length || !(char.IsLetter(text[_at + 1]) || text[_at + 1] == '/'))
        {
            return false;
        }

        var last = _at;
        while (last + 1 < text.Length && !char.IsWhiteSpace(text[last + 1]))
        {
            last++;
        }

        return text[last] == '>';
    }

    private void ScanFunction(int start)
    {
        var name = text.AsSpan(start.._at);
        if (QueryWords.IsReserved(name))
        {
            AddName(start);
            return;
        }

        if (QueryWords.FieldFunctions.Contains(name.ToString(), StringComparer.OrdinalIgnoreCase))
        {
            SkipParentheses();
            AddField(start);
            return;
        }

        _found.Add(new(QueryToken.Function, start, _at));
        Add(QueryToken.LeftParenthesis, 1);
        SkipSpace();
        var field = _at;
        if (_at < text.Length && text[_at] is not ('(' or ')'))
        {
            ReadName();
            if (At() == '(')
            {
                SkipParentheses();
            }

            // Even an operator may stand there by mistake.
            _at = Math.Max(_at, field + 1);
            _found.Add(new(QueryToken.Field, field, _at));
        }
    }

    private void AddField(int start)
    {
        AddName(start);
        if (_found[^1] is { Kind: QueryToken.Word } word)
        {
            _found[^1] = word with { Kind = QueryToken.Field };
        }
    }

    private void ScanValue()
    {
        SkipSpace();
        var start = _at;
        if (At() is '"' or '\'')
        {
            SkipQuoted();
        }
        else
        {
            SkipUnquoted();
        }

        if (_at > start)
        {
            _found.Add(new(QueryToken.Value, start, _at));
        }
    }

    // Parentheses belong to it as long as each is closed: ^(a|b)$
    private void SkipUnquoted()
    {
        var open = 0;
        for (; _at < text.Length && !char.IsWhiteSpace(text[_at]); _at++)
        {
            open += text[_at] == '(' ? 1 : text[_at] == ')' ? -1 : 0;
            if (open < 0)
            {
                return;
            }
        }
    }

    private void ScanList()
    {
        Add(QueryToken.LeftParenthesis, 1);
        for (SkipSpace(); _at < text.Length; SkipSpace())
        {
            switch (text[_at])
            {
                case ')':
                    Add(QueryToken.RightParenthesis, 1);
                    return;
                case ',':
                    Add(QueryToken.Comma, 1);
                    break;
                case '"' or '\'':
                    var quoted = _at;
                    SkipQuoted();
                    _found.Add(new(QueryToken.Value, quoted, _at));
                    break;
                default:
                    var start = _at;
                    _at = text.AsSpan(start).IndexOfAny(", \t\r\n()") is >= 0 and var length ? start + Math.Max(1, length) : text.Length;
                    _found.Add(new(QueryToken.Value, start, _at));
                    break;
            }
        }
    }

    // Up to white space, a parenthesis or an operator; a key in quotes may hold anything.
    private void ReadName()
    {
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')') && OperatorLength(_at, symbolsOnly: true) == 0)
        {
            if (text[_at] != '"' || (_at > start && text[_at - 1] != '.'))
            {
                _at++;
                continue;
            }

            SkipQuoted();
            if (At() is not ('.' or '['))
            {
                return;
            }
        }
    }

    private void SkipQuoted()
    {
        var mark = text[_at++];
        for (; _at < text.Length; _at++)
        {
            if (text[_at] == mark)
            {
                _at++;
                return;
            }

            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }
        }
    }

    private void SkipParentheses()
    {
        for (var open = 0; _at < text.Length;)
        {
            if (text[_at] == '"')
            {
                SkipQuoted();
                continue;
            }

            open += text[_at] == '(' ? 1 : text[_at] == ')' ? -1 : 0;
            _at++;
            if (open == 0)
            {
                return;
            }
        }
    }

    private int OperatorLength(int at, bool symbolsOnly = false)
    {
        var rest = text.AsSpan(at);
        return rest switch
        {
            ['=' or '!' or '<' or '>', '=', ..] or ['!', '~', ..] => 2,
            ['=' or '<' or '>' or '~', ..] => 1,
            _ when symbolsOnly => 0,
            _ when IsWord(rest, "contains") => "contains".Length,
            _ when IsWord(rest, "has") => "has".Length,
            _ => 0,
        };
    }

    // "in (" or "not in (": without the parenthesis they are words.
    private int ListOperatorLength()
    {
        var rest = text.AsSpan(_at);
        var not = IsWord(rest, "not") ? "not".Length + rest["not".Length..].Length - rest["not".Length..].TrimStart().Length : 0;
        var list = rest[not..];
        return list.Length > 2 && QueryWords.Is(list[..2], "in") && list[2..].TrimStart() is ['(', ..] ? not + 2 : 0;
    }

    private static bool IsWord(ReadOnlySpan<char> text, string word) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || char.IsWhiteSpace(text[word.Length]) || text[word.Length] == '"');

    private bool IsQuoted(int start, int end)
    {
        var at = _at;
        _at = start;
        var quoted = text[start] == '"';
        if (quoted)
        {
            SkipQuoted();
            quoted = _at == end;
        }

        _at = at;
        return quoted;
    }

    private char At() => _at < text.Length ? text[_at] : '\0';

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private void Add(QueryToken kind, int length)
    {
        SkipSpace();
        _found.Add(new(kind, _at, _at + length));
        _at += length;
    }
}
