using Sacredboard.Data.Querying;
using Sacredboard.Web.Models.Runs.Groups;

namespace Sacredboard.Web.Models.Runs;

/// <summary>The rows of one page, and the columns they have.</summary>
public sealed record RunTableViewModel
{
    public required IReadOnlyList<RunHeading> Headings { get; init; }

    public required IReadOnlyList<RunRowViewModel> Rows { get; init; }

    /// <summary>The line under the table; null for a single run.</summary>
    public TotalsViewModel? Totals { get; init; }

    /// <summary>Nobody has chosen the columns: on a telephone the least important ones are left out.</summary>
    public bool IsUsual { get; init; }
}

/// <summary>What stands above a column, and sorts by it.</summary>
/// <param name="Sort">The level of the order that it is; null for none.</param>
/// <param name="Level">From 0; -1 for none.</param>
/// <param name="Levels">How many there are.</param>
public sealed record RunHeading(RunColumn Column, RunSort? Sort, int Level, int Levels)
{
    // Only one column of a table may say that it is sorted by; the levels after the first say it in words.
    public string? AriaSort => Sort is null || Level > 0 ? null : Sort.Descending ? "descending" : "ascending";

    /// <summary>Where it stands in the order, when that has several levels.</summary>
    public string? Number => Sort is null || Levels < 2 ? null : $"{Level + 1}";

    public string Hint => string.Concat(
        Column.Range is { } range ? $"{range} in these runs. " : "",
        Column.Title == Column.Field.ToString() ? "" : $"{Column.Field}. ",
        Level == 0 && Sort is { Descending: true } ? "Newest first again"
        : Level == 0 ? "Sort descending"
        : "Sort by it; with Shift also by it");
}

/// <summary>One level of the order, as a menu lists it.</summary>
public sealed record SortLevel(string Field, string Title, bool Descending, bool IsFirst)
{
    public static SortLevel Of(RunSort sort, int index, IReadOnlyList<RunColumn> columns) => new(
        sort.Field.ToString(),
        columns.FirstOrDefault(column => column.Field == sort.Field)?.Title ?? sort.Field.ToString(),
        sort.Descending,
        index == 0);
}
