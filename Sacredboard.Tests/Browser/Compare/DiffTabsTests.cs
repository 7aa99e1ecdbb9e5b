using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Web.Compare;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Compare;

/// <summary>What scripts add to runs side by side: keys that lead through differences, a slider, choices without a button.</summary>
public sealed class DiffTabsTests(ChromiumFixture chromium, DiffBoard board) : BrowserTest(chromium), IClassFixture<DiffBoard>
{
    [Fact]
    public async Task Keys_lead_through_the_differences_and_a_slider_through_numbered_pictures()
    {
        await board.Board.LoadedAsync();
        var page = await NewPageAsync(board.Board.Address);
        await page.GotoAsync("lab/compare?tab=output&ids=1,2,3&clean=true");
        var differences = page.Locator("[data-difference]");
        await Expect(differences).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("n");
        await Expect(differences.First).ToBeFocusedAsync();
        await Expect(page.Locator("[data-diff-place]")).ToHaveTextAsync("1 of 1");

        await page.Locator("[data-pair=other]").SelectOptionAsync("3");
        await Expect(page).ToHaveURLAsync(new Regex("other=3"));
        await page.WaitForLoadStateAsync();
        await page.Locator("[data-diff-step='1']").ClickAsync();
        await Expect(page.Locator("[data-difference] ins")).ToHaveTextAsync("loss of <b>3</b>");

        await page.Locator("[data-tab-link=images]").ClickAsync();
        var picture = page.Locator("[data-image='epoch_*.png'] img").First;
        await Expect(picture).ToHaveAttributeAsync("src", new Regex("artifact-1"));
        await page.WaitForLoadStateAsync();
        await page.Locator("[data-image-series] input[type=range]").PressAsync("Home");
        await Expect(picture).ToHaveAttributeAsync("src", new Regex("artifact-0"));
        await Expect(page).ToHaveURLAsync(new Regex("at=1"));
        await page.ReloadAsync();
        await Expect(page.Locator("[data-shown]")).ToHaveTextAsync("1");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "tab=config&ids=1,2,3", "tab=output&ids=1,2", "tab=images&ids=1,2&overlay=blink")]
    [InlineData(ColorScheme.Dark, 360, "tab=output&ids=1,2&lines=unified&clean=true", "tab=sources&ids=1,2", "tab=environment&ids=1,2,3")]
    public async Task All_of_them_are_accessible_in_both_themes_and_on_a_telephone(ColorScheme theme, int width, params string[] tabs)
    {
        await board.Board.LoadedAsync();
        var page = await NewPageAsync(board.Board.Address, options =>
        {
            options.ColorScheme = theme;
            options.ViewportSize = new() { Width = width, Height = 800 };
        });
        foreach (var tab in tabs)
        {
            await page.GotoAsync($"lab/compare?{tab}");
            await page.AssertAccessibleAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), tab);
        }
    }
}
