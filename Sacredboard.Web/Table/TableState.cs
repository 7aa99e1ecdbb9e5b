using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Query;

namespace Sacredboard.Web.Table;

/// <summary>
/// The whole state of a table, as <see cref="TableUrl"/> reads it from its address and writes it.
/// </summary>
public sealed record TableState
{
    public const int DefaultSize = 50;

    public const int MaxColumns = 400;

    public static readonly IReadOnlyList<int> Sizes = [25, 50, 100, 200];

    public string Text { get; init; } = "";

    /// <summary>What its days and times are meant and shown in; null for the <see cref="VisitorZone"/>.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>
    /// Terms that are switched off, as written and in their order: they do not filter, but the page still shows them.
    /// </summary>
    public IReadOnlyList<string> Off { get; init; } = [];

    /// <summary>The statuses to show, as pages name them; empty for all.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Most important first; empty for newest first.</summary>
    public IReadOnlyList<RunSort> Sort { get; init; } = [];

    /// <summary>The columns besides status and id; null for the default ones.</summary>
    public IReadOnlyList<ColumnSpec>? Columns { get; init; }

    /// <summary>What the runs are grouped by; null for a table of runs.</summary>
    public RunGrouping? Grouping { get; init; }

    /// <summary>The order of the groups; <see cref="Sort"/> has the levels of it that apply to single runs.</summary>
    public IReadOnlyList<GroupSort> GroupSort { get; init; } = [];

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = DefaultSize;

    /// <summary>The expanded rows as URL segments of their ids; expanded groups as <see cref="OpenGroup"/> writes them.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];

    /// <summary>Curves are shown beside the rows; null for none.</summary>
    public TableCharts? Charts { get; init; }

    /// <summary>The id of the saved view that the table was made from; does not change what is shown.</summary>
    public long? View { get; init; }

    /// <summary>The term that is being written in the builder; only the address of the open builder has it.</summary>
    public TermEdit? Edit { get; init; }

    /// <summary>A change of one run may change others: in groups, and with bars or colours, whose ranges span all runs.</summary>
    public bool DependsOnAllRuns => Grouping is not null || Columns?.Any(column => column.Look != ColumnLook.Plain) == true;

    public bool IsFiltered => Text.Length > 0 || Statuses.Count > 0;

    /// <summary>Null if there is no such term.</summary>
    public string? TermAt(TermPlace place) => Terms(place.IsOn).ElementAtOrDefault(place.Index);

    /// <summary>The place of this term; null if there is none.</summary>
    public TermPlace? PlaceOf(string term) =>
        Terms(isOn: true).IndexOf(term) is >= 0 and var on ? new TermPlace(on, IsOn: true)
        : Terms(isOn: false).IndexOf(term) is >= 0 and var off ? new TermPlace(off, IsOn: false)
        : null;

    /// <summary>The state with another term at that place.</summary>
    public TableState WithTerm(TermPlace place, string term) => place.IsOn
        ? this with { Text = QueryTerms.Of(Text).Replace(place.Index, term) }
        : this with { Off = [.. Off.Select((off, i) => i == place.Index ? term : off)] };

    /// <summary>
    /// The state with its groups in another order. The runs of each group are sorted by the levels that apply to single runs.
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

    /// <summary>The state after a <see cref="SortStep"/>; null if the text is not one.</summary>
    public TableState? Take(string step) => Grouping is not null
        ? SortStep.Apply(step, GroupSort) is { } levels ? SortedBy(levels) : null
        : SortStep.Apply(step, Sort) is { } sort ? this with { Sort = sort } : null;

    /// <summary>The fields that a page shows besides those of the query; without those of default columns.</summary>
    public IEnumerable<RunField> ShownFields() =>
    [
        .. Columns?.Select(column => column.Field) ?? [],
        .. Grouping?.Keys.OfType<RunField>() ?? [],
        .. GroupSort.Select(level => level.Field).OfType<RunField>(),
    ];

    /// <summary>The fields that the runs are sorted or grouped by.</summary>
    public IEnumerable<RunField> ComparedFields() => Grouping is null
        ? Sort.Select(level => level.Field)
        : [.. Grouping.Keys.OfType<RunField>(), .. GroupSort.Select(level => level.Field).OfType<RunField>()];

    /// <param name="columns">The fields to sum up.</param>
    public GroupQuery ToGroupQuery(IReadOnlyList<RunField> columns) => new()
    {
        Runs = ToRunQuery(),
        Grouping = Grouping!,
        Columns = columns,
        Sort = GroupSort,
        Skip = (Page - 1) * Size,
        Take = Size,
    };

    public RunQuery ToRunQuery() => new()
    {
        Text = Text,
        Zone = Zone ?? VisitorZone.Current,
        Statuses = Statuses,
        Sort = Sort,
        Skip = (Page - 1) * Size,
        Take = Size,
    };

    private List<string> Terms(bool isOn) => isOn ? [.. QueryTerms.Of(Text).All.Select(term => term.Text)] : [.. Off];
}
