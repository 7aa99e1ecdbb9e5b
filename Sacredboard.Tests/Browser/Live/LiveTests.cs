using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Live;

/// <summary>Pages follow a run from start to end without input, on each backend.</summary>
public abstract class LiveTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_table_shows_a_run_from_its_start_to_its_end_and_until_it_is_deleted()
    {
        await using var board = await StartBoardAsync();
        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address), Board.Source);
        await Expect(runs.Empty).ToHaveAttributeAsync("data-empty", "no-runs");

        var run = NewRun(1);
        await run.StartAsync();
        await Expect(runs.Status("1")).ToHaveAttributeAsync("data-status", "RUNNING", new() { IgnoreCase = true });
        await Expect(runs.Cell("1", "experiment")).ToHaveTextAsync("live");

        await run.BeatAsync(result: 0.25);
        await Expect(runs.Cell("1", "result")).ToContainTextAsync("0.25");
        await Expect(runs.Cell("1", "heartbeat")).ToContainTextAsync("ago");

        await run.CompleteAsync(result: 0.5);
        await Expect(runs.Status("1")).ToHaveAttributeAsync("data-status", "COMPLETED", new() { IgnoreCase = true });
        await Expect(runs.Cell("1", "result")).ToContainTextAsync("0.5");
        await Expect(runs.Chip("COMPLETED")).ToContainTextAsync("1");

        await run.DeleteAsync();
        await Expect(runs.Row("1")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Open_rows_and_the_focus_survive_changes()
    {
        await using var board = await StartBoardAsync();
        var (first, second) = (NewRun(1), NewRun(2));
        await first.StartAsync();
        await second.StartAsync();
        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address), Board.Source);
        await runs.Toggle("1").ClickAsync();
        await runs.Toggle("2").ClickAsync();
        await Expect(runs.Details).ToHaveCountAsync(2);
        await runs.Detail("1").Locator("[data-tree-search]").FillAsync("seed");

        second.Print("epoch 1: loss 0.7");
        second.Log("training.loss", 0, 0.7);
        await second.BeatAsync(result: 0.125);
        await NewRun(3).StartAsync();
        await Expect(runs.Row("3")).ToBeVisibleAsync();
        await Expect(runs.Cell("2", "result")).ToContainTextAsync("0.125");

        await Expect(runs.Details).ToHaveCountAsync(2);
        await Expect(runs.Detail("2")).ToContainTextAsync("epoch 1: loss 0.7");
        await Expect(runs.Detail("1").Locator("[data-tree-search]")).ToBeFocusedAsync();
        await Expect(runs.Detail("1").Locator("[data-tree-search]")).ToHaveValueAsync("seed");
        Assert.Equal(["3", "2", "1"], await runs.IdsAsync());
    }

    [Fact]
    public async Task The_page_of_a_run_follows_its_output_and_its_end()
    {
        await using var board = await StartBoardAsync();
        var run = NewRun(1);
        await run.StartAsync();
        run.Print("epoch 1");
        await run.BeatAsync();
        var page = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "output");
        await Expect(page.Terminal).ToContainTextAsync("epoch 1");

        run.Print("epoch 2");
        await run.BeatAsync();
        await Expect(page.Terminal).ToContainTextAsync("epoch 2");
        Assert.Equal(1, await page.Terminal.GetByText("epoch 1").CountAsync());

        run.Print("the end");
        await run.CompleteAsync(result: 0.75);
        await Expect(page.Terminal).ToContainTextAsync("the end");
        await Expect(page.Header).ToContainTextAsync("Completed", new() { IgnoreCase = true });
        await Expect(page.Header).ToContainTextAsync("0.75");
    }

    [Fact]
    public async Task A_curve_grows_while_it_is_looked_at()
    {
        await using var board = await StartBoardAsync();
        var run = NewRun(1);
        await run.StartAsync();
        run.Log("loss", 0, 1);
        run.Log("loss", 1, 0.5);
        await run.BeatAsync();
        var page = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        await Eventually.TrueAsync(async () => await page.DrawnAsync() == 1, "a curve");

        run.Log("loss", 2, 0.0625);
        await run.BeatAsync();

        await Expect(page.Chart("loss").Locator("[data-last]")).ToHaveTextAsync("0.0625");
        await Expect(page.Chart("loss").Locator("[data-points]")).ToContainTextAsync("3");
    }

    [Fact]
    public async Task A_failure_appears_on_the_page_of_its_run()
    {
        await using var board = await StartBoardAsync();
        var run = NewRun(1);
        await run.StartAsync();
        var page = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1");

        await run.FailAsync("ValueError: <b>too hot</b>");

        await Expect(page.Header).ToContainTextAsync("Failed", new() { IgnoreCase = true });
        await Expect(page.Failure).ToContainTextAsync("<b>too hot</b>");
    }

    /// <summary>A board on an empty storage.</summary>
    protected abstract Task<Board> StartBoardAsync();

    /// <summary>A run in that storage, not yet started.</summary>
    protected abstract LiveRun NewRun(int id);
}
