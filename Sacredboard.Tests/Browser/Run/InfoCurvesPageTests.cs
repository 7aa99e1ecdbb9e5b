using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>Lists of numbers in the info of a run (TestData/info/make.py) are looked at as metrics are.</summary>
public sealed class InfoCurvesPageTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_list_in_the_info_is_drawn_as_a_curve_that_says_where_it_is_from()
    {
        await using var board = Board.OnDirectory(TestFiles.Path("info", "runs"));
        await board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        var chart = run.Chart("info:return_mean");

        await Expect(chart.Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(chart.GetByLabel("From info")).ToBeVisibleAsync();
        await Expect(chart).ToContainTextAsync("4 points");
        await Expect(chart.Locator("[data-last]")).ToHaveTextAsync("4.75");
        await Expect(run.Chart("info:train.loss")).ToContainTextAsync("1 NaN");
        await Expect(run.Chart("loss").GetByLabel("From info")).ToHaveCountAsync(0);
        await run.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Its_statistics_are_columns_and_answer_queries()
    {
        await using var board = Board.OnDirectory(TestFiles.Path("info", "runs"));
        await board.LoadedAsync();
        var page = await NewPageAsync(board.Address);

        await page.GotoAsync($"{Board.Source}/runs?columns=last(info:return_mean),min(info:train.loss)&q=last(info:return_mean)%20%3E%204");

        var row = page.Locator("tbody tr").First;
        await Expect(row).ToContainTextAsync("4.75");
        await Expect(row).ToContainTextAsync("0.5");
        await Expect(page.Locator("[data-run]")).ToHaveCountAsync(1);
    }
}
