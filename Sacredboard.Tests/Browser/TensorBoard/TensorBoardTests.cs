using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.TensorBoard;

/// <summary>The real TensorBoard in a real browser, through the dashboard's own port.</summary>
[Trait("Kind", "TensorBoard")]
public sealed class TensorBoardTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    // It loads large libraries before it reports its port.
    private const float StartTimeout = 90_000;

    // Counts the pixels in the colour that TensorBoard gives to its first run.
    private const string CurvePixels = """
        async picture => {
          const image = new Image()
          image.src = `data:image/png;base64,${picture}`
          await image.decode()
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
          context.drawImage(image, 0, 0)
          const { data } = context.getImageData(0, 0, image.width, image.height)
          let count = 0
          for (let i = 0; i < data.length; i += 4) if (data[i] > 240 && Math.abs(data[i + 1] - 112) < 20 && Math.abs(data[i + 2] - 67) < 20) count++
          return count
        }
        """;

    private const string TryToReachTheDashboard = """
        async () => {
          const asked = await fetch('../../../runs').then(() => 'answered', () => 'refused')
          const frame = document.createElement('iframe')
          frame.src = new URL('../../../runs', location.href)
          document.body.append(frame)
          const other = open('../../../runs')
          let seen = ''
          for (let i = 0; i < 100 && seen === ''; i++) {
            await new Promise(resolve => setTimeout(resolve, 100))
            try { seen = other.closed ? 'closed' : other.document.title } catch { seen = 'another origin' }
          }
          return [asked, frame.contentDocument === null ? 'refused' : 'framed', seen].join(', ')
        }
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/some/where")]
    public async Task A_click_on_the_run_page_leads_to_the_scalars_and_another_one_stops_them(string subUrl)
    {
        using var storage = new LogStorage();
        storage.RunWithLogs("7");
        await using var board = Board.OnDirectory(storage.Root, ("TensorBoard:Command", RealTensorBoard.PathOrSkip()), ("SubUrl", subUrl));
        var page = await NewTensorBoardPageAsync(board);
        var outside = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal)
                && !request.Url.StartsWith(board.Address.AbsoluteUri, StringComparison.Ordinal))
            {
                outside.Add(request.Url);
            }
        };

        page = await OpenFromRunPageAsync(page);
        // The last value of the curve, which TensorBoard writes below it.
        await Expect(page.Locator("scalar-card", new() { HasText = "accuracy" }).GetByText("0.95", new() { Exact = true }))
            .ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.GetByRole(AriaRole.Tab, new() { Name = "scalars", Exact = true }).ClickAsync();
        await Eventually.TrueAsync(async () => await CurvePixelsAsync(page) > 100, "the curve of the scalars page");

        await RunPage.OpenAsync(page, Board.Source, "7", "tensorboard");
        await Expect(page.Locator("[data-tensorboard]")).ToHaveAttributeAsync("data-phase", "running");
        await page.Locator("[data-tensorboard-stop]").ClickAsync();
        await Expect(page.Locator("[data-stopped]")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.Empty(outside);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(board.StatePath, "tensorboard")));
    }

    [Fact]
    public async Task Scripts_of_its_page_cannot_reach_the_dashboard()
    {
        using var storage = new LogStorage();
        storage.RunWithLogs("7");
        await using var board = Board.OnDirectory(storage.Root, ("TensorBoard:Command", RealTensorBoard.PathOrSkip()));
        var page = await NewTensorBoardPageAsync(board);
        Problems.Expect("CSP connect-src");
        Problems.Expect("CSP frame-src");
        Problems.Expect("Content Security Policy");
        page = await OpenFromRunPageAsync(page);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        // Whether a window that was taken away looks closed or strange depends on the browser.
        Assert.Matches("^refused, refused, (closed|another origin)$", await page.EvaluateAsync<string>(TryToReachTheDashboard));
    }

    private async Task<IPage> NewTensorBoardPageAsync(Board board)
    {
        // A warning of TensorBoard about its own elements.
        Problems.Expect("Multiple instances of Three.js");
        return await NewPageAsync(board.Address);
    }

    private static async Task<int> CurvePixelsAsync(IPage page)
    {
        var picture = await page.Locator("tf-scalar-card").First.ScreenshotAsync();
        return await page.EvaluateAsync<int>(CurvePixels, Convert.ToBase64String(picture));
    }

    /// <summary>The tab in which TensorBoard opens; the page of the run stays.</summary>
    private static async Task<IPage> OpenFromRunPageAsync(IPage page)
    {
        await RunPage.OpenAsync(page, Board.Source, "7");
        var opened = await page.Context.RunAndWaitForPageAsync(
            () => page.Locator(".run-header [data-tensorboard-start]").ClickAsync());
        await opened.WaitForURLAsync(url => url.Contains("/runs/7/tensorboard/", StringComparison.Ordinal), new() { Timeout = StartTimeout });
        Assert.EndsWith("/runs/7", page.Url);
        return opened;
    }
}
