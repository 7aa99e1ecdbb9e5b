using Sacredboard.Data.Querying.Grouping;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Runs.Groups;

/// <summary>One group in the table.</summary>
public sealed record GroupRowViewModel
{
    public required RunGroup Group { get; init; }

    /// <summary>The segment of its oldest run, by which URLs name it.</summary>
    public required string Segment { get; init; }

    /// <summary>This table with the group expanded, or no longer.</summary>
    public required string ToggleUrl { get; init; }

    /// <summary>Its newest run, for what all of them have in common.</summary>
    public required RunRowViewModel Sample { get; init; }

    /// <summary>Of each column; null where the value is that of <see cref="Sample"/>, because all have the same.</summary>
    public required IReadOnlyList<SummaryText?> Cells { get; init; }

    /// <summary>Null for a closed group.</summary>
    public GroupMembersViewModel? Members { get; init; }

    public string CountText => Group.Count == 1 ? "1 run" : $"{NumberText.Count(Group.Count)} runs";

    public string ToggleLabel => $"{(Members is null ? "Expand" : "Close")} this group of {CountText}";

    /// <summary>How many runs have which status, in words.</summary>
    public string StatusText =>
        string.Join(", ", Group.Statuses.Select(status => $"{NumberText.Count(status.Count)} {StatusLabel.Of(status.Status).Word.ToLowerInvariant()}"));
}

/// <summary>The runs of a group that is expanded.</summary>
/// <param name="Rows">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="AllUrl">The table of all of them, not grouped; null where no query finds just these.</param>
/// <param name="Seeds">The config keys that differ between them though the group is by the whole config.</param>
public sealed record GroupMembersViewModel(IReadOnlyList<RunRowViewModel> Rows, int Count, string? AllUrl, IReadOnlyList<RunColumn> Seeds);
