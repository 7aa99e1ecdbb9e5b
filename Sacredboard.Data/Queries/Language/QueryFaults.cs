using Superpower.Model;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Finds the first fault of a query and describes it so that users can correct it.</summary>
internal static class QueryFaults
{
    /// <summary>Operators of other languages, with those of this one.</summary>
    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["&&"] = "and",
        ["&"] = "and",
        ["||"] = "or",
        ["|"] = "or",
        ["==="] = "==",
        ["=~"] = "~",
        ["<>"] = "!=",
        ["=<"] = "<=",
        ["=>"] = ">=",
        ["!"] = "not",
    };

    /// <summary>Faults of single tokens: nested too deep, an operator of another language, an unknown function.</summary>
    public static QueryError? OfTokens(string text, TokenList<QueryToken> tokens)
    {
        var depth = new QueryDepth();
        var before = default(Token<QueryToken>);
        foreach (var token in tokens)
        {
            var span = QueryTokenizer.SpanOf(token);
            if (depth.Add(token.Kind) > QueryParser.MaxDepth)
            {
                return QueryError.At(span, $"Parentheses and nots can be nested at most {QueryParser.MaxDepth} deep");
            }

            if (OfToken(token, before, text, span) is { } error)
            {
                return error;
            }

            before = token;
        }

        return null;
    }

    public static QueryError OfGrammar(string text, TokenListParserResult<QueryToken, QueryNode> result)
    {
        var expected = result.Expectations is { Length: > 0 } some ? Joined(some) : "and, or, or the end";
        if (result.Remainder.IsAtEnd)
        {
            return new(text.Length, 0, $"Something is missing at the end: expected {expected}");
        }

        var found = result.Remainder.ConsumeToken().Value;
        if (found.Kind == QueryToken.Value && expected == ")")
        {
            return QueryError.At(QueryTokenizer.SpanOf(found), "Expected , or ) before this value");
        }

        return QueryError.At(
            QueryTokenizer.SpanOf(found),
            found.Kind == QueryToken.RightParenthesis ? $"Expected {expected} before this )" : $"Expected {expected} here");
    }

    /// <summary>Faults of a query with correct syntax that cannot be evaluated.</summary>
    public static QueryError? OfTree(QueryNode tree, string text) => tree switch
    {
        QueryAnd all => all.Terms.Select(term => OfTree(term, text)).FirstOrDefault(error => error is not null),
        QueryOr any => any.Terms.Select(term => OfTree(term, text)).FirstOrDefault(error => error is not null),
        QueryNot not => OfTree(not.Term, text),
        QueryCondition condition => ConditionFaults.Find(condition, text),
        _ => null,
    };

    private static QueryError? OfToken(Token<QueryToken> token, Token<QueryToken> before, string text, QuerySpan span)
    {
        var written = token.ToStringValue();
        switch (token.Kind)
        {
            case QueryToken.Word when Foreign.TryGetValue(written, out var own):
                return QueryError.At(span, $"Write {own} here", own);
            case QueryToken.Value when written.AsSpan().IndexOfAnyExcept("=<>!~") < 0 && before.Kind == QueryToken.Operator:
                var both = QueryTokenizer.SpanOf(before).To(span);
                var op = Foreign.GetValueOrDefault(before.ToStringValue() + written);
                return op is null
                    ? QueryError.At(span, "Expected a value here; put quotes around a value of such characters")
                    : QueryError.At(both, $"Write {op} here", op);
            case QueryToken.Value
                when written[0] == '('
                && before.Kind == QueryToken.Operator
                && before.ToStringValue() is not ("~" or "!~"):
                return QueryError.At(span, "Expected a value here; write in (…) for several values");
            case QueryToken.Function
                when QueryWords.IsReserved(written)
                || !QueryWords.Functions.Contains(written, StringComparer.OrdinalIgnoreCase):
                return QueryError.At(
                    span,
                    $"There is no function {written}; put quotes around a word before a parenthesis",
                    NearestWord.To(written, QueryWords.Functions));
            case QueryToken.Field when !QueryField.TryRead(written, out _, out var position):
                return new(
                    span.Start + Math.Min(position, span.Length),
                    Math.Max(0, span.Length - position),
                    "This is not a field; put quotes around a key with special characters");
            case QueryToken.Operator when before.HasValue && before.Kind == QueryToken.Value:
                return QueryError.At(span, "Expected and, or, or the end here: a comparison has one field and one value");
            case QueryToken.Operator when !before.HasValue || before.Kind != QueryToken.Field:
                return QueryError.At(span, "Expected a field before this");
            default:
                return null;
        }
    }

    private static string Joined(string[] expectations) =>
        expectations.Length == 1 ? expectations[0] : string.Join(", ", expectations[..^1]) + " or " + expectations[^1];
}
