using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>What compared runs have, field by field.</summary>
/// <param name="HasRunsAsRows">There are too many runs for a column each.</param>
/// <param name="Progress">What is still read; null for nothing.</param>
public sealed record CompareTable(IReadOnlyList<CompareSection> Sections, bool HasRunsAsRows, string? Progress)
    : CompareTabContent
{
    /// <summary>More runs than these are rows.</summary>
    public const int MaxColumns = 6;
}

public sealed record CompareSection(string Title, IReadOnlyList<CompareRow> Rows);

/// <summary>One field of all runs.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Cells">One for each run.</param>
public sealed record CompareRow(string Title, IReadOnlyList<CellText> Cells)
{
    /// <summary>The indices of the best values; empty where none is better.</summary>
    public IReadOnlySet<int> Best { get; init; } = new HashSet<int>();

    /// <summary>Which values are better, in words; null where none is.</summary>
    public string? Goal { get; init; }

    public bool IsNumeric { get; } =
        Cells.All(cell => cell.Kind is CellKind.Number or CellKind.NonFinite or CellKind.Missing)
        && Cells.Any(cell => cell.Kind == CellKind.Number);
}
