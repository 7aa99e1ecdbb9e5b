using Sacredboard.Data.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

public sealed class StatisticsTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Statistics_appear_in_an_open_table_without_flashing_rows()
    {
        var store = new MemoryRunStore { BatchSize = 1 };
        store.Put(TestRuns.Run(1), TestRuns.Run(2));
        store.Metrics[(RunId.Of(1), "loss")] = [0.125];
        store.Metrics[(RunId.Of(2), "loss")] = [0.5, 0.25];
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        store.HoldStatistics();
        var page = await NewPageAsync(board.Address);
        var runs = await RunsPage.OpenAsync(page, Board.Source, "?columns=min(loss)&sort=min(loss)");
        var line = page.Locator("[data-statistics]");

        await Expect(line).ToHaveTextAsync("min(loss): computed for 0 of 2 runs, so the order is not final");
        await Expect(runs.Cell("2", "value")).ToHaveTextAsync("…");
        await page.AssertAccessibleAsync();

        store.LetStatisticsThrough();
        await Expect(line).ToHaveTextAsync("min(loss): computed for 1 of 2 runs, so the order is not final");
        await Expect(runs.Cell("2", "value")).ToHaveTextAsync("0.25");

        store.LetStatisticsThrough(100);
        await Expect(line).ToHaveCountAsync(0);
        await Expect(runs.Cell("1", "value")).ToHaveTextAsync("0.125");
        Assert.Equal(["1", "2"], await runs.IdsAsync());
        Assert.Equal(0, await page.Locator("tr.changed").CountAsync());
    }

    [Fact]
    public async Task A_table_waits_for_the_metrics_of_its_query_and_fills_by_itself()
    {
        var store = new MemoryRunStore { BatchSize = 1 };
        store.Put(TestRuns.Run(1), TestRuns.Run(2), TestRuns.Run(3));
        store.Metrics[(RunId.Of(1), "loss")] = [0.125];
        store.Metrics[(RunId.Of(2), "loss")] = [0.25];
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        store.HoldStatistics();
        var page = await NewPageAsync(board.Address);
        var runs = await RunsPage.OpenAsync(page, Board.Source, "?q=min(loss)%20<%201&columns=min(loss)");

        await Expect(runs.Empty).ToHaveAttributeAsync("data-empty", "computing");
        await Expect(page.Locator("[data-empty] progress")).ToHaveJSPropertyAsync("position", 0);
        await page.AssertAccessibleAsync();

        store.LetStatisticsThrough();
        await Expect(runs.Empty).ToContainTextAsync("min(loss) is known for 1 of 3 runs");

        store.LetStatisticsThrough();
        await Expect(runs.Cell("2", "value")).ToHaveTextAsync("0.25");
        await Expect(page.Locator("[data-range]")).ToHaveTextAsync("1–1 of 1 so far");

        store.LetStatisticsThrough(100);
        await Expect(runs.Cell("1", "value")).ToHaveTextAsync("0.125");
        await Expect(page.Locator("[data-range]")).ToHaveTextAsync("1–2 of 2");
        await Expect(page.Locator("[data-statistics]")).ToHaveCountAsync(0);
        Assert.Equal(["2", "1"], await runs.IdsAsync());
    }
}
