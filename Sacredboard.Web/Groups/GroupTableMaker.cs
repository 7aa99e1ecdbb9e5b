using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Compare;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Groups;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.RunAddress;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Groups;

/// <summary>Makes a table of groups from one snapshot of a source's catalog.</summary>
public sealed class GroupTableMaker(SourceUrls urls, ResolvedTable resolved)
{
    private const int MaxDifferingKeys = 6;
    private const int MaxSeeds = 3;

    /// <summary>With more runs, comparing every config key takes too long.</summary>
    private const int MaxRunsForAllKeys = 10_000;

    private readonly TableState _state = resolved.State;
    private readonly CatalogSnapshot _snapshot = resolved.Snapshot;
    private readonly GroupQuery _groupQuery = resolved.Groups;
    private readonly RunUrls _pages = new(urls, resolved.State);

    private IReadOnlyList<RunField> _identifying = [];

    /// <summary>The groups of the page.</summary>
    public GroupQueryResult Find() => _snapshot.Queries().Group(_groupQuery);

    /// <param name="result">The result of <see cref="Find"/>.</param>
    /// <param name="links">The addresses of the table.</param>
    public GroupTableViewModel Make(GroupQueryResult result, TableUrls links)
    {
        var grouping = _state.Grouping!;
        var group = new GroupUrls(links, _state);
        var newest = result.Groups.Select(found => found.Newest).ToList();
        IReadOnlyList<RunColumn> columns =
        [
            .. RunColumn.Measured(Columns(newest, resolved.GroupColumns.All), _groupQuery.Runs, _snapshot)
                .Select((column, i) => column with
                {
                    IsNumeric = column.IsNumeric || result.Groups.Any(found => found.Values[i].Numbers.Count > 0),
                }),
        ];
        var open = _state.Open.ToLookup(name => NumberOf(OpenGroup.Read(name)!.Segment));
        _identifying = _state.Open.Count == 0 ? [] : IdentifyingFields(grouping, result, newest);
        var keys = Columns(newest, Plain(KeyFields(grouping, newest).Except(_groupQuery.Columns)));
        var order = new GroupOrder(grouping, _state.GroupSort);
        return new()
        {
            Title = GroupTitle.Of(grouping),
            Caption = GroupTitle.Of(grouping, result.GroupCount, _snapshot),
            FlatUrl = group.Flat,
            CompareUrl = CompareUrl.Write(urls.Compare, new() { Runs = CompareUrl.OnlyRuns(_state), Page = new() { Table = _state } }),
            Grouping = grouping,
            CountHeading = order.CountHeading,
            Keys = [.. keys.Select(key => order.Heading(key) with { LeaveOutUrl = group.Without(key.Field) })],
            Columns = [.. columns.Select(order.Heading)],
            Order = order.Menu([.. keys, .. columns]),
            Rows = [.. result.Groups.Select(found => Row(found, columns, group, [.. open[found.Number]]))],
            Totals = TotalsViewModel.Of(
                ColumnTotals.Of(_snapshot, _groupQuery.Runs, result.Runs.Matched, columns),
                result.Runs.Matched,
                1 + keys.Count,
                result.GroupCount),
        };
    }

    private static IReadOnlyList<ColumnSpec> Plain(IEnumerable<RunField> fields) => [.. fields.Select(field => new ColumnSpec(field))];

    private IReadOnlyList<RunColumn> Columns(IReadOnlyList<CatalogRun> runs, IReadOnlyList<ColumnSpec> columns) =>
        [.. RunColumn.For(runs, columns, _snapshot).Skip(RunColumn.Fixed.Count)];

    // The fields that identify a group. Of a whole config: the keys that differ, with many runs only those that differ on this page.
    private IReadOnlyList<RunField> IdentifyingFields(RunGrouping grouping, GroupQueryResult result, IReadOnlyList<CatalogRun> newest)
    {
        var differing = !grouping.HasConfig ? []
            : result.Runs.Matched <= MaxRunsForAllKeys ? _snapshot.Queries().DifferingConfig(resolved.Runs)
            : _snapshot.Queries().DifferingConfig(newest, 4 * MaxDifferingKeys).Where(grouping.Settles).Take(MaxDifferingKeys);
        return [.. grouping.Keys.OfType<RunField>(), .. differing.Where(grouping.Settles)];
    }

