using Sacredboard.Web.Columns;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Table;

/// <summary>The order of a table, of runs or of groups, as the menu lists and changes it.</summary>
/// <param name="Usual">What it is when nobody has chosen one: "Newest first".</param>
/// <param name="Levels">Most important first.</param>
/// <param name="Choices">By what else it can be sorted.</param>
public sealed record TableOrder(string Usual, IReadOnlyList<SortLevel> Levels, IReadOnlyList<SortChoice> Choices);

/// <param name="Key">By which a <see cref="SortStep"/> names it.</param>
public sealed record SortLevel(string Key, string Title, bool Descending, bool IsFirst);

/// <param name="Key">What a <see cref="SortStep"/> adds.</param>
public sealed record SortChoice(string Key, string Title);

/// <summary>What stands above a column, and sorts by it.</summary>
/// <param name="Column">Null for the number of runs of a group.</param>
/// <param name="Key">What a <see cref="SortStep"/> names.</param>
/// <param name="Mark">Null when the table is not sorted by it.</param>
/// <param name="Hint">What a click does.</param>
public sealed record TableHeading(RunColumn? Column, string Title, string Key, SortMark? Mark, string Hint)
{
    /// <summary>Its place among the headings, from 0.</summary>
    public int Index { get; init; }

    /// <param name="mark">Of just what a click sorts by.</param>
    /// <param name="key">What that is.</param>
    /// <param name="by">The same in words.</param>
    /// <param name="usual">The order that comes back after both directions.</param>
    public static string HintOf(SortMark? mark, string key, string by, string usual) =>
        mark is not { Level: 0 } ? $"Sort by {by}; with Shift also by it"
        : mark.Descending == key.StartsWith('-') ? $"Sort {(mark.Descending ? "ascending" : "descending")}"
        : $"{usual} again";
}

/// <summary>That a column is sorted by.</summary>
/// <param name="Level">From 0.</param>
/// <param name="Levels">How many there are.</param>
/// <param name="Measure">What of its numbers is compared, where that is not what a click on the heading would take.</param>
public sealed record SortMark(bool Descending, int Level, int Levels, string? Measure = null)
{
    // Only one column of a table may say that it is sorted by; the levels after the first say it in words.
    public string? AriaSort => Level > 0 ? null : Descending ? "descending" : "ascending";

    /// <summary>Where it stands in the order, when that has several levels.</summary>
    public string? Number => Levels < 2 ? null : $"{Level + 1}";
}
