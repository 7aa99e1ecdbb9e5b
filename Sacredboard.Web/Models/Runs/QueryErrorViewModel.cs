using Sacredboard.Data.Querying.Language;

namespace Sacredboard.Web.Models.Runs;

/// <summary>A query that cannot be read, with the place of the fault.</summary>
/// <param name="Error">Where, and what was expected.</param>
/// <param name="Before">The query before the fault; of a long one the last part.</param>
/// <param name="Fault">What is wrong; a space when something is missing.</param>
/// <param name="After">The query after it; of a long one the first part.</param>
/// <param name="FixedUrl">The same view with the suggestion in its place; null without one.</param>
public sealed record QueryErrorViewModel(QueryError Error, string Before, string Fault, string After, string? FixedUrl)
{
    private const int LongestPart = 160;

    public static QueryErrorViewModel Of(RunListQuery query, QueryError error, RunListUrls urls)
    {
        var text = query.Text;
        var start = Math.Clamp(error.Position, 0, text.Length);
        var end = Math.Clamp(start + error.Length, start, text.Length);
        return new(error, Last(text[..start]), end == start ? " " : First(text[start..end]), First(text[end..]), FixUrl(query, start, end, error.Suggestion, urls));
    }

    /// <summary>The view with what may have been meant in the place of what is there; null when nothing is near.</summary>
    public static string? FixUrl(RunListQuery query, int start, int end, string? suggestion, RunListUrls urls) =>
        suggestion is null ? null : urls.Ask(query.Text[..start] + suggestion + query.Text[end..], query.Off);

    private static string First(string text) => text.Length <= LongestPart ? text : text[..LongestPart] + "…";

    private static string Last(string text) => text.Length <= LongestPart ? text : "…" + text[^LongestPart..];
}
