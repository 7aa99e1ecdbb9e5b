using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Table;

/// <summary>One run in the table.</summary>
public sealed record RunRowViewModel
{
    private const int IdLength = 18;
    private const int NameLength = 18;
    private const int TextLength = 120;
    private const int FullLength = 2000;

    private static readonly CellText NotYet = new("…", "Not computed yet", CellKind.Missing);

    public required CatalogRun Run { get; init; }

    /// <summary>The snapshot that the run is from.</summary>
    public required CatalogSnapshot Snapshot { get; init; }

    public required IReadOnlyList<RunColumn> Columns { get; init; }

    /// <summary>The version of the snapshot in which a value of the row last changed.</summary>
    public long Version => Snapshot.VersionOf(Run, Columns.Select(column => column.Field));

    /// <summary>The index of the row in the values of its columns; null if the columns have no values of it.</summary>
    public int? Index { get; init; }

    /// <summary>The URL segment of the id.</summary>
    public required string Segment { get; init; }

    /// <summary>The address of the run's page.</summary>
    public required string Url { get; init; }

    /// <summary>The value of <c>open</c> after this row is expanded or closed.</summary>
    public string Toggled { get; init; } = "";

    /// <summary>The content of the expanded row; null for a closed row.</summary>
    public RowDetailViewModel? Detail { get; init; }

    /// <summary>The id to show; a text that looks like a number, null or nothing is in quotes.</summary>
    public string Id => NeedsQuotes ? $"'{ValueText.Visible(Run.Id.ToString())}'" : ValueText.Visible(Run.Id.ToString());

    private bool NeedsQuotes => Run.Id.Kind == RunIdKind.Text
        && (Segment.StartsWith("~t", StringComparison.Ordinal) || Run.Id.Text == "null" || string.IsNullOrWhiteSpace(Run.Id.Text));

    /// <summary>How its curves are drawn.</summary>
    public RunStyle Style => RunStyle.Of(Run.Id);

    public string ShortId => Ellipsis.Middle(Id, IdLength);

    /// <summary>Why the run cannot be read in full, or null.</summary>
    public string? Problem => Run.Problem;

    /// <summary>The same for the cell of the id, if no column of the row shows it.</summary>
    public string? ProblemAtId => Problem is { } problem && !Columns.Any(column => column.Own is { Warns: true }) ? problem : null;

    /// <summary>The tooltip of the status: the last line of the traceback.</summary>
    public string? StatusHint => Run.Failure is null ? null : Line(Run.Failure) is { Full: { } full } ? full : Line(Run.Failure).Text;

    public StatusLabel Status => StatusLabel.Of(Run);

    public string ToggleLabel => $"{(Detail is null ? "Expand" : "Close")} run {Id}";

    /// <summary>The value of a column that is shown as text.</summary>
    public CellText Cell(RunColumn column) => column.Own switch
    {
        { Field.Kind: OwnKind.Text } own => own.CutsMiddle ? InMiddle(Line(own.Text(Run))) : Line(own.Text(Run)),
        { Field.Kind: OwnKind.Tree } => ValueText.Cell(Value(column) is { } value and not SacredNull ? value : null, column.Spec.Numbers),
        _ when !Snapshot.IsKnown(Run, column.Field) => NotYet,
        _ => ValueText.Cell(Value(column), column.Spec.Numbers),
    };

    /// <summary>The same as the HTML of a cell.</summary>
    public RunCell CellOf(RunColumn column) => new(column, Cell(column), Number(column))
    {
        Mark = MarkOf(column),
    };

    /// <summary>What is odd about the value in a column; null for nothing.</summary>
    public string? MarkOf(RunColumn column) =>
        column.Field.Root == FieldRoot.Metric ? CellMark.Of(Snapshot, Run, column.Field, Value(column)) : null;

    /// <summary>The value in a column; null if there is none.</summary>
    public SacredValue? Value(RunColumn column) =>
        Index is { } index && column.Values is { } values ? values[index]
        : Snapshot.Value(Run, column.Field);

    /// <summary>The finite number in a column with bars or colours; null if there is none.</summary>
    public double? Number(RunColumn column) => column.Range is null ? null : ColumnRange.Number(Value(column));

    private static CellText InMiddle(CellText cell)
    {
        var cut = Ellipsis.Middle(cell.Text, NameLength);
        return cut == cell.Text ? cell : cell with { Text = cut, Full = cell.Full ?? cell.Text };
    }

    private static CellText Line(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return CellText.Missing;
        }

        var line = ValueText.Visible(Ellipsis.End(text, FullLength));
        var cut = Ellipsis.End(line, TextLength);
        return new(cut, cut == line ? null : line, CellKind.Text);
    }
}
