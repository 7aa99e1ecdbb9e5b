using System.Text.RegularExpressions;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>A long output, of which the page holds a part.</summary>
public sealed class OutputScrollTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Any_line_is_reached_by_scrolling_by_its_link_and_by_the_search()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED"}""");
        folder.WriteOld("1", "cout.txt", string.Concat(Enumerable.Range(1, 5000).Select(i => $"this is line {i} of many\n")));
        await using var board = Board.OnDirectory(folder.Root);
        var page = await NewPageAsync(board.Address);
        var run = await RunPage.OpenAsync(page, Board.Source, "1", "output");
        var rows = page.Locator("[data-rows] .row-text");

        await Expect(page.Locator("#L5000")).ToBeInViewportAsync();
        Assert.InRange(await rows.CountAsync(), 100, 900);
        Assert.InRange(await run.Terminal.EvaluateAsync<int>("box => box.scrollHeight"), 5000 * 15, 5000 * 25);

        await run.Terminal.FocusAsync();
        await page.Keyboard.PressAsync("Home");
        await Expect(page.Locator("#L1")).ToBeInViewportAsync();
        await run.Terminal.EvaluateAsync("box => { box.scrollTop = box.scrollHeight / 2 }");
        await Expect(page.Locator("#L2505")).ToBeInViewportAsync();
        Assert.InRange(await rows.CountAsync(), 100, 900);

        await page.Locator("#L2505 [data-line]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/output#L2505$"));
        await page.Locator("#L2508 [data-line]").ClickAsync(new() { Modifiers = [Microsoft.Playwright.KeyboardModifier.Shift] });
        await Expect(page).ToHaveURLAsync(new Regex("/output#L2505-L2508$"));
        await page.ReloadAsync();
        await Expect(page.Locator("#L2508.found")).ToBeInViewportAsync();
        await Expect(page.Locator(".row-text.found")).ToHaveCountAsync(4);

        await page.Locator(".output-search input[type=search]").FillAsync("LINE 1234 of");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#L1234.found")).ToBeInViewportAsync();
        await Expect(page.Locator("[data-hits]")).ToHaveTextAsync("1 of 1");
    }
}
