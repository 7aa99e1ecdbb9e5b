using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>Behind a proxy that serves the board below a path, pages request nothing outside of that path.</summary>
public sealed class SubUrlTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Every_link_script_and_request_stays_below_the_sub_url()
    {
        await using var board = Board.OnDirectory(Path.Combine(Repository.Root, "samples"), subUrl: "/some/where");
        var page = await NewPageAsync(board.Address);
        var outside = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(board.Address.AbsoluteUri, StringComparison.Ordinal))
            {
                outside.Add(request.Url);
            }
        };

        await page.GotoAsync("");
        var runs = new RunsPage(page);
        await runs.Chip("COMPLETED").ClickAsync();
        await Expect(runs.Status("2")).ToHaveCountAsync(0);
        await runs.Toggle("41").ClickAsync();
        await Expect(runs.Detail("41")).ToBeVisibleAsync();
        await runs.Detail("41").GetByText("Open the run's page").ClickAsync();
        var run = new RunPage(page);
        await run.Tab("metrics").ClickAsync();
        await Eventually.TrueAsync(async () => await run.DrawnAsync() > 0, "a curve");
        var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");

        Assert.Empty(outside);
        Assert.All(links, link => Assert.StartsWith(board.Address.AbsoluteUri, link, StringComparison.Ordinal));
    }
}
