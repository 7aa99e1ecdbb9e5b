using Sacredboard.Data.State;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Models.SavedViews;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.SavedViews;

/// <summary>Makes the menu and the list of saved views.</summary>
public static class SavedViewMenus
{
    /// <param name="list">The views of the source.</param>
    /// <param name="urls">The addresses of the source.</param>
    /// <param name="table">The table that has the menu.</param>
    /// <param name="current">The id of the view that the table was made from; null for none.</param>
    public static ViewsMenu Of(SavedViewList list, SourceUrls urls, TableUrls table, long? current)
    {
        var items = list.Views.Select(view =>
            Item(view, urls, list.Person, view.Id == current && !ViewUrl.IsComparison(view.Query))).ToList();
        var item = items.Find(item => item.IsCurrent);
        return new()
        {
            Urls = urls,
            Items = items,
            Current = item,
            IsChanged = item is not null && ViewUrl.Saved(ViewUrl.Read(item.View.Query)) != table.Saved,
            At = table.Self[table.Path.Length..].TrimStart('?'),
            Saved = table.Saved,
            Problem = list.Problem,
        };
    }

    /// <summary>What a comparison can be saved as, and the view that it was made from.</summary>
    public static ComparisonView Of(SavedViewList list, SourceUrls urls, CompareState state)
    {
        var current = list.Views.FirstOrDefault(view => view.Id == state.View && ViewUrl.IsComparison(view.Query));
        var saved = ViewUrl.Saved(state);
        return new(
            current is null ? null : Item(current, urls, list.Person, isCurrent: true),
            current is not null && ViewUrl.Kept(current.Query, null) != saved,
            saved,
            list.Problem);
    }

    /// <param name="person">The current user.</param>
    public static ViewItem Item(SavedView view, SourceUrls urls, string? person, bool isCurrent = false) =>
        new(view, ViewUrl.Of(urls, view), view.MayBeChangedBy(person), isCurrent);
}
