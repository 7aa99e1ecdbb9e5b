using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.TensorBoard;

/// <summary>The dashboard's pages about TensorBoards, with a script in place of TensorBoard.</summary>
public sealed class TensorBoardPagesTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task Each_phase_is_accessible_and_fits(ColorScheme theme, int width)
    {
        using var storage = new LogStorage();
        storage.Run(
            "7",
            storage.Logs("a long name of a directory with blanks, which has to be broken somewhere " + new string('x', 120)),
            "/elsewhere/" + new string('y', 200),
            "/x");
        // Continues only when the test says so.
        await using var fake = await FakeTensorBoard.StartAsync("until [ -e \"$(dirname \"$0\")/go\" ]; do sleep 0.1; done\n"
            + FakeTensorBoard.Runs);
        await using var board = Board.OnDirectory(
            storage.Root,
            ("TensorBoard:Command", fake.Command),
            ("TensorBoard:StartTimeoutSeconds", "600"));
        var page = await NewPageAsync(board.Address, options =>
        {
            options.ColorScheme = theme;
            options.ViewportSize = new() { Width = width, Height = 800 };
        });
        await RunPage.OpenAsync(page, Board.Source, "7", "tensorboard");
        await AssertGoodAsync(page, "none", theme, width);

        var opened = await page.Context.RunAndWaitForPageAsync(
            () => page.Locator("[data-tensorboard] [data-tensorboard-start]").ClickAsync());
        await AssertGoodAsync(page, "starting", theme, width);

        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(fake.Command)!, "go"), "", Cancellation);
        await opened.WaitForURLAsync(url => url.EndsWith("/tensorboard/", StringComparison.Ordinal));
        await AssertGoodAsync(page, "running", theme, width);

        System.Diagnostics.Process.GetProcessById(fake.Processes[^1]).Kill();
        await AssertGoodAsync(page, "failed", theme, width);
    }

    [Fact]
    public async Task Runs_that_are_ticked_in_the_table_are_shown_in_one()
    {
        using var storage = new LogStorage();
        for (var i = 1; i <= 30; i++)
        {
            storage.RunWithLogs($"{i}");
        }

        await using var fake = await FakeTensorBoard.StartAsync("ls \"$LOGDIR\" >&2\n" + FakeTensorBoard.Runs);
        await using var board = Board.OnDirectory(storage.Root, ("TensorBoard:Command", fake.Command));
        await board.LoadedAsync();
        var page = await NewPageAsync(board.Address);
        await page.GotoAsync($"{Board.Source}/runs?size=25");
        var bar = page.Locator("[data-selection]");
        await Expect(bar).ToBeHiddenAsync();

        await Box(page, "30").CheckAsync();
        await Box(page, "29").CheckAsync();
        await Box(page, "28").CheckAsync();
        await Box(page, "28").UncheckAsync();
        await Expect(page.Locator(".detail-row")).ToHaveCountAsync(0);
        await page.AssertAccessibleAsync();
        if (Environment.GetEnvironmentVariable("SHOTS") is { } shots)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, "selection.png") });
        }

        await page.Locator("a[rel=next]").ClickAsync();
        await Expect(Box(page, "30")).ToHaveCountAsync(0);
        var third = await page.Locator("[data-select]").First.GetAttributeAsync("value");
        await Box(page, third!).CheckAsync();
        await Expect(bar).ToContainTextAsync("3 selected");
        var opened = await page.Context.RunAndWaitForPageAsync(() => bar.Locator("[data-tensorboard-start]").ClickAsync());
        await opened.WaitForURLAsync(url => url.EndsWith('/'));
        await Expect(bar).ToContainTextAsync("3 selected");

        await page.GotoAsync($"{Board.Source}/tensorboard?ids={third}&ids=29&ids=30");
        await Expect(page.Locator("[data-tensorboard]")).ToHaveAttributeAsync("data-phase", "running");
        await Expect(page.Locator("[data-tensorboard-lines]"))
            .ToContainTextAsync(string.Join('\n', new[] { third!, "29", "30" }.Order(StringComparer.Ordinal)));
        await page.AssertAccessibleAsync();
    }

    private static ILocator Box(IPage page, string run) => page.Locator($"[data-select][value='{run}']");

    private static async Task AssertGoodAsync(IPage page, string phase, ColorScheme theme, int width)
    {
        await Expect(page.Locator("[data-tensorboard]")).ToHaveAttributeAsync("data-phase", phase);
        await page.AssertAccessibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth"));
        if (Environment.GetEnvironmentVariable("SHOTS") is { } shots)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(shots, $"{phase}-{theme}-{width}.png"), FullPage = true });
        }
    }
}
