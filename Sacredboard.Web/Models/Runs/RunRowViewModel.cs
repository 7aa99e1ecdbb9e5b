using Sacredboard.Data.Catalog;
using Sacredboard.Data.Values;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Runs;

/// <summary>One run in the table.</summary>
public sealed record RunRowViewModel
{
    private const int IdLength = 18;
    private const int HostLength = 24;

    public required CatalogRun Run { get; init; }

    public required IReadOnlyList<RunColumn> Columns { get; init; }

    /// <summary>The id as it stands in URLs.</summary>
    public required string Segment { get; init; }

    /// <summary>The run's own page.</summary>
    public required string Url { get; init; }

    /// <summary>This table with the row expanded, or no longer.</summary>
    public required string ToggleUrl { get; init; }

    /// <summary>What the expanded row shows; null for a closed row.</summary>
    public RunDetailViewModel? Detail { get; init; }

    public string Id => ValueText.Visible(Run.Id.ToString()) is { Length: > 0 } id ? id : "(empty)";

    public string ShortId => Ellipsis.Middle(Id, IdLength);

    public StatusLabel Status => StatusLabel.Of(Run.Status);

    public string ToggleLabel => $"{(Detail is null ? "Expand" : "Close")} run {Id}";

    /// <summary>The value of a column that is shown as text.</summary>
    public CellText Cell(RunColumn column) => column.Kind switch
    {
        "experiment" => Line(Run.Experiment),
        "command" => Line(Run.Command),
        "host" => Host(),
        "comment" => Line(Run.Comment),
        "notes" => Line(Run.Notes),
        "failure" => Line(Run.Failure ?? Run.Problem),
        "result" => ValueText.Cell(Run.Result is null or SacredNull ? null : SecretMask.Value(Run.Result)),
        _ => ValueText.Cell(Run.Value(column.Field) is { } value ? SecretMask.At(column.Field.Path, value) : null),
    };

    private CellText Host()
    {
        var cell = Line(Run.Host);
        var cut = Ellipsis.Middle(cell.Text, HostLength);
        return cut == cell.Text ? cell : cell with { Text = cut, Full = cell.Full ?? cell.Text };
    }

    private static CellText Line(string? text) =>
        string.IsNullOrEmpty(text) ? CellText.Missing : ValueText.Cell(new SacredText(text = SecretMask.Text(text))) is var cell && ValueText.NeedsQuotes(text)
            ? cell with { Text = ValueText.Visible(Ellipsis.End(text, 120)) }
            : cell;
}
