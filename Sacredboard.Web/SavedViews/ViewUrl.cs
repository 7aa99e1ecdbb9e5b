using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.State;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.SavedViews;

/// <summary>
/// The address of a saved view holds all of it, and its number only as a mark: so a link goes on to show the same table when the view is
/// changed or deleted, and to people who have no such view.
/// </summary>
public static class ViewUrl
{
    public static string Of(SourceUrls urls, SavedView view) => new TableUrls(urls.Runs, Read(view.Query) with { View = view.Id }).Self;

    /// <summary>A table that was given as the parameters of its address; what cannot be understood is left out.</summary>
    // A form may send anything: more parameters than an address would be taken with are none.
    public static TableState Read(string? query) => TableUrl.Read(query is { Length: <= SavedView.MaxQueryLength } ? query : "").State;

    /// <summary>Why a table cannot be saved, or null.</summary>
    public static string? Problem(string? query) =>
        query?.Length > SavedView.MaxQueryLength ? "The table's address is too long to be saved: it has too many columns or words." : null;

    /// <summary>What a view of this table is saved as.</summary>
    public static string Saved(TableState query) => new TableUrls("", query).Saved;
}
