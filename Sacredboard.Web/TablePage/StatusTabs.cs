using Sacredboard.Data.Queries.Answering;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.TablePage;

/// <summary>
/// The status filters of a table. Pages work without scripts, so the server estimates how wide each is, and the style sheet moves those
/// that do not fit into the menu at their end.
/// </summary>
public static class StatusTabs
{
    // Pixels, rather too many than too few.
    private const double LetterWidth = 8.4;
    private const double WideLetterWidth = 14;
    private const double Surroundings = 26;
    private const double IconWidth = 18;
    private const double MaxTabWidth = 262;
    private const double MenuWidth = 80;
    private const double LimitWidth = 180;

    /// <summary>The statuses of Sacred in their order, then the others; those without runs only while they are chosen.</summary>
    /// <param name="found">Number of runs that match the text, by status.</param>
    /// <param name="state">The state of the table.</param>
    /// <param name="links">The addresses of the table.</param>
    /// <param name="isLimited">The source reads only some of its runs, which is said beside the tabs.</param>
    public static StatusFilters Of(IReadOnlyList<StatusCount> found, TableState state, TableUrls links, bool isLimited)
    {
        var counts = found.ToDictionary(status => status.Status, status => status.Count);
        var others = found.OrderByDescending(status => status.Count).Select(status => status.Status);
        List<StatusFilter> tabs =
        [
            .. StatusLabel.Known.Concat(others).Concat(state.Statuses).Distinct()
                .Where(status => counts.GetValueOrDefault(status) > 0 || state.Statuses.Contains(status))
                .Select(status => new StatusFilter(
                    StatusLabel.Of(status),
                    status,
                    counts.GetValueOrDefault(status),
                    state.Statuses.Contains(status),
                    links.ToggleStatus(status))),
        ];
        var all = Width("All", tabs.Sum(tab => tab.Count)) + (isLimited ? LimitWidth : 0);
        var total = all + tabs.Sum(Width);

        // Chosen ones are always seen, on a further line if need be.
        var needed = all + MenuWidth + tabs.Where(tab => tab.IsChosen).Sum(Width);
        for (var i = 0; i < tabs.Count; i++)
        {
            if (!tabs[i].IsChosen)
            {
                needed += Width(tabs[i]);
                tabs[i] = tabs[i] with { Room = StatusFilters.RoomFor(Math.Min(needed, total)) };
            }
        }

        return new(tabs, tabs.Max(tab => (int?)tab.Room) ?? 0);
    }

    private static double Width(StatusFilter tab) => IconWidth + Width(tab.Label.Word, tab.Count);

    private static double Width(string word, int count) => Math.Min(
        MaxTabWidth,
        Surroundings + word.Sum(letter => char.IsAscii(letter) ? LetterWidth : WideLetterWidth)
            + (LetterWidth * NumberText.Count(count).Length));
}
