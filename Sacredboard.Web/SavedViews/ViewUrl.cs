using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.State;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.SavedViews;

/// <summary>
/// The address of a saved view contains its whole table or comparison, and its id only as a hint, so that a link shows the same after the
/// view was changed or deleted, and to users who do not have the view.
/// </summary>
public static class ViewUrl
{
    /// <summary>What the query of a view of a comparison begins with.</summary>
    private const string Comparison = "compare?";

    public static string Of(SourceUrls urls, SavedView view) => IsComparison(view.Query)
        ? CompareUrl.Write(urls.Compare, ReadComparison(view.Query) with { View = view.Id })
        : new TableUrls(urls.Runs, Read(view.Query) with { View = view.Id }).Self;

    public static bool IsComparison(string? query) => query?.StartsWith(Comparison, StringComparison.Ordinal) == true;

    /// <summary>The query of a view as it is kept, from what a form sent.</summary>
    /// <param name="query">Of a table, or of a comparison with its word in front.</param>
    /// <param name="note">The note of a comparison; null to keep it.</param>
    public static string Kept(string? query, string? note)
    {
        if (!IsComparison(query))
        {
            return Saved(Read(query));
        }

        var state = ReadComparison(query!);
        return Saved(note is null ? state : state with { Note = note.Trim().ReplaceLineEndings("\n") });
    }

    /// <summary>The table with this query string; parameters that cannot be read are left out.</summary>
    // A form can send longer texts than an address may have; these are ignored.
    public static TableState Read(string? query) => TableUrl.Read(query is { Length: <= SavedView.MaxQueryLength } ? query : "").State;

    /// <summary>The reason why a table cannot be saved, or null.</summary>
    public static string? Problem(string? query) =>
        query?.Length > SavedView.MaxQueryLength ? "The address is too long to be saved: it has too many columns, runs or words." : null;

    /// <summary>The same for a comparison, without the table that it was opened from.</summary>
    public static string Saved(CompareState state) =>
        CompareUrl.Write("compare", state with { View = null, Page = new() { Charts = state.Page.Charts } });

    /// <summary>The query string that a view of this table is saved as.</summary>
    public static string Saved(TableState state) => new TableUrls("", state).Saved;

    private static CompareState ReadComparison(string query) =>
        CompareUrl.Read(new QueryCollection(QueryHelpers.ParseQuery(query[Comparison.Length..])), out _);
}
