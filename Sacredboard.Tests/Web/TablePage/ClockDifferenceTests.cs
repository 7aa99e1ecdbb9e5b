using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Times from clocks that were wrong, and groups in which runs are queued.</summary>
public sealed class ClockDifferenceTests(ClockDifferenceTests.Runs runs) : IClassFixture<ClockDifferenceTests.Runs>
{
    private const string Mark = "clock difference";

    [Fact]
    public async Task A_duration_that_cannot_be_is_marked_with_the_times_that_say_it()
    {
        var page = await RunTablePage.GetAsync(runs.Board, "lab/runs");
        Assert.Equal(["30 s", Mark, Mark], ((string[])["1", "2", "3"]).Select(id => page.Cell(id, "duration")));
        Assert.Equal(
            "Started 2026-01-01 00:02:00 UTC, ended 2025-01-01 00:00:00 UTC: a clock was wrong.",
            page.Row("2").QuerySelector(".c-duration span")!.GetAttribute("title"));

        var run = await RunTablePage.GetAsync(runs.Board, "lab/runs/3");
        Assert.Equal(Mark, run.Document.QuerySelector("[data-duration]")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_date_is_not_said_twice()
    {
        var store = new MemoryRunStore();
        store.Put(TestRuns.Run(1), TestRuns.Run(2) with { Started = DateTime.UtcNow.AddHours(-2), Stopped = null });
        await using var board = Board.OnStore(store);

        var old = await RunTablePage.GetAsync(board, "lab/runs/1");
        var recent = await RunTablePage.GetAsync(board, "lab/runs/2");
        Assert.NotEmpty(old.Document.QuerySelectorAll("dd time[data-exact]"));
        Assert.Empty(old.Document.QuerySelectorAll("dd time[data-age]"));
        Assert.Equal("· 2 h ago", recent.Document.QuerySelector("dd .muted:has(time[data-age])")!.TextContent);
    }

    [Fact]
    public async Task Totals_and_groups_leave_it_out()
    {
        var page = await RunTablePage.GetAsync(runs.Board, "lab/runs?group=experiment");

        Assert.All(
            page.Document.QuerySelectorAll("[data-group] [data-value=duration]").Take(2),
            cell => Assert.StartsWith("30 s", cell.TextContent.Trim(), StringComparison.Ordinal));
        Assert.DoesNotContain("−", page.Document.QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task A_group_whose_newest_run_is_queued_has_the_latest_start_that_there_is()
    {
        var page = await RunTablePage.GetAsync(runs.Board, "lab/runs?group=experiment&sort=-started");

        Assert.Equal(
            ["2026-01-01T00:03:00.000Z", "2026-01-01T00:01:00.000Z", null],
            page.Document.QuerySelectorAll("[data-group] [data-value=started]")
                .Select(cell => cell.QuerySelector("time")?.GetAttribute("datetime")));
    }

    [Fact]
    public async Task Scripts_get_the_difference_as_recorded()
    {
        using var api = new ApiClient(runs.Address);

        var listed = (await api.GetAsync("api/v1/lab/runs?q=id%3D2&columns=duration")).GetProperty("runs")[0];
        Assert.Equal(-31536120, listed.GetProperty("durationSeconds").GetDouble());
        Assert.Equal(-31536120, listed.GetProperty("values").GetProperty("duration").GetDouble());
        Assert.Equal(-31536120, (await api.GetAsync("api/v1/lab/runs/2")).GetProperty("durationSeconds").GetDouble());
    }

    /// <summary>Three experiments: one with wrong clocks, one with a queued run, one with nothing else.</summary>
    public sealed class Runs : MemoryBoard
    {
        public Runs()
            : base(
                TestRuns.Run(1) with { Experiment = "queue" },
                TestRuns.Run(2) with { Stopped = TestRuns.Epoch.AddYears(-1) },
                TestRuns.Run(3) with { Stopped = TestRuns.Epoch.AddYears(20) },
                TestRuns.Run(4) with { Started = TestRuns.Epoch.AddMinutes(3), Stopped = TestRuns.Epoch.AddMinutes(3.5) },
                Queued(5, "queue"),
                Queued(6, "later"))
        {
        }

        private static RunSummary Queued(int id, string experiment) => TestRuns.Run(id) with
        {
            Experiment = experiment,
            Status = RunStatus.Queued,
            Started = null,
            Stopped = null,
            Meta = TestRuns.Object(("queue_time", TestRuns.Epoch.AddHours(id))),
        };
    }
}
