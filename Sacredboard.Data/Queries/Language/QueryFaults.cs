using Superpower.Model;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Finds what is wrong with a query, and says it so that people can put it right.</summary>
internal static class QueryFaults
{
    /// <summary>Words of other languages, and what they are called here.</summary>
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

    /// <summary>What single pieces tell: too deep, an operator of another language, a word that is no function.</summary>
    public static QueryError? OfTokens(string text, TokenList<QueryToken> tokens)
    {
        var depth = new QueryDepth();
        var before = default(Token<QueryToken>);
        foreach (var token in tokens)
        {
            var span = QueryTokenizer.SpanOf(token);
            if (depth.Add(token.Kind) > QueryParser.Deepest)
            {
                return QueryError.At(span, $"A query has no more than {QueryParser.Deepest} parentheses and nots inside of each other");
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

        return QueryError.At(QueryTokenizer.SpanOf(found), found.Kind == QueryToken.RightParenthesis ? $"Expected {expected} before this )" : $"Expected {expected} here");
    }

    /// <summary>What is read well, but cannot be answered.</summary>
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
                return QueryError.At(span, $"Here this is called {own}", own);
            case QueryToken.Value when written.AsSpan().IndexOfAnyExcept("=<>!~") < 0 && before.Kind == QueryToken.Operator:
                var both = QueryTokenizer.SpanOf(before).To(span);
                var op = Foreign.GetValueOrDefault(before.ToStringValue() + written);
                return op is null ? QueryError.At(span, "Expected a value here; one of such characters stands in quotes") : QueryError.At(both, $"Here this is called {op}", op);
            case QueryToken.Value when written[0] == '(' && before.Kind == QueryToken.Operator && before.ToStringValue() is not ("~" or "!~"):
                return QueryError.At(span, "Expected a value here; several values are asked for by in (…)");
            case QueryToken.Function when QueryWords.IsReserved(written) || !QueryWords.Functions.Contains(written, StringComparer.OrdinalIgnoreCase):
                return QueryError.At(span, $"There is no function {written}; a word before a parenthesis stands in quotes", NearestWord.To(written, QueryWords.Functions));
            case QueryToken.Field when !QueryField.TryRead(written, out _, out var position):
                return new(span.Start + Math.Min(position, span.Length), Math.Max(0, span.Length - position), "This is no field; a key with odd characters stands in quotes");
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
