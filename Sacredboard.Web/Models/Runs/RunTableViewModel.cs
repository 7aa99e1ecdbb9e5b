using Sacredboard.Data.Querying;

namespace Sacredboard.Web.Models.Runs;

/// <summary>The rows of one page, and the columns they have.</summary>
public sealed record RunTableViewModel
{
    public required IReadOnlyList<RunHeading> Headings { get; init; }

    public required IReadOnlyList<RunRowViewModel> Rows { get; init; }
}

/// <summary>What stands above a column, and sorts by it.</summary>
/// <param name="Url">The next order: ascending, descending, none.</param>
public sealed record RunHeading(RunColumn Column, RunSort? Sort, string Url)
{
    public string? AriaSort => Sort is null ? null : Sort.Descending ? "descending" : "ascending";

    public string Hint => Sort switch
    {
        null => $"Sort by {Column.Field}",
        { Descending: false } => $"Sort by {Column.Field}, descending",
        _ => "Newest first again",
    };
}
