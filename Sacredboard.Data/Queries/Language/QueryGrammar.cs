using Sacredboard.Data.Fields;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// The grammar, as in docs/query-language.md:
/// <code>
/// query     = [ any ]
/// any       = all { "or" all }
/// all       = term { [ "and" ] term }
/// term      = "not" term | "(" any ")" | condition | word | "quoted text"
/// condition = field operator value | field [ "not" ] "in" "(" value { "," value } ")" | "exists" "(" field ")" | "missing" "(" field ")"
/// </code>
/// </summary>
internal static class QueryGrammar
{
    private static readonly string[] TermExpectations = ["a field", "a word", "("];

    private static readonly TokenListParser<QueryToken, Token<QueryToken>> LeftParenthesis = Token.EqualTo(QueryToken.LeftParenthesis)
        .Named("(");

    private static readonly TokenListParser<QueryToken, Token<QueryToken>> RightParenthesis = Token.EqualTo(QueryToken.RightParenthesis)
        .Named(")");

    private static readonly TokenListParser<QueryToken, QueryField> Field = Token.EqualTo(QueryToken.Field)
        .Select(ReadField)
        .Named("a field");

    private static readonly TokenListParser<QueryToken, QueryValue> Value = Token.EqualTo(QueryToken.Value)
        .Select(ReadValue)
        .Named("a value");

    private static readonly TokenListParser<QueryToken, QueryNode> Comparison =
        from field in Field
        from rest in
            (from op in Token.EqualTo(QueryToken.Operator)
             from value in Value
             select (Operator: op, Values: (QueryValue[])[value], Last: value.Span))
            .Or(
             from op in Token.EqualTo(QueryToken.ListOperator)
             from open in LeftParenthesis
             from values in Value.AtLeastOnceDelimitedBy(Token.EqualTo(QueryToken.Comma).Named(","))
             from close in RightParenthesis
             select (Operator: op, Values: values, Last: QueryTokenizer.SpanOf(close)))
            .Named("an operator")
        select Condition(field, rest.Operator, rest.Values, field.Span.To(rest.Last));

    private static readonly TokenListParser<QueryToken, QueryNode> Existence =
        from function in Token.EqualTo(QueryToken.Function)
        from open in LeftParenthesis
        from field in Field
        from close in RightParenthesis
        select Condition(field, function, [], QueryTokenizer.SpanOf(function).To(QueryTokenizer.SpanOf(close)));

    private static readonly TokenListParser<QueryToken, QueryNode> Word =
        from token in Token.EqualTo(QueryToken.Word).Or(Token.EqualTo(QueryToken.Text))
        select (QueryNode)new QueryWord(token.Kind == QueryToken.Text ? QuotedText.Read(token.ToStringValue()) : token.ToStringValue())
        {
            Span = QueryTokenizer.SpanOf(token),
        };

    private static readonly TokenListParser<QueryToken, QueryNode> Group =
        from open in LeftParenthesis
        from any in Parse.Ref(() => Any!)
        from close in RightParenthesis
        select any;

    private static readonly TokenListParser<QueryToken, QueryNode> Negation =
        from not in Token.EqualTo(QueryToken.Not)
        from term in Parse.Ref(() => Term!)
        select (QueryNode)new QueryNot(term) { Span = QueryTokenizer.SpanOf(not).To(term.Span) };

    // The first token decides; trying the alternatives one after the other took most of the time.
    private static readonly TokenListParser<QueryToken, QueryNode> Term = input => input.ConsumeToken() switch
    {
        { HasValue: true, Value.Kind: QueryToken.Word or QueryToken.Text } => Word(input),
        { HasValue: true, Value.Kind: QueryToken.Field } => Comparison(input),
        { HasValue: true, Value.Kind: QueryToken.LeftParenthesis } => Group(input),
        { HasValue: true, Value.Kind: QueryToken.Not } => Negation(input),
        { HasValue: true, Value.Kind: QueryToken.Function } => Existence(input),
        _ => TokenListParserResult.Empty<QueryToken, QueryNode>(input, TermExpectations),
    };

    private static readonly TokenListParser<QueryToken, QueryNode> NextTerm = input =>
        input.ConsumeToken() is { HasValue: true, Value.Kind: QueryToken.And } and ? Term(and.Remainder) : Term(input);

    private static readonly TokenListParser<QueryToken, QueryNode> All =
        from first in Term
        from rest in NextTerm.Many()
        select rest.Length == 0 ? first : new QueryAnd([first, .. rest]) { Span = first.Span.To(rest[^1].Span) };

    private static readonly TokenListParser<QueryToken, QueryNode> Any =
        from first in All
        from rest in Token.EqualTo(QueryToken.Or).IgnoreThen(All).Many()
        select rest.Length == 0 ? first : new QueryOr([first, .. rest]) { Span = first.Span.To(rest[^1].Span) };

    /// <summary>A whole query that is not empty.</summary>
    public static readonly TokenListParser<QueryToken, QueryNode> Query = Any.AtEnd();

    private static QueryNode Condition(QueryField field, Token<QueryToken> op, QueryValue[] values, QuerySpan span)
    {
        var read = QueryOperators.Parse(op.ToStringValue());
        // These operators take text even when it looks like a number: comment contains 0.10
        if (read is QueryOperator.Matches or QueryOperator.MatchesNot or QueryOperator.Contains)
        {
            values = Array.ConvertAll(values, value => QueryValue.Of(value.Written) with { Span = value.Span });
        }

        return new QueryCondition(field, read, values) { Span = span, OperatorSpan = QueryTokenizer.SpanOf(op) };
    }

    // QueryFaults reports a field that cannot be read before the tree is used.
    private static QueryField ReadField(Token<QueryToken> token) =>
        (QueryField.TryRead(token.ToStringValue(), out var field, out _)
            ? field!
            : QueryField.OfDocument()) with
        { Span = QueryTokenizer.SpanOf(token) };

    private static QueryValue ReadValue(Token<QueryToken> token)
    {
        var text = token.ToStringValue();
        var value = text[0] is '"' or '\'' ? QueryValue.Of(QuotedText.Read(text)) : QueryValue.OfWord(text) with { Written = text };
        return value with { Span = QueryTokenizer.SpanOf(token) };
    }
}
