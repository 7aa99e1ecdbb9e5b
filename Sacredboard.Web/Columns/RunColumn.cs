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
    public static readonly IReadOnlyList<RunColumn> Fixed = [.. OwnColumns.All.Where(own => own.Use == OwnColumnUse.Fixed).Select(Of)];

    private const int DifferingKeys = 6;

    /// <summary>Null for what is no property of the run itself.</summary>
    public OwnColumn? Own { get; } = OwnColumns.Of(Field);

    /// <summary>The classes of its cells and of its heading: all config keys are <c>c-value</c>.</summary>
    public string Css { get; } = Field.OwnField switch
    {
        null => "c-value",
        { Kind: OwnKind.Time } own => $"c-{own} c-time",
        var own => $"c-{own}",
    };

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
            .. Usual(runs, own => own.Use is OwnColumnUse.Always or OwnColumnUse.Expected or OwnColumnUse.WhereAny),
            .. Titled([.. differing.Select(field => new ColumnSpec(field))]),
            .. Usual(runs, own => own.Use == OwnColumnUse.WhereAnyLast),
        ];
    }

    private static IEnumerable<RunColumn> Usual(IReadOnlyList<CatalogRun> runs, Func<OwnColumn, bool> isMeant) => OwnColumns.All.Where(isMeant)
        .Where(own => own.Use == OwnColumnUse.Always || (own.Use == OwnColumnUse.Expected && runs.Count == 0) || runs.Any(own.HasValue))
        .Select(Of);

    // A config key by its last part ("lr"), unless two columns would have the same title.
    private static IEnumerable<RunColumn> Titled(IReadOnlyList<ColumnSpec> specs)
    {
        var repeated = specs.Where(spec => spec.Field.Root is not (FieldRoot.Own or FieldRoot.Metric))
            .GroupBy(spec => spec.Field.Path[^1]).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return specs.Select(spec => new RunColumn(spec.Field, spec.Name ?? UsualTitle(spec.Field, repeated)) { Spec = spec });
    }

    private static string UsualTitle(RunField field, HashSet<string> repeated) => field.Root switch
    {
        FieldRoot.Own => OwnColumns.Of(field)!.Title,
        FieldRoot.Metric => field.ToString(),
        _ => repeated.Contains(field.Path[^1]) || field.Path[^1].Length == 0 ? field.ToString() : field.Path[^1],
    };

    private static RunColumn Of(OwnColumn own) => new(own.Field.Field, own.Title);

    private RunColumn Read(IReadOnlyList<CatalogRun> runs, CatalogSnapshot snapshot)
    {
        if (Field.OwnField is { Kind: not OwnKind.Tree and var kind })
        {
            return this with { IsNumeric = kind == OwnKind.Duration };
        }

        var values = snapshot.Values(runs, Field);
        var kinds = values.Where(value => value is not (null or SacredNull)).Select(value => ValueText.KindOf(value!));
        return this with { Values = values, IsNumeric = kinds.All(kind => kind is CellKind.Number or CellKind.NonFinite) };
    }
}
