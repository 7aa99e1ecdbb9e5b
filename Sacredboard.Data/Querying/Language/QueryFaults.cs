using Superpower.Model;

namespace Sacredboard.Data.Querying.Language;

/// <summary>Finds what is wrong with a query, and says it so that people can put it right.</summary>
internal static class QueryFaults
{
    /// <summary>What single pieces tell: too deep, an operator of another language, a word that is no function.</summary>
    public static QueryError? OfTokens(string text, TokenList<QueryToken> tokens)
    {
        var depth = new QueryDepth();
        foreach (var token in tokens)
        {
            var span = QueryTokenizer.SpanOf(token);
            if (depth.Add(token.Kind) > QueryParser.Deepest)
            {
                return QueryError.At(span, $"Deeper than {QueryParser.Deepest} parentheses and nots");
            }

            if (OfToken(text.Substring(span.Start, span.Length), token.Kind, span) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    public static QueryError OfGrammar(string text, TokenList<QueryToken> tokens, TokenListParserResult<QueryToken, QueryNode> result)
    {
        var expected = result.Expectations is { Length: > 0 } all ? string.Join(", ", all[..^1]) + (all.Length > 1 ? " or " : "") + all[^1] : "and, or, or the end";
        return result.Remainder.IsAtEnd
            ? new(text.Length, 0, $"Something is missing at the end: {expected}")
            : QueryError.At(QueryTokenizer.SpanOf(result.Remainder.ConsumeToken().Value), $"Expected {expected}");
    }

    public static QueryError? OfTree(QueryNode tree) => null;

    private static QueryError? OfToken(string text, QueryToken kind, QuerySpan span) => kind switch
    {
        QueryToken.Word when text == "&&" => QueryError.At(span, "Written as a word here", "and"),
        QueryToken.Word when text == "||" => QueryError.At(span, "Written as a word here", "or"),
        QueryToken.Field when !QueryField.TryRead(text, out _, out var position) => new(span.Start + position, Math.Max(0, span.Length - position), "This is no field"),
        _ => null,
    };
}
