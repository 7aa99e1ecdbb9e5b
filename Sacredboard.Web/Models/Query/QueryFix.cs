namespace Sacredboard.Web.Models.Query;

/// <summary>A text that may have been meant.</summary>
/// <param name="Text">The text.</param>
/// <param name="Url">The address of the table with that text in the query.</param>
public sealed record QueryFix(string Text, string Url)
{
    /// <param name="text">The query.</param>
    /// <param name="start">Start of the part that the suggestions replace.</param>
    /// <param name="end">End of that part.</param>
    /// <param name="suggestions">The texts that may have been meant.</param>
    /// <param name="link">Gives the address with another query.</param>
    public static IReadOnlyList<QueryFix> Of(
        string text,
        int start,
        int end,
        IReadOnlyList<string> suggestions,
        Func<string, string> link) =>
        [.. suggestions.Select(instead => new QueryFix(instead, link(text[..start] + instead + text[end..])))];
}
