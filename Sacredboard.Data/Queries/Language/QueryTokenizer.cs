using Superpower;
using Superpower.Model;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Gives the tokens of <see cref="QueryScanner"/> to the parser library.</summary>
internal sealed class QueryTokenizer : Tokenizer<QueryToken>
{
    public static readonly QueryTokenizer Instance = new();

    public static QuerySpan SpanOf(Token<QueryToken> token) => new(token.Span.Position.Absolute, token.Span.Length);

    protected override IEnumerable<Result<QueryToken>> Tokenize(TextSpan span)
    {
        var text = span.Source!;
        foreach (var lexeme in new QueryScanner(text).Scan())
        {
            yield return Result.Value(lexeme.Kind, From(text, lexeme.Start), From(text, lexeme.End));
        }
    }

    // Line breaks do not count: columns are counted from the start of the query.
    private static TextSpan From(string text, int start) => new(text, new Position(start, 1, start + 1), text.Length - start);
}
