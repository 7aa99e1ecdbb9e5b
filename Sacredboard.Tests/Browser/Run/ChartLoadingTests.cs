using System.Collections.Concurrent;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>What a page of charts asks for when it opens.</summary>
public sealed class ChartLoadingTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("samples/runs/4/metrics", "**/metrics/training.loss?*")]
    [InlineData("samples/compare?ids=4,7", "**/curves?*metric=training.loss*")]
    public async Task Charts_ask_once_for_their_points_and_before_their_library_is_there(string path, string points)
    {
        var page = await NewPageAsync(samples.Address);
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/metrics/", StringComparison.Ordinal) || request.Url.Contains("/curves?", StringComparison.Ordinal))
            {
                asked.Enqueue(request.Url);
            }
        };
        var mayLoad = new TaskCompletionSource();
        await page.RouteAsync("**/chart.umd.min.js*", async route =>
        {
            await mayLoad.Task;
            await route.ContinueAsync();
        });

        var first = page.WaitForRequestAsync(points);
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        await first;
        mayLoad.SetResult();

        await Expect(page.Locator("[data-metric='training.loss'] canvas")).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(asked.Distinct(), asked);
    }
}
