using Sacredboard.Data.Queries.Grouping;
using Sacredboard.Web.Columns;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.Table;

namespace Sacredboard.Web.Models.Groups;

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
    public required IReadOnlyList<NumbersText?> Cells { get; init; }

    /// <summary>Null for a closed group.</summary>
    public GroupMembersViewModel? Members { get; init; }

    public string CountText => Group.Count == 1 ? "1 run" : $"{NumberText.Count(Group.Count)} runs";

    public string ToggleLabel => $"{(Members is null ? "Expand" : "Close")} this group of {CountText}";

    /// <summary>How many runs have which status, in words.</summary>
    public string StatusText =>
        string.Join(", ", Group.Statuses.Select(status => $"{NumberText.Count(status.Count)} {StatusLabel.Of(status.Status).Word.ToLowerInvariant()}"));
}
