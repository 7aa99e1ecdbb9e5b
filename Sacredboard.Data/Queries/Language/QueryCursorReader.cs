namespace Sacredboard.Data.Queries.Language;

/// <summary>Computes <see cref="QueryCursor.At"/>.</summary>
internal sealed class QueryCursorReader(string text, int position)
{
    private readonly List<QueryLexeme> _lexemes = new QueryScanner(text).Scan();

    public QueryCursor Read()
    {
        var index = _lexemes.FindLastIndex(lexeme => lexeme.Start < position && position <= lexeme.End);
        return index < 0 ? Between(_lexemes.FindLastIndex(lexeme => lexeme.End <= position)) : In(index);
    }

    private QueryCursor In(int index)
    {
        var lexeme = _lexemes[index];
        var typed = text[lexeme.Start..position].TrimStart('"', '\'');
        var span = QuerySpan.Between(lexeme.Start, lexeme.End);
        switch (lexeme.Kind)
        {
            case QueryToken.Value:
                return Value(index, span, typed);
            case QueryToken.Operator or QueryToken.ListOperator when position < lexeme.End || !IsSymbol(lexeme):
                return new(QueryExpectation.Operator, span, typed, FieldBefore(index));
            case QueryToken.Field when typed.IndexOf('(') is >= 0 and var open:
                return InFunction(lexeme, open);
            case QueryToken.Field or QueryToken.Word or QueryToken.Text or QueryToken.Function or QueryToken.And or QueryToken.Or
                or QueryToken.Not:
                var afterFunction = index > 1
                    && _lexemes[index - 1].Kind == QueryToken.LeftParenthesis
                    && _lexemes[index - 2].Kind == QueryToken.Function;
                return Word(index, span, typed, afterFunction);
            default:
                return Between(index);
        }
    }

    private QueryCursor Word(int index, QuerySpan span, string typed, bool afterFunction)
    {
        if (afterFunction)
        {
            return new(QueryExpectation.Field, span, typed);
        }

        // After a term comes the next one or a connective; after a bare word also an operator.
        var (expected, field) = index > 0 ? After(index - 1) : (QueryExpectation.Term, null);
        return new(expected, span, typed, field);
    }

    private QueryCursor InFunction(QueryLexeme lexeme, int open)
    {
        var start = lexeme.Start + open + 1;
        while (start < position && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var isKind = QueryWords.Is(text.AsSpan(lexeme.Start, open), "kind");
        var end = text[lexeme.End - 1] == ')' ? lexeme.End - 1 : lexeme.End;
        return position > end
            ? new(QueryExpectation.Operator, new(position, 0), "", Read(lexeme))
            : new(
                isKind ? QueryExpectation.Field : QueryExpectation.Metric,
                QuerySpan.Between(start, Math.Max(start, end)),
                text[start..position].TrimStart('"'));
    }

    private QueryCursor Between(int before)
    {
        var span = new QuerySpan(position, 0);
        if (before < 0)
        {
            return new(QueryExpectation.Term, span, "");
        }

        if (ValueAfter(before))
        {
            return Value(before + 1, span, "");
        }

        var (expected, field) = After(before);
        return new(expected, span, "", field);
    }

    private bool ValueAfter(int index) =>
        _lexemes[index].Kind is QueryToken.Operator or QueryToken.Comma
        || (_lexemes[index].Kind == QueryToken.LeftParenthesis && index > 0 && _lexemes[index - 1].Kind == QueryToken.ListOperator);

    private (QueryExpectation Expected, QueryField? Field) After(int index) => _lexemes[index].Kind switch
    {
        QueryToken.Word or QueryToken.Text =>
            (QueryExpectation.Operator | QueryExpectation.Connective | QueryExpectation.Term, Read(_lexemes[index])),
        QueryToken.Field when index > 0 && _lexemes[index - 1].Kind == QueryToken.LeftParenthesis => (QueryExpectation.None, null),
        QueryToken.Field => (QueryExpectation.Operator, Read(_lexemes[index])),
        QueryToken.Value or QueryToken.RightParenthesis => (QueryExpectation.Connective | QueryExpectation.Term, null),
        QueryToken.LeftParenthesis when index > 0 && _lexemes[index - 1].Kind == QueryToken.Function => (QueryExpectation.Field, null),
        _ => (QueryExpectation.Term, null),
    };

    private QueryCursor Value(int index, QuerySpan span, string typed)
    {
        var op = Math.Min(index, _lexemes.Count) - 1;
        while (op > 0 && _lexemes[op].Kind is not (QueryToken.Operator or QueryToken.ListOperator))
        {
            op--;
        }

        return new(QueryExpectation.Value, span, typed, FieldBefore(op), QueryOperators.Parse(text[_lexemes[op].Start.._lexemes[op].End]));
    }

    private QueryField? FieldBefore(int op) => op > 0 ? Read(_lexemes[op - 1]) : null;

    private QueryField? Read(QueryLexeme lexeme) =>
        QueryField.TryRead(text[lexeme.Start..lexeme.End], out var field, out _)
            ? field! with { Span = QuerySpan.Between(lexeme.Start, lexeme.End) }
            : null;

    // The value may follow = without a space, but a word such as contains ends at a space.
    private bool IsSymbol(QueryLexeme lexeme) => !char.IsLetter(text[lexeme.Start]);
}
