using Sacredboard.Web.Columns;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Table;

/// <summary>The order of a table of runs or groups, for the menu that shows and changes it.</summary>
/// <param name="Default">The default order: "Newest first".</param>
/// <param name="Levels">Most important first.</param>
/// <param name="Choices">What else the table can be sorted by.</param>
public sealed record TableOrder(string Default, IReadOnlyList<SortLevel> Levels, IReadOnlyList<SortChoice> Choices);

/// <param name="Key">The name of the level in a <see cref="SortStep"/>.</param>
public sealed record SortLevel(string Key, string Title, bool Descending, bool IsFirst);

/// <param name="Key">The name of the level in a <see cref="SortStep"/>.</param>
public sealed record SortChoice(string Key, string Title);

/// <summary>The heading of a column; a click on it sorts the table.</summary>
/// <param name="Column">Null for the number of runs in a group.</param>
/// <param name="Key">The name of the level in a <see cref="SortStep"/>.</param>
/// <param name="Mark">Null if the table is not sorted by it.</param>
/// <param name="Hint">The tooltip: what a click does.</param>
public sealed record TableHeading(RunColumn? Column, string Title, string Key, SortMark? Mark, string Hint)
{
    /// <summary>Index of the heading, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The table of groups without this key, in which groups differ; null if it cannot be left out.</summary>
    public string? LeaveOutUrl { get; init; }

    /// <summary>It has the box that selects all runs of the page.</summary>
    public bool SelectsPage { get; init; }

    /// <param name="mark">The mark, if the table is sorted by exactly what a click sorts by.</param>
    /// <param name="key">The level that a click sorts by.</param>
    /// <param name="by">The same level in words.</param>
    /// <param name="defaultOrder">The default order, which follows after both directions.</param>
    public static string HintOf(SortMark? mark, string key, string by, string defaultOrder) =>
        mark is not { Level: 0 } ? $"Sort by {by}; with Shift also by it"
        : mark.Descending == key.StartsWith('-') ? $"Sort {(mark.Descending ? "ascending" : "descending")}"
        : $"{defaultOrder} again";
}

/// <summary>The place of a column in the order.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Levels">Number of levels.</param>
/// <param name="Measure">The statistic that is compared, if it is not the one that a click on the heading sorts by.</param>
public sealed record SortMark(bool Descending, int Level, int Levels, string? Measure = null)
{
    // Only one column of a table may have aria-sort; the other levels are described in words.
    public string? AriaSort => Level > 0 ? null : Descending ? "descending" : "ascending";

    /// <summary>The number of the level; null if there is only one.</summary>
    public string? Number => Levels < 2 ? null : $"{Level + 1}";
}
