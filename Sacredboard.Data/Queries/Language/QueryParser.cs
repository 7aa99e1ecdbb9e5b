using System.Diagnostics.CodeAnalysis;
using Superpower;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Reads queries: <c>status = failed and (lr &lt; 0.1 or min(validation.loss) &lt; 0.2)</c>; docs/query-language.md has all of it.</summary>
public static class QueryParser
{
    /// <summary>In UTF-16 units.</summary>
    public const int MostCharacters = 4000;

    /// <summary>Of parentheses and <c>not</c> inside of each other.</summary>
    public const int Deepest = 50;

    /// <summary>Reads a query of any text without ever throwing; false with the first fault. Empty text is the query that every run answers.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out QueryNode? tree, [NotNullWhen(false)] out QueryError? error)
    {
        tree = null;
        if (text.Length > MostCharacters)
        {
            error = new(MostCharacters, text.Length - MostCharacters, $"A query has no more than {MostCharacters:N0} characters");
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
