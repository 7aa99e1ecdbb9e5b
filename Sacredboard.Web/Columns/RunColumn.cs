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
/// <param name="Field">The field that it shows.</param>
/// <param name="Title">The heading.</param>
public sealed record RunColumn(RunField Field, string Title)
{
    /// <summary>The columns that are always first and cannot be chosen.</summary>
    public static readonly IReadOnlyList<RunColumn> Fixed = [.. OwnColumns.All.Where(own => own.Use == OwnColumnUse.Fixed).Select(Of)];

    /// <summary>Of an open page, besides own fields.</summary>
    private const int MaxTreeColumns = 16;

    /// <summary>Null unless the field is an own field of the run.</summary>
    public OwnColumn? Own { get; } = OwnColumns.Of(Field);

    /// <summary>The CSS classes of its cells and its heading; all fields but own fields have <c>c-value</c>.</summary>
    public string Css { get; init; } = Field.OwnField switch
    {
        null => "c-value",
        { Kind: OwnKind.Time } own => $"c-{own} c-time",
        var own => $"c-{own}",
    };

    /// <summary>The column as it was chosen, with its name and format.</summary>
    public ColumnSpec Spec { get; init; } = new(Field);

    /// <summary>All its values are numbers: it is aligned right.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>A mean of its numbers says something.</summary>
    public bool IsSummed => Field.OwnField?.IsSummed ?? !NameKeys.Cover(Field);

    /// <summary>The range of its numbers in the whole result, for bars and colours; null without numbers and for other columns.</summary>
    public ColumnRange? Range { get; init; }

    /// <summary>Its stored value for each run of the page; null for columns that are computed.</summary>
    public IReadOnlyList<SacredValue?>? Values { get; init; }

    /// <summary>The fixed columns and these, for a page with these runs.</summary>
    public static IReadOnlyList<RunColumn> For(IReadOnlyList<CatalogRun> runs, IReadOnlyList<ColumnSpec> specs, CatalogSnapshot snapshot) =>
        [.. Fixed.Concat(Titled(specs)).Select(column => column.Read(runs, snapshot))];

    /// <summary>The same; columns with bars or colours have the range of their numbers in all runs that match the query.</summary>
    public static IReadOnlyList<RunColumn> For(
        RunQueryResult result,
        RunQuery query,
        IReadOnlyList<ColumnSpec> specs,
        CatalogSnapshot snapshot)
    {
        return Measured(For(result.Runs, specs, snapshot), query, snapshot);
    }

    /// <summary>The columns with the range of their numbers in all runs that match the query, if they have bars or colours.</summary>
    public static IReadOnlyList<RunColumn> Measured(IReadOnlyList<RunColumn> columns, RunQuery query, CatalogSnapshot snapshot)
    {
        var measured = columns.Where(column => column.Spec.Look != ColumnLook.Plain && column.Values is not null)
            .Select(column => column.Field).ToList();
        var ranges = measured.Zip(snapshot.Queries().Totals(query, measured))
            .ToDictionary(pair => pair.First, pair => ColumnRange.Of(pair.Second));
        return ranges.Count == 0 ? columns : [.. columns.Select(column => column with { Range = ranges.GetValueOrDefault(column.Field) })];
    }

    /// <summary>The CSS classes of a number in this column; null where it has neither bar nor colour.</summary>
    public string? LookOf(double? number) => Range?.Css(Spec.Look, number);

    /// <summary>
    /// The columns of an open page with default columns: those that it has, then those that came since, up to a limit because an open
    /// page must not grow without end.
    /// </summary>
    /// <param name="shown">The columns that the page has.</param>
    /// <param name="now">The columns of a new page.</param>
    public static IReadOnlyList<ColumnSpec> Extend(IReadOnlyList<RunField> shown, IReadOnlyList<ColumnSpec> now)
    {
        var known = Fixed.Select(column => column.Field).Concat(shown).ToHashSet();
        var room = MaxTreeColumns - shown.Count(field => field.Root != FieldRoot.Own);
        var come = now.Where(column => !known.Contains(column.Field)).ToLookup(column => column.Field.Root == FieldRoot.Own);
        return [.. shown.Select(field => new ColumnSpec(field)), .. come[true], .. come[false].Take(Math.Max(0, room))];
    }

    // A config key is titled by its last part ("lr"), unless two columns would have the same title.
    private static IEnumerable<RunColumn> Titled(IReadOnlyList<ColumnSpec> specs)
    {
        var repeated = specs.Where(spec => spec.Field.Root is not (FieldRoot.Own or FieldRoot.Metric))
            .GroupBy(spec => spec.Field.Path[^1]).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return specs.Select(spec => new RunColumn(spec.Field, spec.Name ?? DefaultTitle(spec.Field, repeated)) { Spec = spec });
    }

    private static string DefaultTitle(RunField field, HashSet<string> repeated) => field.Root switch
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
        if (Field.OwnField is not null)
        {
            // Results may be numbers on one page and dictionaries on the next; the column is the same on all.
            return this with { Values = values, IsNumeric = snapshot.Queries().IsMostlyNumbers(Field) };
        }

        var kinds = values.Where(value => value is not (null or SacredNull)).Select(value => ValueText.KindOf(value!));
        return this with { Values = values, IsNumeric = kinds.All(kind => kind is CellKind.Number or CellKind.NonFinite) };
    }
}
