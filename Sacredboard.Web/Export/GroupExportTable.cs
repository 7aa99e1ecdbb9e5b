using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Statistics;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Queries.Totals;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Export;

/// <summary>All groups of a table: the values that they are grouped by, the number of runs, their statuses and statistics.</summary>
public sealed class GroupExportTable : IExportTable
{
    /// <summary>Maximum number of statuses with a column, because a status may be any text.</summary>
    private const int MaxStatuses = 32;

    private static readonly (string Name, Func<NumberTotal, double?> Of)[] Statistics =
        [
            ("mean", numbers => numbers.Mean),
            ("std", numbers => numbers.Std),
            ("min", numbers => numbers.Min),
            ("max", numbers => numbers.Max)];

    private readonly CatalogSnapshot _snapshot;
    private readonly TableState _state;
    private readonly GroupQuery _groups;
    private readonly RunQueryResult _runs;
    private readonly DateTimeOffset _now;
    private readonly IReadOnlyList<RunField> _keys;
    private readonly IReadOnlyList<string> _statuses;

    /// <param name="resolved">A table of groups; its page number is ignored.</param>
    /// <param name="now">The end of the durations of running runs.</param>
    public GroupExportTable(ResolvedTable resolved, DateTimeOffset now)
    {
        (_snapshot, _now, _state) = (resolved.Snapshot, now, resolved.State);
        var groups = resolved.Groups;
        _runs = _snapshot.Queries().Group(groups with { Take = 0 }).Runs;
        var numbers = Numeric(groups, resolved.GroupColumns.All);
        _groups = groups with { Columns = [.. numbers.Select(column => column.Field)], Skip = 0, Take = int.MaxValue };
        _keys = [.. Keys(groups.Grouping).Distinct().Take(TableState.MaxColumns)];
        _statuses = [.. _runs.Statuses.Take(MaxStatuses).Select(status => status.Status)];
        Names = NamesOf(numbers);
    }

    public IReadOnlyList<string> Names { get; }

    public IEnumerable<IReadOnlyList<ExportCell>> Rows => _snapshot.Queries().EachGroup(_groups).Select(Row);

    public IEnumerable<StatisticsProgress> Incomplete =>
        _snapshot.Progress([.. _runs.Metrics, .. _state.ShownFields()]).Where(progress => !progress.IsComplete);

    private bool HasMoreStatuses => _runs.Statuses.Count > _statuses.Count;

    private IReadOnlyList<RunColumn> Numeric(GroupQuery groups, IReadOnlyList<ColumnSpec> specs)
    {
        var columns = Columns(LeftOutFields.Beside(specs));
        var totals = _snapshot.Queries().Totals(groups.Runs, [.. columns.Select(column => column.Field)]);
        return [.. columns.Where((_, i) => totals[i].IsNumeric)];
    }

    // Of a whole config only the keys that differ, because the others are the same in all groups.
    private IEnumerable<RunField> Keys(RunGrouping grouping) => grouping.Keys.SelectMany(key => key is not null
        ? [key]
        : _snapshot.Queries().DifferingConfig(_groups.Runs).Where(grouping.Settles));

    private IReadOnlyList<string> NamesOf(IReadOnlyList<RunColumn> numbers)
    {
        var names = ColumnNames.Of([.. Columns(Plain(_keys)), .. numbers]);
        return ColumnNames.Distinct(
        [
            .. names.Take(_keys.Count),
            "Runs",
            .. _statuses.Select(status => status.Length == 0 ? StatusLabel.Of(status).Word : status),
            .. HasMoreStatuses ? ["Other statuses"] : Array.Empty<string>(),
            .. names.Skip(_keys.Count).SelectMany(name => Statistics.Select(statistic => $"{name} {statistic.Name}").Append($"{name} n")),
        ]);
    }

    private ExportCell[] Row(RunGroup group) =>
    [
        .. _keys.Select(key => ExportCell.Of(_snapshot, group.Newest, key, _now)),
        Count(group.Count),
        .. _statuses.Select(status => Count(group.Statuses.FirstOrDefault(found => found.Status == status)?.Count ?? 0)),
        .. HasMoreStatuses
            ? [Count(group.Statuses.Where(found => !_statuses.Contains(found.Status)).Sum(found => found.Count))]
            : Array.Empty<ExportCell>(),
        .. group.Values.SelectMany(value => Numbers(value.Numbers)),
    ];

    private static IEnumerable<ExportCell> Numbers(NumberTotal numbers) => Statistics
        .Select(statistic => statistic.Of(numbers) is { } number ? new ExportCell(new SacredDouble(number)) : default)
        .Append(Count(numbers.Count));

    private static ExportCell Count(int count) => new(new SacredInteger(count));

    private static IReadOnlyList<ColumnSpec> Plain(IEnumerable<RunField> fields) => [.. fields.Select(field => new ColumnSpec(field))];

    private IReadOnlyList<RunColumn> Columns(IReadOnlyList<ColumnSpec> specs) =>
        [.. RunColumn.For([], specs, _snapshot).Skip(RunColumn.Fixed.Count)];
}
