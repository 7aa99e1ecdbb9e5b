using Sacredboard.Data.Querying;
using Sacredboard.Data.Querying.Grouping;

namespace Sacredboard.Web.Models.Runs.Groups;

/// <summary>The addresses that lead into, through and out of a table of groups.</summary>
/// <param name="links">The view.</param>
/// <param name="query">What it shows.</param>
public sealed class GroupUrls(RunListUrls links, RunListQuery query)
{
    /// <summary>The same runs, not grouped.</summary>
    public string Flat => links.To(query with { Grouping = null, GroupSort = [], Page = 1, Open = [] });

    /// <summary>The same runs, grouped by this.</summary>
    public string By(RunGrouping grouping) => links.To(GroupParameters.WithSort(
        query with { Grouping = grouping, Page = 1, Open = [] },
        query.Grouping is null ? [.. query.Sort.Select(level => new GroupSort(GroupMeasure.Value, level.Field, level.Descending))] : query.GroupSort));

    /// <summary>The runs that a query finds, not grouped.</summary>
    public string Narrowed(string text) => links.To(query with { Text = text, Grouping = null, GroupSort = [], Page = 1, Open = [] });

    /// <summary>With a group expanded, or no longer.</summary>
    /// <param name="segment">By which it is to be named.</param>
    /// <param name="named">The names that it has in this view; none for a closed group.</param>
    public string ToggleOpen(string segment, IReadOnlyList<string> named) => links.To(query with
    {
        Open = named.Count == 0 ? [.. query.Open, segment] : [.. query.Open.Except(named)],
    });

    /// <summary>Sorted by this: first what comes most naturally, then the other way round, then no longer.</summary>
    public string ToggleSort(GroupMeasure measure, RunField? field)
    {
        var descendingFirst = measure == GroupMeasure.Count;
        GroupSort[] next = query.GroupSort is [var first, ..] && first.Measure == measure && first.Field == field
            ? first.Descending == descendingFirst ? [first with { Descending = !descendingFirst }] : []
            : [new(measure, field, descendingFirst)];
        return links.To(GroupParameters.WithSort(query with { Page = 1, Open = [] }, next));
    }
}
