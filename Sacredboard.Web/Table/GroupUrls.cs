using Sacredboard.Data.Queries.Grouping;

namespace Sacredboard.Web.Table;

/// <summary>The addresses that lead into, through and out of a table of groups.</summary>
/// <param name="links">The view.</param>
/// <param name="query">What it shows.</param>
public sealed class GroupUrls(TableUrls links, TableState query)
{
    /// <summary>The same runs, not grouped.</summary>
    public string Flat => links.To(query with { Grouping = null, GroupSort = [], Page = 1, Open = [] });

    /// <summary>The same runs, grouped by this.</summary>
    public string By(RunGrouping grouping) => links.To((query with { Grouping = grouping, Page = 1, Open = [] }).SortedBy(
        query.Grouping is null
            ? [.. query.Sort.Select(level => new GroupSort(GroupMeasure.Value, level.Field, level.Descending))]
            : query.GroupSort));

    /// <summary>The runs that a query finds, not grouped.</summary>
    public string Narrowed(string text) => links.To(query with { Text = text, Grouping = null, GroupSort = [], Page = 1, Open = [] });

    /// <summary>With a group expanded, or no longer.</summary>
    /// <param name="segment">By which it is to be named.</param>
    /// <param name="named">The names that it has in this view; none for a closed group.</param>
    public string ToggleOpen(string segment, IReadOnlyList<string> named) => links.To(query with
    {
        Open = named.Count == 0 ? [.. query.Open, segment] : [.. query.Open.Except(named)],
    });

    /// <summary>With these runs of an expanded group.</summary>
    /// <param name="named">The names that the group has in this view.</param>
    public string Show(OpenGroup group, IReadOnlyList<string> named) =>
        links.To(query with { Open = [.. query.Open.Except(named), group.ToString()] });
}
