using System.Diagnostics.CodeAnalysis;
using Superpower;

namespace Sacredboard.Data.Queries.Language;

/// <summary>
/// Reads queries: <c>status = failed and (lr &lt; 0.1 or min(validation.loss) &lt; 0.2)</c>; described in
/// docs/query-language.md.
/// </summary>
public static class QueryParser
{
    /// <summary>Maximum length of a query in UTF-16 units.</summary>
    public const int MaxCharacters = 4000;

    /// <summary>Maximum nesting of parentheses and <c>not</c>.</summary>
    public const int MaxDepth = 50;

    /// <summary>Parses any text without throwing; false with the first fault. Empty text is the query that every run matches.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out QueryNode? tree, [NotNullWhen(false)] out QueryError? error)
    {
        tree = null;
        if (text.Length > MaxCharacters)
        {
            error = new(MaxCharacters, text.Length - MaxCharacters, $"A query can have at most {MaxCharacters:N0} characters");
            return false;
        }

        var tokens = QueryTokenizer.Instance.Tokenize(text);
        error = QueryFaults.OfTokens(text, tokens);
        if (error is null && tokens.Any())
        {
            var result = QueryGrammar.Query(tokens);
            error = result.HasValue ? QueryFaults.OfTree(result.Value, text) : QueryFaults.OfGrammar(text, result);
            tree = error is null ? result.Value : null;
        }
        else if (error is null)
        {
            tree = new QueryAnd([]);
        }

        return error is null;
    }
}
