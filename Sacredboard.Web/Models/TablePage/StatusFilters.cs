using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.TablePage;

/// <summary>The status filters above the table, as tabs and, where they do not fit, in a menu.</summary>
/// <param name="Tabs">In their order.</param>
/// <param name="Room">The room that all of them need; with less the menu is shown. 0 when it is never needed.</param>
public sealed record StatusFilters(IReadOnlyList<StatusFilter> Tabs, int Room)
{
    /// <summary>The style sheet has a class for each room of 40 pixels, up to this one.</summary>
    private const int MaxRoom = 40;

    private const double RoomWidth = 40;

    /// <param name="pixels">The width that is needed.</param>
    public static int RoomFor(double pixels) => Math.Min(MaxRoom, (int)Math.Ceiling(pixels / RoomWidth));
}

/// <param name="Url">The address with this status added to the filter or removed from it.</param>
public sealed record StatusFilter(StatusLabel Label, string Status, int Count, bool IsChosen, string Url)
{
    /// <summary>The room in which its tab fits; with less it is in the menu. 0 for a tab that is always shown.</summary>
    public int Room { get; init; }

    /// <summary>Part of an id; the same however many other statuses there are.</summary>
    public string Name => Uri.EscapeDataString(Status);
}
