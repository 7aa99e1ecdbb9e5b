using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Grouping;

namespace Sacredboard.Web.Table;

/// <summary>The addresses that open, change and close a table of groups.</summary>
/// <param name="links">The addresses of the table.</param>
/// <param name="state">The state of the table.</param>
public sealed class GroupUrls(TableUrls links, TableState state)
{
    /// <summary>The same runs, not grouped.</summary>
    public string Flat => links.To(state with { Grouping = null, GroupSort = [], Page = 1, Open = [] });

    /// <summary>The same runs, grouped by this.</summary>
    public string By(RunGrouping grouping) => links.To((state with { Grouping = grouping, Page = 1, Open = [] }).SortedBy(
        state.Grouping is null
            ? [.. state.Sort.Select(level => new GroupSort(GroupMeasure.Value, level.Field, level.Descending))]
            : state.GroupSort));

    /// <summary>
    /// Grouped without a key: one of the fields, or a key of the whole config, which then counts as a seed. Null for the only field.
    /// </summary>
    public string? Without(RunField key) =>
        !state.Grouping!.Keys.Contains(key) ? By(state.Grouping with { Seeds = state.Grouping.Seeds.With(key) })
        : state.Grouping.Keys.Count > 1 ? By(state.Grouping with { Keys = [.. state.Grouping.Keys.Where(other => other != key)] })
        : null;

    /// <summary>The runs that a query matches, not grouped.</summary>
    public string Narrowed(string text) => links.To(state with { Text = text, Grouping = null, GroupSort = [], Page = 1, Open = [] });

    /// <summary>Expands or closes a group.</summary>
    /// <param name="segment">The name that the address gives it when it is expanded.</param>
    /// <param name="named">The names that it has in the present address; empty for a closed group.</param>
    public string ToggleOpen(string segment, IReadOnlyList<string> named) => links.To(state with
    {
        Open = named.Count == 0 ? [.. state.Open, segment] : [.. state.Open.Except(named)],
    });

    /// <summary>Shows another range of the runs of an expanded group.</summary>
    /// <param name="named">The names that the group has in the present address.</param>
    public string Show(OpenGroup group, IReadOnlyList<string> named) =>
        links.To(state with { Open = [.. state.Open.Except(named), group.ToString()] });
}
