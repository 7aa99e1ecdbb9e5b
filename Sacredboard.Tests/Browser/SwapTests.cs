using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>
/// Parts of a page are replaced without a message on the console, also when scripts (or extensions of the browser) have styled them.
/// </summary>
public sealed class SwapTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string StyleAll = "document.querySelectorAll('main, main *').forEach(element => { element.style.outlineOffset = '1px' })";

    // What the swap has put in has no such style.
    private const string CountFresh = "parts => parts.filter(part => part.style.outlineOffset === '').length";

    [Theory]
    [InlineData("", "[data-status-filter=FAILED]")]
    [InlineData("?size=25", "[rel=next]")]
    [InlineData("", "th[data-column=result] button")]
    [InlineData("?q=digits", "[data-term-switch]")]
    [InlineData("?q=digits", "[data-term-remove]")]
    [InlineData("?group=experiment", "th[data-column=result] button")]
    [InlineData("?group=experiment", "[data-ungroup]")]
    public async Task The_table_is_replaced_silently(string query, string link)
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query)).Page;
        await page.EvaluateAsync(StyleAll);

        await page.Locator(link).First.ClickAsync();

        await ExpectFreshAsync(page, "#view");
    }

    [Fact]
    public async Task A_term_is_opened_in_the_builder_silently()
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "?q=digits")).Page;
        await page.EvaluateAsync(StyleAll);

        await page.Locator("[data-term-edit]").ClickAsync();

        await ExpectFreshAsync(page, "#term");
        await Expect(page.Locator("#term-text")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("metrics")]
    [InlineData("config")]
    public async Task The_tab_of_a_run_is_replaced_silently(string tab)
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7");
        await run.Page.EvaluateAsync(StyleAll);

        await run.Tab(tab).ClickAsync();

        await ExpectFreshAsync(run.Page, "#run");
        await run.Page.GoBackAsync();
        await Expect(run.Tab("overview")).ToHaveAttributeAsync("aria-current", "page");
    }

    private static Task ExpectFreshAsync(IPage page, string part) => Eventually.TrueAsync(
        async () => await page.Locator(part).EvaluateAllAsync<int>(CountFresh) == 1,
        $"{part} was not replaced");
}
