using Sacredboard.Data.Querying.Grouping;

namespace Sacredboard.Web.Models.Runs.Groups;

/// <summary>The groups of one page, and the columns they have.</summary>
public sealed record GroupTableViewModel
{
    /// <summary>By what, in words: "experiment, optimizer.name".</summary>
    public required string Title { get; init; }

    public required RunGrouping Grouping { get; init; }

    /// <summary>What one sees: "34 groups by experiment, config without seed".</summary>
    public required string Summary { get; init; }

    /// <summary>The same runs, not grouped.</summary>
    public required string FlatUrl { get; init; }

    /// <summary>The first column's: how many runs.</summary>
    public required GroupHeading CountHeading { get; init; }

    /// <summary>What the groups differ in.</summary>
    public required IReadOnlyList<GroupHeading> Keys { get; init; }

    /// <summary>What is summed up.</summary>
    public required IReadOnlyList<GroupHeading> Columns { get; init; }

    public required IReadOnlyList<GroupRowViewModel> Rows { get; init; }

    public required TotalsViewModel? Totals { get; init; }
}

/// <summary>What stands above a column of groups, and sorts by it.</summary>
/// <param name="Column">Null for the number of runs.</param>
/// <param name="Url">The next order.</param>
public sealed record GroupHeading(RunColumn? Column, string Title, GroupSort? Sort, string Url)
{
    public string? AriaSort => Sort is null ? null : Sort.Descending ? "descending" : "ascending";

    public string Hint => Column is null ? "Sort by the number of runs" : $"Sort by {Column.Field}";
}
