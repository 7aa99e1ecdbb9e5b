using System.Text.RegularExpressions;
using Sacredboard.Data.Fields;
using Superpower.Model;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Finds the first fault of a query and describes it so that users can correct it.</summary>
internal static partial class QueryFaults
{
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
            case QueryToken.Word when ForeignWords.Operators.TryGetValue(written, out var own):
                return QueryError.At(span, $"Write {own} here", own);
            case QueryToken.Value when written.AsSpan().IndexOfAnyExcept("=<>!~") < 0 && before.Kind == QueryToken.Operator:
                var both = QueryTokenizer.SpanOf(before).To(span);
                var op = ForeignWords.Operators.GetValueOrDefault(before.ToStringValue() + written);
                return op is null
                    ? QueryError.At(span, "Expected a value here; put quotes around a value of such characters")
                    : QueryError.At(both, $"Write {op} here", op);
            case QueryToken.Value when before.Kind == QueryToken.Operator && Symbols(written) is > 0 and var symbols:
                var start = QueryTokenizer.SpanOf(before).Start;
                return ForeignWords.Operators.TryGetValue(before.ToStringValue() + written[..symbols], out var meant)
                    ? QueryError.At(QuerySpan.Between(start, span.Start + symbols), $"Write {meant} here", meant)
                    : null;
            case QueryToken.Value
                when written[0] == '('
                && before.Kind == QueryToken.Operator
                && before.ToStringValue() is not ("~" or "!~"):
                return QueryError.At(span, "Expected a value here; write in (…) for several values");
            case QueryToken.Function when ForeignWords.Operators.TryGetValue(written, out var connective):
                return QueryError.At(span, $"Write {connective} here", $" {connective} ");
            case QueryToken.Function
                when QueryWords.IsReserved(written)
                || !QueryWords.Functions.Contains(written, StringComparer.OrdinalIgnoreCase):
                return QueryError.At(
                    span,
                    $"There is no function {written}; put quotes around a word before a parenthesis",
                    ForeignWords.Functions.GetValueOrDefault(written)
                        ?? (StatisticSynonyms.Find(written) is { } statistic ? MetricFieldText.WriteKind(statistic) : null)
                        ?? NearestWord.To(written, QueryWords.Functions));
            case QueryToken.Field when !QueryField.TryRead(written, out _, out var position):
                return Subscript(written) is { } path
                    ? QueryError.At(span, "Keys stand after a dot; only indexes of lists in brackets", path)
                    : new(
                        span.Start + Math.Min(position, span.Length),
                        Math.Max(0, span.Length - position),
                        "This is not a field; put quotes around a key with special characters");
            case QueryToken.Operator when written == "!" && !before.HasValue | before.Kind != QueryToken.Field:
                return QueryError.At(span, "Write not here", "not ");
            case QueryToken.Operator when before.HasValue && before.Kind == QueryToken.Value:
                return QueryError.At(span, "Expected and, or, or the end here: a comparison has one field and one value");
            case QueryToken.Operator when !before.HasValue || before.Kind != QueryToken.Field:
                return QueryError.At(span, "Expected a field before this");
            default:
                return null;
        }
    }

    // Symbols that stand without a space before a value were meant as a part of the operator, but not those of <lambda>.
    private static int Symbols(string value) =>
        value[0] is '=' or '<' or '>' or '~' && !SymbolWord.Is(value)
            ? value.AsSpan().IndexOfAnyExcept("=<>!~") is > 0 and var length ? length : 0
            : 0;

    // config["lr"] as config.lr
    private static string? Subscript(string field)
    {
        var path = SubscriptPattern().Replace(field, match => "." + QuotedText.QuoteIfNeeded(match.Groups[1].Value, "$"));
        return path != field && QueryField.TryRead(path, out _, out _) ? path : null;
    }

    [GeneratedRegex(@"\[[""']?([^\[\]""'\d][^\[\]""']*)[""']?\]", RegexOptions.CultureInvariant)]
    private static partial Regex SubscriptPattern();

    private static string Joined(string[] expectations) =>
        expectations.Length == 1 ? expectations[0] : string.Join(", ", expectations[..^1]) + " or " + expectations[^1];
}
