using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Columns;

/// <summary>One column of the table of runs.</summary>
/// <param name="Field">What it shows.</param>
/// <param name="Title">What stands above it.</param>
public sealed record RunColumn(RunField Field, string Title)
{
    /// <summary>Always first, and not to be chosen.</summary>
    public static readonly IReadOnlyList<RunColumn> Fixed = [Own("status", "Status"), Own("id", "Id")];

    /// <summary>Shown without being asked for where any run has them; config keys that differ come before comment and tags.</summary>
    private static readonly IReadOnlyList<RunColumn> Usual =
    [
        Own("experiment", "Experiment"), Own("command", "Command"), Own("started", "Started"), Own("duration", "Duration"),
        Own("heartbeat", "Last sign"), Own("host", "Host"), Own("result", "Result"),
    ];

    private static readonly IReadOnlyList<RunColumn> Trailing = [Own("tags", "Tags"), Own("comment", "Comment")];

    private static readonly IReadOnlyList<RunColumn> OnDemand = [Own("stopped", "Stopped"), Own("user", "User"), Own("notes", "Notes"), Own("failure", "Failure")];

    private static readonly Dictionary<string, string> OwnTitles =
        Fixed.Concat(Usual).Concat(Trailing).Concat(OnDemand).ToDictionary(column => column.Kind, column => column.Title);

    private const int DifferingKeys = 6;

    /// <summary>The field's name for scripts and styles; config keys are all <c>value</c>.</summary>
    public string Kind => Field.Root == FieldRoot.Own ? Field.Path[0] : "value";

    /// <summary>How it was asked for.</summary>
    public ColumnSpec Spec { get; init; } = new(Field);

    /// <summary>Right-aligned throughout.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Of bars and colours: between what its numbers lie in the whole result. Null without numbers, and of other columns.</summary>
    public ColumnRange? Range { get; init; }

    /// <summary>What it shows of each run of the page, where that is a value as stored; null for columns that are made otherwise.</summary>
    public IReadOnlyList<SacredValue?>? Values { get; init; }

    /// <summary>Command, host, comment and tags are there only where some run shown has them; what a run gets while it goes on, always.</summary>
    public static IReadOnlyList<RunColumn> For(IReadOnlyList<CatalogRun> runs, IReadOnlyList<ColumnSpec>? chosen, CatalogSnapshot snapshot)
    {
        return [.. Choose(runs, chosen, snapshot).Select(column => column.Read(runs, snapshot))];
    }

    /// <summary>The same, those that are shown as bars or colours with the range of their numbers in all runs that answer the query.</summary>
    public static IReadOnlyList<RunColumn> For(RunQueryResult page, RunQuery query, IReadOnlyList<ColumnSpec>? chosen, CatalogSnapshot snapshot)
    {
        var columns = For(page.Runs, chosen, snapshot);
        var measured = columns.Where(column => column.Spec.Look != ColumnLook.Plain && column.Values is not null)
            .Select(column => column.Field).ToList();
        var ranges = measured.Zip(snapshot.Queries().Totals(query, measured)).ToDictionary(pair => pair.First, pair => ColumnRange.Of(pair.Second));
        return ranges.Count == 0 ? columns : [.. columns.Select(column => column with { Range = ranges.GetValueOrDefault(column.Field) })];
    }

    /// <summary>
    /// The columns of a page that is open and that nobody chose columns for: those it has, and after them what new runs have brought; not
    /// without end, because a table that grows and grows helps nobody.
    /// </summary>
    /// <param name="page">As it is now.</param>
    /// <param name="shown">What the page has.</param>
    /// <param name="snapshot">What the page is taken from.</param>
    public static IReadOnlyList<ColumnSpec> Grown(RunQueryResult page, IReadOnlyList<RunField> shown, CatalogSnapshot snapshot)
    {
        var known = Fixed.Select(column => column.Field).Concat(shown).ToHashSet();
        var room = (2 * DifferingKeys) - shown.Count(field => field.Root != FieldRoot.Own);
        var come = Choose(page.Runs, null, snapshot).Select(column => column.Field).Where(field => !known.Contains(field)).ToList();
        return
        [
            .. shown.Concat(come.Where(field => field.Root == FieldRoot.Own)).Concat(come.Where(field => field.Root != FieldRoot.Own).Take(Math.Max(0, room)))
                .Select(field => new ColumnSpec(field)),
        ];
    }

    private static IEnumerable<RunColumn> Choose(IReadOnlyList<CatalogRun> runs, IReadOnlyList<ColumnSpec>? chosen, CatalogSnapshot snapshot)
    {
        if (chosen is not null)
        {
            return [.. Fixed, .. Titled(chosen)];
        }

        var differing = snapshot.Queries().DifferingConfig(runs, DifferingKeys);
        return
        [
            .. Fixed,
            .. Usual.Where(column => runs.Count == 0 || runs.Any(column.HasValue)),
            .. Titled([.. differing.Select(field => new ColumnSpec(field))]),
            .. Trailing.Where(column => runs.Any(column.HasValue)),
        ];
    }

    // A config key by its last part ("lr"), unless two columns would have the same title.
    private static IEnumerable<RunColumn> Titled(IReadOnlyList<ColumnSpec> specs)
    {
        var repeated = specs.Where(spec => spec.Field.Root is not (FieldRoot.Own or FieldRoot.Metric))
            .GroupBy(spec => spec.Field.Path[^1]).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return specs.Select(spec => new RunColumn(spec.Field, spec.Name ?? UsualTitle(spec.Field, repeated)) { Spec = spec });
    }

    private static string UsualTitle(RunField field, HashSet<string> repeated) => field.Root switch
    {
        FieldRoot.Own => OwnTitles.GetValueOrDefault(field.Path[0], field.Path[0]),
        FieldRoot.Metric => field.ToString(),
        _ => repeated.Contains(field.Path[^1]) || field.Path[^1].Length == 0 ? field.ToString() : field.Path[^1],
    };

    private static RunColumn Own(string name, string title) => new(RunField.Own(name), title);

    private RunColumn Read(IReadOnlyList<CatalogRun> runs, CatalogSnapshot snapshot)
    {
        if (Kind is not ("result" or "value"))
        {
            return this with { IsNumeric = Kind == "duration" };
        }

        var values = snapshot.Values(runs, Field);
        var kinds = values.Where(value => value is not (null or SacredNull)).Select(value => ValueText.KindOf(value!));
        return this with { Values = values, IsNumeric = kinds.All(kind => kind is CellKind.Number or CellKind.NonFinite) };
    }

    private bool HasValue(CatalogRun run) => Kind switch
    {
        "command" => !string.IsNullOrEmpty(run.Command),
        "host" => !string.IsNullOrEmpty(run.Host),
        "tags" => run.Tags.Count > 0,
        "comment" => !string.IsNullOrEmpty(run.Comment),
        _ => true,
    };
}
