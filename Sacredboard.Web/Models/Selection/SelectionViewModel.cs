namespace Sacredboard.Web.Models.Selection;

/// <summary>What can be done with the runs that are selected in a table.</summary>
public sealed record SelectionViewModel
{
    /// <summary>The runs as a file; null if there is no address for them.</summary>
    public string? CsvUrl { get; init; }

    public string? JsonUrl { get; init; }

    /// <summary>The table of just these runs; null for all that match.</summary>
    public string? OnlyUrl { get; init; }

    /// <summary>The page that compares the runs.</summary>
    public string? CompareUrl { get; init; }

    /// <summary>"Compare 3 runs".</summary>
    public string CompareText { get; init; } = "Compare";

    /// <summary>At least one of the runs has logs that a TensorBoard can show.</summary>
    public bool HasLogs { get; init; }
}
