using System.Text.RegularExpressions;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Curves;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>The curves of a run that went on from others, joined with theirs where one chooses it.</summary>
public sealed class ContinuedCurvesTests(ChromiumFixture chromium, ContinuedBoard lab)
    : BrowserTest(chromium), IClassFixture<ContinuedBoard>
{
    private const string Note = "Joined on step: #1 (2), #2 (3), #3 (2); 2 points after the start of the next run are left out";

    [Fact]
    public async Task A_run_shows_the_curve_of_all_runs_before_it_and_says_so()
    {
        await lab.Board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(lab.Board.Address), Board.Source, "3", "metrics");
        var chart = run.Chart("loss");
        await Expect(chart.Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(chart.Locator("[data-notes]")).ToHaveCountAsync(0);

        await run.Page.Locator("[data-key=chart-options] summary").ClickAsync();
        await run.Page.Locator("[data-setting=join]").CheckAsync();

        await Expect(chart.Locator("[data-notes]")).ToContainTextAsync(Note);
        await Expect(run.Page).ToHaveURLAsync(new Regex("join=continued"));
        await chart.Locator("[data-chart-menu] summary").ClickAsync();
        Assert.EndsWith("?format=csv&join=continued", await chart.Locator("[data-all-points] a").GetAttributeAsync("href"));
        await run.Page.Keyboard.PressAsync("Escape");
        await run.Page.AssertAccessibleAsync();

        await run.Page.ReloadAsync();
        await chart.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "show single runs" }).ClickAsync();
        await Expect(chart.Locator("[data-notes] p")).ToHaveCountAsync(0);
        await Expect(run.Page.Locator("[data-setting=join]")).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task The_overview_leads_to_the_joined_curves_of_the_chain()
    {
        await lab.Board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(lab.Board.Address), Board.Source, "2");

        await run.Page.Locator("[data-chain-joined]").ClickAsync();

        await Expect(run.Chart("loss").Locator("[data-notes]")).ToContainTextAsync("Joined on step: 2 curves");
        await Expect(run.Chart("loss").Locator("[data-points]")).ToContainTextAsync("2 runs, 13 points, exact");
    }

    [Fact]
    public async Task A_run_that_began_anew_offers_nothing_to_join()
    {
        await lab.Board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(lab.Board.Address), Board.Source, "5", "metrics");

        await Expect(run.Chart("loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(run.Page.Locator("[data-setting=join]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Curves_beside_the_table_can_be_joined_too()
    {
        await lab.Board.LoadedAsync();
        var page = await NewPageAsync(lab.Board.Address);
        await page.GotoAsync($"{Board.Source}/runs?charts=metric:loss");
        var chart = page.Locator("[data-table-charts] .chart");
        await Expect(chart.Locator("[data-points]")).ToContainTextAsync("5 runs, 13 points");

        await page.Locator("[data-charts-join]").ClickAsync();

        await Expect(chart.Locator("[data-points]")).ToContainTextAsync("3 runs, 15 points");
        await Expect(chart.Locator("[data-notes]")).ToContainTextAsync("Joined on step: 2 curves");
        await Expect(page).ToHaveURLAsync(new Regex("charts=joined"));
        await page.Locator("[data-charts-join]").ClickAsync();
        await Expect(chart.Locator("[data-points]")).ToContainTextAsync("5 runs, 13 points");
    }
}
