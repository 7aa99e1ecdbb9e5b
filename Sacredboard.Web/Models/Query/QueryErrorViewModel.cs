using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Models.Query;

/// <summary>A query or a term that cannot be read, with the place of the fault.</summary>
/// <param name="Error">Where, and what was expected.</param>
/// <param name="Before">The text before the fault; of a long one the last part.</param>
/// <param name="Fault">What is wrong; a space when something is missing.</param>
/// <param name="After">The query after it; of a long one the first part.</param>
/// <param name="FixedUrl">The same view with the suggestion in its place; null without one.</param>
public sealed record QueryErrorViewModel(QueryError Error, string Before, string Fault, string After, string? FixedUrl)
{
    private const int LongestPart = 80;

    /// <param name="text">What cannot be read.</param>
    /// <param name="error">Why.</param>
    /// <param name="link">Where another text in its place is shown.</param>
    public static QueryErrorViewModel Of(string text, QueryError error, Func<string, string> link)
    {
        var start = Math.Clamp(error.Position, 0, text.Length);
        var end = Math.Clamp(start + error.Length, start, text.Length);
        return new(error, Last(text[..start]), end == start ? " " : First(text[start..end]), First(text[end..]), FixUrl(text, start, end, error.Suggestion, link));
    }

    /// <summary>The text with what may have been meant in the place of what is there; null when nothing is near.</summary>
    public static string? FixUrl(string text, int start, int end, string? suggestion, Func<string, string> link) =>
        suggestion is null ? null : link(text[..start] + suggestion + text[end..]);

    private static string First(string text) => text.Length <= LongestPart ? text : text[..LongestPart] + "…";

    private static string Last(string text) => text.Length <= LongestPart ? text : "…" + text[^LongestPart..];
}
