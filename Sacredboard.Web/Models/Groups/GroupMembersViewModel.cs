using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>Runs of a group that is expanded.</summary>
public sealed record GroupMembersViewModel
{
    /// <summary>Those of the range.</summary>
    public required IReadOnlyList<RunRowViewModel> Rows { get; init; }

    /// <summary>The config keys that differ between these though the group is by the whole config.</summary>
    public required IReadOnlyList<RunColumn> Seeds { get; init; }

    /// <summary>How many runs the group has.</summary>
    public required int Count { get; init; }

    public required MemberRange Range { get; init; }

    /// <summary>This table with those that come before as well; null at the beginning.</summary>
    public required string? EarlierUrl { get; init; }

    /// <summary>With those that come next as well; null at the end.</summary>
    public required string? LaterUrl { get; init; }

    /// <summary>From the first on again; null where they begin with it.</summary>
    public required string? FirstUrl { get; init; }

    /// <summary>With the last ones instead; null where these are there.</summary>
    public required string? LastUrl { get; init; }

    /// <summary>The table of all of them, not grouped; null where no query finds just these.</summary>
    public required string? AllUrl { get; init; }

    /// <summary>"51–250 of 1,204 runs"; null where all are shown.</summary>
    public string? RangeText => Rows.Count == Count
        ? null
        : $"{NumberText.Count(Range.Skip + 1)}–{NumberText.Count(Range.End)} of {NumberText.Count(Count)} runs";

    public int EarlierCount => Math.Min(MemberRange.Step, Range.Skip);

    public int LaterCount => Math.Min(MemberRange.Step, Count - Range.End);
}
