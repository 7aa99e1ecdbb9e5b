using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.State;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.SavedViews;

/// <summary>
/// The address of a saved view contains its whole table, and its id only as a hint, so that a link shows the same table after the view
/// was changed or deleted, and to users who do not have the view.
/// </summary>
public static class ViewUrl
{
    public static string Of(SourceUrls urls, SavedView view) => new TableUrls(urls.Runs, Read(view.Query) with { View = view.Id }).Self;

    /// <summary>The table with this query string; parameters that cannot be read are left out.</summary>
    // A form can send longer texts than an address may have; these are ignored.
    public static TableState Read(string? query) => TableUrl.Read(query is { Length: <= SavedView.MaxQueryLength } ? query : "").State;

    /// <summary>The reason why a table cannot be saved, or null.</summary>
    public static string? Problem(string? query) =>
        query?.Length > SavedView.MaxQueryLength ? "The table's address is too long to be saved: it has too many columns or words." : null;

    /// <summary>The query string that a view of this table is saved as.</summary>
    public static string Saved(TableState state) => new TableUrls("", state).Saved;
}
