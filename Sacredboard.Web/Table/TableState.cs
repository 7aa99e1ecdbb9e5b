using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>
/// What of a source's runs a table shows: everything that stands in its address, which <see cref="TableUrl"/> reads and writes.
/// </summary>
public sealed record TableState
{
    public const int DefaultSize = 50;

    public const int MaxColumns = 400;

    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100, 200];

    /// <summary>What is summed up in groups while no columns are chosen.</summary>
    public static readonly IReadOnlyList<RunField> UsualGroupColumns =
        [OwnFields.Started.Field, OwnFields.Duration.Field, OwnFields.Result.Field];

    public string Text { get; init; } = "";

    /// <summary>
    /// Terms of the text that are switched off: they filter nothing, but stay at hand. As they are written, in their order.
    /// </summary>
    public IReadOnlyList<string> Off { get; init; } = [];

    /// <summary>Status words as shown; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Most important first; empty for newest first.</summary>
    public IReadOnlyList<RunSort> Sort { get; init; } = [];

    /// <summary>The columns besides status and id; null for those that have something to show.</summary>
    public IReadOnlyList<ColumnSpec>? Columns { get; init; }

    /// <summary>What the runs are grouped by; null for a table of runs.</summary>
    public RunGrouping? Grouping { get; init; }

    /// <summary>The order of the groups; <see cref="Sort"/> has what of it can be said of runs.</summary>
    public IReadOnlyList<GroupSort> GroupSort { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    /// <summary>The rows that are expanded, as URL segments of their ids; of groups, as <see cref="OpenGroup"/> writes them.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>The saved view that this one was made from, or is; changes nothing of what is shown.</summary>
    public long? View { get; init; }

    /// <summary>The term that is being written in the builder; links to other views and to this one do not have it.</summary>
    public TermEdit? Edit { get; init; }

    /// <summary>A change of any run may change what is shown of the others: groups, and bars and colours, which span all of them.</summary>
    public bool DependsOnAllRuns => Grouping is not null || Columns?.Any(column => column.Look != ColumnLook.Plain) == true;

    public bool IsFiltered => Text.Length > 0 || Statuses.Count > 0;

    /// <summary>The term at that place; null when there is none.</summary>
    public string? TermAt(TermPlace place) => Terms(place.IsOn).ElementAtOrDefault(place.Index);

    /// <summary>Where this very term stands; null when there is none.</summary>
    public TermPlace? PlaceOf(string term) =>
        Terms(isOn: true).IndexOf(term) is >= 0 and var on ? new TermPlace(on, IsOn: true)
        : Terms(isOn: false).IndexOf(term) is >= 0 and var off ? new TermPlace(off, IsOn: false)
        : null;

    /// <summary>The same with another term at that place.</summary>
    public TableState WithTerm(TermPlace place, string term) => place.IsOn
        ? this with { Text = QueryTerms.Of(Text).Replace(place.Index, term) }
        : this with { Off = [.. Off.Select((off, i) => i == place.Index ? term : off)] };

    /// <summary>
    /// The same with its groups in another order. The runs inside of the groups are sorted by the same fields, as far as a single run has
    /// what is compared.
    /// </summary>
    public TableState SortedBy(IReadOnlyList<GroupSort> sort) => this with
    {
        GroupSort = sort,
        Sort =
        [
            .. sort.Where(level => level.Measure is not (GroupMeasure.Count or GroupMeasure.Std)).DistinctBy(level => level.Field)
                .Select(level => new RunSort(level.Field!, level.Descending)),
        ],
    };

    /// <summary>The same after a <see cref="SortStep"/>; null when this is none.</summary>
    public TableState? Take(string step) => Grouping is not null
        ? SortStep.Apply(step, GroupSort) is { } levels ? SortedBy(levels) : null
        : SortStep.Apply(step, Sort) is { } sort ? this with { Sort = sort } : null;

    /// <summary>The fields that a page shows beside those that its answer was made of; without those of the usual columns.</summary>
    public IEnumerable<RunField> ShownFields() =>
    [
        .. Columns?.Select(column => column.Field) ?? [],
        .. Grouping?.Keys.OfType<RunField>() ?? [],
        .. GroupSort.Select(level => level.Field).OfType<RunField>(),
    ];

    /// <summary>The fields by which the runs are put in order or in groups, and those that are summed up in groups.</summary>
    public IEnumerable<RunField> ComparedFields() => Grouping is null
        ? Sort.Select(level => level.Field)
        :
        [
            .. Grouping.Keys.OfType<RunField>(),
            .. GroupSort.Select(level => level.Field).OfType<RunField>(),
            .. Columns?.Select(column => column.Field) ?? UsualGroupColumns,
        ];

    /// <summary>Of a table of groups.</summary>
    public GroupQuery ToGroupQuery() => new()
    {
        Runs = ToRunQuery(),
        Grouping = Grouping!,
        Columns = Columns is null ? UsualGroupColumns : [.. Columns.Select(column => column.Field)],
        Sort = GroupSort,
        Skip = (Page - 1) * Size,
        Take = Size,
    };

    public RunQuery ToRunQuery() => new()
    {
        Text = Text,
        Statuses = Statuses,
        Sort = Sort,
        Skip = (Page - 1) * Size,
        Take = Size,
    };

    private List<string> Terms(bool isOn) => isOn ? [.. QueryTerms.Of(Text).All.Select(term => term.Text)] : [.. Off];
}
