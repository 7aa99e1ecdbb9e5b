using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>Screenshots for the documentation; written to docs/images only when SACREDBOARD_SCREENSHOTS is 1.</summary>
public sealed class ScreenshotTests(
    ChromiumFixture chromium,
    ScreenshotTests.Lab lab) : BrowserTest(chromium), IClassFixture<ScreenshotTests.Lab>
{
    [Fact]
    public async Task The_table()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(lab.Board.Address), Board.Source);
        await Expect(runs.Rows).ToHaveCountAsync(42);

        await KeepAsync(runs.Page, "runs");
    }

    [Fact]
    public async Task The_dark_table_with_an_open_row()
    {
        var runs = await RunsPage.OpenAsync(
            await NewPageAsync(lab.Board.Address, options => options.ColorScheme = ColorScheme.Dark),
            Board.Source);
        await runs.Toggle("39").ClickAsync();
        await Expect(runs.Detail("39")).ToBeVisibleAsync();

        await KeepAsync(runs.Page, "runs-dark");
    }

    [Theory]
    [InlineData("run", "39", "")]
    [InlineData("metrics", "7", "metrics")]
    public async Task A_run_with_its_curves(string name, string id, string tab)
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(lab.Board.Address), Board.Source, id, tab);
        await Eventually.TrueAsync(async () => await run.DrawnAsync() >= 4, "four curves");

        await KeepAsync(run.Page, name);
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        // Hides the path of the runs on this machine.
        await page.Locator("[data-place]").EvaluateAsync("place => { place.textContent = place.title = '~/digits/runs' }");
        await page.EvaluateAsync("() => { document.activeElement?.blur(); return document.fonts.ready }");
        var keep = Environment.GetEnvironmentVariable("SACREDBOARD_SCREENSHOTS") == "1";
        var picture = await page.ScreenshotAsync(new()
        {
            Path = keep
            ? Path.Combine(Repository.Root, "docs", "images", $"{name}.png")
            : null
        });
        Assert.Equal("image/png", picture is [0x89, (byte)'P', (byte)'N', (byte)'G', ..] ? "image/png" : "something else");
    }

    /// <summary>The samples, named like a configured source.</summary>
    public sealed class Lab : IAsyncDisposable
    {
        public Board Board { get; } = Board.OnDirectory(SampleRuns.Directory);

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }
}
