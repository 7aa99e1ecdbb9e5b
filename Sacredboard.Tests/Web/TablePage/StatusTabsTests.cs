using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Runs;
using Sacredboard.Web.Models.TablePage;
using Sacredboard.Web.Table;
using Sacredboard.Web.TablePage;

namespace Sacredboard.Tests.Web.TablePage;

public sealed class StatusTabsTests
{
    private static readonly IReadOnlyList<StatusCount> Found =
        [new("EARLY_STOPPED", 1), new(RunStatus.Failed, 510), new(RunStatus.Completed, 8986), new("KILLED", 3), new(RunStatus.Running, 0)];

    [Fact]
    public void Statuses_without_runs_go_and_the_known_ones_come_first() =>
        Assert.Equal(
            [RunStatus.Completed, RunStatus.Failed, "KILLED", "EARLY_STOPPED"],
            Of().Tabs.Select(tab => tab.Status));

    [Fact]
    public void A_chosen_status_stays_without_runs() =>
        Assert.Equal(
            [RunStatus.Running, RunStatus.Completed, RunStatus.Failed, "KILLED", "EARLY_STOPPED", "GONE"],
            Of(RunStatus.Running, "GONE").Tabs.Select(tab => tab.Status));

    [Fact]
    public void Later_tabs_need_more_room_and_the_last_needs_no_menu_beside_it()
    {
        var filters = Of();

        Assert.Equal(filters.Tabs.Select(tab => tab.Room).Order(), filters.Tabs.Select(tab => tab.Room));
        Assert.Equal(filters.Room, filters.Tabs[^1].Room);
        Assert.True(filters.Tabs[0].Room < filters.Room);
    }

    [Fact]
    public void A_chosen_tab_is_always_shown_and_keeps_its_place()
    {
        var (before, after) = (Of(), Of("EARLY_STOPPED"));

        Assert.Equal(before.Tabs.Select(tab => tab.Status), after.Tabs.Select(tab => tab.Status));
        Assert.Equal(0, after.Tabs[^1].Room);
        Assert.Equal(before.Room, after.Room);
        Assert.True(after.Tabs[0].Room > before.Tabs[0].Room);
    }

    [Fact]
    public void There_is_no_menu_when_all_are_chosen() =>
        Assert.Equal(0, Of([.. Found.Select(status => status.Status)]).Room);

    [Fact]
    public void However_many_statuses_there_are_the_rest_is_in_the_menu()
    {
        var filters = StatusTabs.Of(
            [.. Enumerable.Range(0, 100).Select(i => new StatusCount($"STATUS {i}", 1))],
            new TableState(),
            new TableUrls("/lab/runs", new()),
            isLimited: true);

        Assert.Equal(filters.Room, filters.Tabs.Max(tab => tab.Room));
        Assert.Equal(StatusFilters.RoomFor(1e9), filters.Room);
    }

    private static StatusFilters Of(params string[] chosen)
    {
        var state = new TableState { Statuses = chosen };
        return StatusTabs.Of(Found, state, new TableUrls("/lab/runs", state), isLimited: false);
    }
}
