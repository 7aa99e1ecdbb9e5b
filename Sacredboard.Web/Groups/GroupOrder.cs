using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Groups;

/// <summary>The order of a table of groups, with the values that it can be sorted by.</summary>
public sealed class GroupOrder(RunGrouping grouping, IReadOnlyList<GroupSort> sort)
{
    private const string Default = "Largest first";

    private static readonly GroupSort Count = new(GroupMeasure.Count, null, Descending: true);

    private static readonly (GroupMeasure Measure, string Short, string Word)[] Spreads =
        [(GroupMeasure.Std, "std", "standard deviation"), (GroupMeasure.Min, "min", "lowest"), (GroupMeasure.Max, "max", "highest")];

    public TableHeading CountHeading => Heading(null, "Runs", Count, "the number of runs");

    public TableHeading Heading(RunColumn column) =>
        Heading(column, column.Title, Of(GroupMeasure.Value, column), grouping.HasValue(column.Field) ? "it" : "the mean");

    /// <param name="columns">The columns of the table.</param>
    public TableOrder Menu(IReadOnlyList<RunColumn> columns) => new(
        Default,
        [.. sort.Select((level, i) =>
            new SortLevel((level with { Descending = false }).ToString(), Title(level, columns), level.Descending, i == 0))],
        [
            .. columns.SelectMany(Choices).Prepend(Count).Where(choice => IndexOf(choice) < 0)
                .Select(choice => new SortChoice(choice.ToString(), Title(choice, columns))),
        ]);

    private TableHeading Heading(RunColumn? column, string title, GroupSort first, string by)
    {
        var own = IndexOf(first);
        var at = own >= 0 || column is null ? own : sort.ToList().FindIndex(level => level.Field == column.Field);
        var mark = at < 0 ? null
            : new SortMark(
                sort[at].Descending,
                at,
                sort.Count,
                own < 0 ? Spreads.FirstOrDefault(one => one.Measure == sort[at].Measure).Short : null);
        var key = own < 0 ? first.ToString() : (sort[own] with { Descending = first.Descending }).ToString();
        return new(column, title, key, mark, TableHeading.HintOf(own < 0 ? null : mark, key, by, Default));
    }

    // Columns with numbers can be sorted by all statistics; others only if all runs of a group have the same value.
    private IEnumerable<GroupSort> Choices(RunColumn column) =>
        grouping.HasValue(column.Field) ? [Of(GroupMeasure.Value, column)]
        : column.IsNumeric ? [Of(GroupMeasure.Value, column), .. Spreads.Select(one => Of(one.Measure, column))]
        : [];

    private string Title(GroupSort level, IReadOnlyList<RunColumn> columns)
    {
        var title = columns.FirstOrDefault(column => column.Field == level.Field)?.Title ?? level.Field?.ToString();
        return level.Measure switch
        {
            GroupMeasure.Count => "Number of runs",
            GroupMeasure.Value when grouping.HasValue(level.Field!) => title!,
            GroupMeasure.Value or GroupMeasure.Mean => $"{title}: mean",
            _ => $"{title}: {Spreads.First(one => one.Measure == level.Measure).Word}",
        };
    }

    private static GroupSort Of(GroupMeasure measure, RunColumn column) => new(measure, column.Field, Descending: false);

    private int IndexOf(GroupSort level) => sort.ToList().FindIndex(other => Plain(other) == Plain(level));

    // Without the direction. The value of a field that differs in a group is its mean.
    private GroupSort Plain(GroupSort level) => level with
    {
        Measure = level.Measure == GroupMeasure.Mean && !grouping.HasValue(level.Field!) ? GroupMeasure.Value : level.Measure,
        Descending = false,
    };
}
