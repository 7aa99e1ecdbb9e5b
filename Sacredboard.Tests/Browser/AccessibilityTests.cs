using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>axe finds no violation on any page, in both themes, and narrow screens suffice.</summary>
public sealed class AccessibilityTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_table_and_its_details_are_accessible(ColorScheme theme)
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address, options => options.ColorScheme = theme), "samples");
        await runs.Toggle("2").ClickAsync();
        await runs.Toggle("36").ClickAsync();
        await runs.Toggle("38").ClickAsync();
        await Expect(runs.Details).ToHaveCountAsync(3);
        Assert.Equal("", await runs.Page.EvaluateAsync<string>(
            "[...document.querySelectorAll('.sparkline')].filter(one => one.scrollWidth > one.clientWidth).map(one => one.textContent.trim()).join()"));

        await runs.Page.AssertAccessibleAsync();

        await runs.Page.Keyboard.PressAsync("?");
        await Expect(runs.Page.Locator("#keys")).ToBeVisibleAsync();
        await runs.Page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_part_of_a_run_is_accessible(ColorScheme theme)
    {
        var page = await NewPageAsync(samples.Address, options => options.ColorScheme = theme);
        foreach (var tab in RunPage.Tabs)
        {
            await RunPage.OpenAsync(page, "samples", tab is "overview" ? "2" : "7", tab);
            await page.AssertAccessibleAsync();
        }
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_a_telephone()
    {
        var page = await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = 360, Height = 740 });

        await RunsPage.OpenAsync(page, "samples");
        await AssertFitsAsync(page);
        await RunsPage.OpenAsync(page, "samples", "?open=2&open=7");
        await AssertFitsAsync(page);
        foreach (var tab in RunPage.Tabs)
        {
            await RunPage.OpenAsync(page, "samples", tab is "overview" ? "2" : "7", tab);
            await AssertFitsAsync(page);
        }
    }

    [Fact]
    public async Task The_numbers_of_many_pages_fit_on_a_telephone()
    {
        var store = new MemoryRunStore();
        store.Put([.. Enumerable.Range(1, 240).Select(TestRuns.Run)]);
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        var page = await NewPageAsync(board.Address, options => options.ViewportSize = new() { Width = 360, Height = 740 });

        await RunsPage.OpenAsync(page, "lab", "?size=25&page=6");

        await Expect(page.Locator("[data-page-form]")).ToBeVisibleAsync();
        await AssertFitsAsync(page);
    }

    private static async Task AssertFitsAsync(IPage page)
    {
        var (content, window) = (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await page.EvaluateAsync<int>("innerWidth"));
        Assert.True(content <= window, $"{page.Url} is {content} px wide in a window of {window} px");
    }
}
