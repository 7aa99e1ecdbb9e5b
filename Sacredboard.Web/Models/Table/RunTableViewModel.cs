using Sacredboard.Web.Columns;

namespace Sacredboard.Web.Models.Table;

/// <summary>The rows of one page, and their columns.</summary>
public sealed record RunTableViewModel
{
    public required IReadOnlyList<TableHeading> Headings { get; init; }

    public IEnumerable<RunColumn> Columns => Headings.Select(heading => heading.Column!);

    public required IReadOnlyList<RunRowViewModel> Rows { get; init; }

    /// <summary>The line under the table; null for a single run.</summary>
    public TotalsViewModel? Totals { get; init; }

    /// <summary>The columns are the default ones; the least important of them are hidden on small screens.</summary>
    public bool HasDefaultColumns { get; init; }
}
