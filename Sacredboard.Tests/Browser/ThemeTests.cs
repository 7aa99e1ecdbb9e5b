using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Browser;

public sealed class ThemeTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string Background = "getComputedStyle(document.body).backgroundColor";

    [Fact]
    public async Task Without_a_choice_the_page_is_like_the_system()
    {
        var page = await NewPageAsync(samples.Address, options => options.ColorScheme = ColorScheme.Dark);
        await page.GotoAsync("samples/runs");
        Assert.Equal("rgb(14, 19, 26)", await page.EvaluateAsync<string>(Background));

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "light");

        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>(Background));
    }

    [Fact]
    public async Task A_chosen_theme_stays_on_other_pages_and_is_there_at_the_first_paint()
    {
        var page = await NewPageAsync(samples.Address);
        await page.AddInitScriptAsync("""
            new MutationObserver((_, observer) => {
              if (document.body) { window.themeBeforeBody = document.documentElement.dataset.bsTheme; observer.disconnect() }
            }).observe(document, { childList: true, subtree: true })
            """);
        await page.GotoAsync("samples/runs");
        var button = page.Locator("[data-theme-switch]");
        while (await page.Locator("html").GetAttributeAsync("data-theme") != "dark")
        {
            await button.ClickAsync();
        }

        await page.GotoAsync("samples/runs/36");

        Assert.Equal("dark", await page.EvaluateAsync<string>("window.themeBeforeBody"));
        Assert.Equal("rgb(14, 19, 26)", await page.EvaluateAsync<string>(Background));
    }
}
