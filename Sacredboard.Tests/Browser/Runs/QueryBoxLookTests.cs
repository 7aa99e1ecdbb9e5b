using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>The look of the query box and its parts, for screen readers and on a telephone.</summary>
public sealed class QueryBoxLookTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_around_the_box_is_accessible(ColorScheme theme)
    {
        var page = await NewPageAsync(samples.Address, options => options.ColorScheme = theme);
        var runs = await RunsPage.OpenAsync(page, "samples", "?q=id+%3E+1+and+lr+%3C+&off=host&off=id+%3D+3");
        var box = new QueryBox(page);
        await Expect(box.Fault).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await box.Input.FillAsync("status = COMPLETED and ");
        await box.Input.FillAsync("status = COMPLETED and o");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box.Suggestions.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await box.Input.FillAsync("status = COMPLETED");
        await Expect(runs.Rows).ToHaveCountAsync(36);
        await box.Builder.Locator("summary").ClickAsync();
        await Expect(box.Field).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box.Builder.Locator("[role=option]").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("[data-query-help]").ClickAsync();
        await Expect(box.Help.Locator("[data-help-content]")).Not.ToBeEmptyAsync();
        await page.AssertAccessibleAsync();

        await page.GotoAsync("samples/help");
        await page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("lr < 0,1")]
    [InlineData("status:failed")]
    [InlineData("lr <")]
    [InlineData("config[\"lr\"] < 0.1 and duration > 1 hour")]
    public async Task An_error_leaves_the_status_tabs_of_a_telephone_free(string query)
    {
        var page = await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await RunsPage.OpenAsync(page, "samples", $"?q={Uri.EscapeDataString(query)}");

        var error = (await page.Locator("#query-error").BoundingBoxAsync())!;
        var tabs = (await page.Locator("[data-region=filters]").BoundingBoxAsync())!;

        Assert.InRange(error.Y + error.Height, 1, tabs.Y);
    }

    [Fact]
    public async Task Nothing_around_the_box_is_wider_than_a_telephone()
    {
        var page = await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await RunsPage.OpenAsync(
            page,
            "samples",
            "?q=status+%3D+COMPLETED+and+experiment+contains+digits+and+lr+%3C&off=host+contains+%22a+rather+long+text+that+goes+on%22");
        var box = new QueryBox(page);
        await Expect(box.Fault).ToBeVisibleAsync();
        await AssertFitsAsync(page);

        await box.Input.FillAsync("status = COMPLETED and o");
        await Expect(box.Suggestions.First).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await box.Builder.Locator("summary").ClickAsync();
        await Expect(box.Value).ToBeInViewportAsync();
        await AssertFitsAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("[data-query-help]").ClickAsync();
        await Expect(box.Help).ToBeVisibleAsync();
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
