using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>The runs of an expanded group.</summary>
public sealed record GroupMembersViewModel
{
    /// <summary>The runs in the range.</summary>
    public required IReadOnlyList<RunRowViewModel> Rows { get; init; }

    /// <summary>The seeds that differ between these runs, in a table grouped by the whole config.</summary>
    public required IReadOnlyList<RunColumn> Seeds { get; init; }

    /// <summary>Number of runs of the group.</summary>
    public required int Count { get; init; }

    public required MemberRange Range { get; init; }

    /// <summary>The table with the previous runs added; null at the beginning.</summary>
    public required string? EarlierUrl { get; init; }

    /// <summary>The table with the next runs added; null at the end.</summary>
    public required string? LaterUrl { get; init; }

    /// <summary>The table with the first runs instead; null if they are shown.</summary>
    public required string? FirstUrl { get; init; }

    /// <summary>The table with the last runs instead; null if they are shown.</summary>
    public required string? LastUrl { get; init; }

    /// <summary>The table of all runs of the group, not grouped; null if no query matches just these.</summary>
    public required string? AllUrl { get; init; }

    /// <summary>"51–250 of 1,204 runs"; null if all are shown.</summary>
    public string? RangeText => Rows.Count == Count
        ? null
        : $"{NumberText.Count(Range.Skip + 1)}–{NumberText.Count(Range.End)} of {NumberText.Count(Count)} runs";

    public int EarlierCount => Math.Min(MemberRange.Step, Range.Skip);

    public int LaterCount => Math.Min(MemberRange.Step, Count - Range.End);
}
