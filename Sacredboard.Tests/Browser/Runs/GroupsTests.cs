using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Groups in a real browser, by keyboard alone.</summary>
public sealed class GroupsTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium), IClassFixture<SamplesBoard>
{
    [Fact]
    public async Task Grouping_opening_and_leaving_needs_only_the_keyboard()
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples")).Page;
        await page.Locator("[data-group-menu] > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("[data-group-by='experiment,config']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-group]")).ToHaveCountAsync(34);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"\?group=experiment,config$"));

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var second = page.Locator("[data-group-toggle]").Nth(1);
        await Expect(second).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-group]").Nth(1).Locator("[data-run]")).ToHaveCountAsync(2);
        await Expect(second).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("open="));

        await page.ReloadAsync();
        await Expect(page.Locator("[data-group]").Nth(1).Locator("[data-run]")).ToHaveCountAsync(2);
        await second.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("digits_mlp");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Groups_their_menu_and_totals_are_accessible(ColorScheme theme)
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address, options => options.ColorScheme = theme), "samples", "?group=experiment,config&open=27")).Page;
        await Expect(page.Locator("[data-group] [data-run]")).ToHaveCountAsync(2);
        await page.AssertAccessibleAsync();

        await page.Locator("[data-group-menu] > summary").ClickAsync();
        await Expect(page.Locator("[data-group-form]")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Groups_fit_a_telephone()
    {
        var page = (await RunsPage.OpenAsync(
            await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = 360, Height = 740 }), "samples", "?group=experiment,config&open=27")).Page;
        await page.Locator("[data-group-menu] > summary").ClickAsync();

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 360);
    }
}
