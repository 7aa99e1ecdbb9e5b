using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Models.Query;

/// <summary>A query or term with an error, and its place.</summary>
/// <param name="Error">The place, and what was expected.</param>
/// <param name="Before">The text before the error; of a long text its end.</param>
/// <param name="Fault">The wrong part; a space if something is missing.</param>
/// <param name="After">The text after it; of a long text its beginning.</param>
/// <param name="Fixes">The texts that may have been meant.</param>
public sealed record QueryErrorViewModel(QueryError Error, string Before, string Fault, string After, IReadOnlyList<QueryFix> Fixes)
{
    private const int MaxPartLength = 80;

    /// <param name="text">The text with the error.</param>
    /// <param name="error">The error.</param>
    /// <param name="link">Gives the address with another text.</param>
    public static QueryErrorViewModel Of(string text, QueryError error, Func<string, string> link)
    {
        var start = Math.Clamp(error.Position, 0, text.Length);
        var end = Math.Clamp(start + error.Length, start, text.Length);
        return new(
            error,
            Last(text[..start]),
            end == start ? " " : First(text[start..end]),
            First(text[end..]),
            QueryFix.Of(text, start, end, error.Suggestions, link));
    }

    private static string First(string text) => text.Length <= MaxPartLength ? text : text[..MaxPartLength] + "…";

    private static string Last(string text) => text.Length <= MaxPartLength ? text : "…" + text[^MaxPartLength..];
}