    // Finds the number of a group by one of its runs, as addresses name it.
    private int? NumberOf(string segment) => urls.TryParse(segment, out var id) ? _snapshot.Queries().GroupNumberOf(_groupQuery, id) : null;

    // The columns of keys. Of a whole config these are the keys that differ between the groups.
    private IEnumerable<RunField> KeyFields(RunGrouping grouping, IReadOnlyList<CatalogRun> newest) => grouping.Keys
        .SelectMany(key => key is not null
            ? [key]
            : _snapshot.Queries().DifferingConfig(newest, 4 * MaxDifferingKeys).Where(grouping.Settles).Take(MaxDifferingKeys))
        .Distinct();

    private GroupRowViewModel Row(RunGroup group, IReadOnlyList<RunColumn> columns, GroupUrls links, IReadOnlyList<string> named)
    {
        var segment = urls.Segment(group.Oldest.Id);
        var sample = Run(group.Newest, columns);
        return new()
        {
            Group = group,
            Segment = segment,
            ToggleUrl = links.ToggleOpen(segment, named),
            Sample = sample,
            Cells = [.. columns.Select((column, i) => Cell(group.Values[i], column))],
            Members = named.Count > 0 ? Members(group, columns, links, named) : null,
        };
    }

    private GroupMembersViewModel? Members(RunGroup group, IReadOnlyList<RunColumn> columns, GroupUrls links, IReadOnlyList<string> named)
    {
        var range = OpenGroup.Read(named[0])!.Range.Within(group.Count);
        var runs = _groupQuery.Runs with { Skip = range.Skip, Take = range.Take };
        var found = _snapshot.Queries().GroupOf(_groupQuery with { Runs = runs }, group.Oldest.Id);
        if (found is null)
        {
            return null;
        }

        var segment = urls.Segment(group.Oldest.Id);
        var seeds = _state.Grouping!.HasConfig
            ? _snapshot.Queries().DifferingConfig(found.Runs, 4 * MaxDifferingKeys)
                .Where(field => _state.Grouping.Seeds.Cover(field.Path)).Take(MaxSeeds).ToList()
            : [];
        return new()
        {
            Rows = [.. found.Runs.Select(run => Run(run, columns))],
            Seeds = Columns(found.Runs, Plain(seeds)),
            Count = found.Matched,
            Range = range,
            EarlierUrl = Show(range.Earlier()),
            LaterUrl = Show(range.Later(found.Matched)),
            FirstUrl = range.Skip == 0 ? null : Show(MemberRange.First),
            LastUrl = range.End == found.Matched ? null : Show(MemberRange.Last(found.Matched)),
            AllUrl = AllUrl(group, links),
        };

        string? Show(MemberRange? other) => other is { } shown ? links.Show(new(segment, shown), named) : null;
    }

    private string? AllUrl(RunGroup group, GroupUrls links) =>
        _snapshot.Queries().Narrow(_groupQuery.Runs, group, _identifying) is { } text ? links.Narrowed(text) : null;

    private RunRowViewModel Run(CatalogRun run, IReadOnlyList<RunColumn> columns)
    {
        var segment = urls.Segment(run.Id);
        return new() { Run = run, Snapshot = _snapshot, Columns = columns, Segment = segment, Url = _pages.Run(run.Id) };
    }

    private static NumbersText? Cell(GroupValue value, RunColumn column) =>
        column.IsSummed && NumbersText.Of(value.Numbers, column) is { } text ? text with { Mark = CellMark.Of(value) }
        : value.IsUniform ? null
        : new("differ", null, null, NumbersText.LeftOut(value.Numbers), "missing");
}
