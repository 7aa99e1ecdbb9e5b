using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

public sealed class RunLogsTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Pictures_follow_their_slider_and_histograms_are_drawn_as_bands(ColorScheme theme)
    {
        using var folder = new StorageFolder();
        folder.Copy(TestFiles.Path("tensorboard", "others"), "logs");
        folder.Copy(Path.Combine(TestFiles.Path("tensorboard", "both_kinds")), "logs/more");
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        folder.WriteOld("1", "info.json", """{"tensorflow": {"logdirs": ["logs"]}}""");
        await using var board = Board.OnDirectory(folder.Root);
        var page = await NewPageAsync(board.Address, options => options.ColorScheme = theme);
        var run = await RunPage.OpenAsync(page, Board.Source, "1", "metrics");

        var pictures = page.Locator("[data-pictures=pictures]");
        await Expect(pictures.Locator("img")).ToHaveCountAsync(2);
        await pictures.Locator("[data-slider]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(pictures.Locator("[data-step]")).ToHaveTextAsync("step 1");
        await Expect(pictures.Locator("img").First).ToHaveAttributeAsync("alt", "pictures at step 1");
        await Eventually.TrueAsync(
            () => pictures.Locator("img").First.EvaluateAsync<bool>("picture => picture.complete && picture.naturalWidth === 8"),
            "the picture of step 1");

        foreach (var figure in await page.Locator(".chart").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
        }

        await Expect(page.Locator("[data-distribution] canvas[data-drawn]")).ToHaveCountAsync(3);
        await Eventually.TrueAsync(
            async () => await run.DrawnAsync() == 3 + await run.Charts.CountAsync(),
            "curves and bands in all charts");
        await Expect(page.Locator("[data-distribution] canvas").First)
            .ToHaveAccessibleNameAsync(new Regex(": quantiles of a histogram over \\d+ steps$"));
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Nothing_of_the_logs_needs_a_wide_screen()
    {
        using var folder = new StorageFolder();
        folder.Copy(TestFiles.Path("tensorboard", "hostile"), "logs/hostile");
        folder.Copy(TestFiles.Path("tensorboard", "others"), "logs/others");
        folder.Copy(TestFiles.Path("tensorboard", "tags"), "logs/tags");
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        folder.WriteOld("1", "info.json", """{"tensorflow": {"logdirs": ["logs"]}}""");
        await using var board = Board.OnDirectory(folder.Root);
        // One of the files is not a picture.
        Problems.Expect("404");
        var page = await NewPageAsync(board.Address, options => options.ViewportSize = new() { Width = 360, Height = 740 });
        await RunPage.OpenAsync(page, Board.Source, "1", "metrics");

        await Expect(page.Locator("[data-pictures]")).ToHaveCountAsync(5);
        foreach (var details in await page.Locator(".picture-steps summary").AllAsync())
        {
            await details.ClickAsync();
        }

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
