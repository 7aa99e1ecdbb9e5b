using Superpower;
using Superpower.Model;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Hands what <see cref="QueryScanner"/> finds to the grammar.</summary>
internal sealed class QueryTokenizer : Tokenizer<QueryToken>
{
    public static readonly QueryTokenizer Instance = new();

    /// <summary>Where a token stands in the text.</summary>
    public static QuerySpan SpanOf(Token<QueryToken> token) => new(token.Span.Position.Absolute, token.Span.Length);

    protected override IEnumerable<Result<QueryToken>> Tokenize(TextSpan span)
    {
        var text = span.Source!;
        foreach (var lexeme in new QueryScanner(text).Scan())
        {
            yield return Result.Value(lexeme.Kind, From(text, lexeme.Start), From(text, lexeme.End));
        }
    }

    // Lines are nothing to a query: columns count from its start.
    private static TextSpan From(string text, int start) => new(text, new Position(start, 1, start + 1), text.Length - start);
}
