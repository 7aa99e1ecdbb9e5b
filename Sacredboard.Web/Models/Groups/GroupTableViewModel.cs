using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>The groups of one page, and their columns.</summary>
public sealed record GroupTableViewModel
{
    /// <summary>What the runs are grouped by, in words: "experiment, optimizer.name".</summary>
    public required string Title { get; init; }

    public required RunGrouping Grouping { get; init; }

    /// <summary>"34 groups by experiment, config without seed".</summary>
    public required string Caption { get; init; }

    /// <summary>The same runs, not grouped.</summary>
    public required string FlatUrl { get; init; }

    /// <summary>The curves of the groups, side by side.</summary>
    public required string CompareUrl { get; init; }

    /// <summary>The heading of the first column, the number of runs.</summary>
    public required TableHeading CountHeading { get; init; }

    /// <summary>The columns with the values that the runs are grouped by.</summary>
    public required IReadOnlyList<TableHeading> Keys { get; init; }

    /// <summary>The columns that are summed up.</summary>
    public required IReadOnlyList<TableHeading> Columns { get; init; }

    public IEnumerable<TableHeading> Headings =>
        new[] { CountHeading }.Concat(Keys).Concat(Columns).Select((heading, i) => heading with { Index = i });

    public required TableOrder Order { get; init; }

    public required IReadOnlyList<GroupRowViewModel> Rows { get; init; }

    public required TotalsViewModel? Totals { get; init; }
}
