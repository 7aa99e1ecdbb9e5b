using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Models.Groups;

/// <summary>One group in the table.</summary>
public sealed record GroupRowViewModel
{
    public required RunGroup Group { get; init; }

    /// <summary>The URL segment of its oldest run, which identifies the group in addresses.</summary>
    public required string Segment { get; init; }

    /// <summary>The table with the group expanded or closed.</summary>
    public required string ToggleUrl { get; init; }

    /// <summary>Its newest run, for the values that all its runs have in common.</summary>
    public required RunRowViewModel Sample { get; init; }

    /// <summary>One for each column; null where all runs have the value of <see cref="Sample"/>.</summary>
    public required IReadOnlyList<NumbersText?> Cells { get; init; }

    /// <summary>Null for a closed group.</summary>
    public GroupMembersViewModel? Members { get; init; }

    public string CountText => Group.Count == 1 ? "1 run" : $"{NumberText.Count(Group.Count)} runs";

    public string ToggleLabel => $"{(Members is null ? "Expand" : "Close")} this group of {CountText}";

    /// <summary>The number of runs of each status, in words.</summary>
    public string StatusText =>
        string.Join(
            ", ",
            Group.Statuses.Select(status => $"{NumberText.Count(status.Count)} {StatusLabel.Of(status.Status).Word.ToLowerInvariant()}"));
}
