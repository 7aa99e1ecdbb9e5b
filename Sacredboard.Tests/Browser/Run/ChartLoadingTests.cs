using System.Collections.Concurrent;
using System.Text.RegularExpressions;
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
        var asked = Asked(page);
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

    [Theory]
    [InlineData("4/config", 1280)]
    [InlineData("4/config", 360)]
    [InlineData("7/files?across=1", 1280)]
    [InlineData("7/files?across=3&smooth=ema:0.9&zoom=training.loss:5:20", 1280)]
    [InlineData("7/environment?pin=validation.loss", 1280)]
    [InlineData("20/output?xscale=log", 900)]
    public async Task The_first_charts_of_a_tab_ask_for_their_points_together_with_it_and_only_once(string path, int width)
    {
        var page = await NewPageAsync(samples.Address);
        await page.SetViewportSizeAsync(width, 800);
        await page.GotoAsync($"samples/runs/{path}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var asked = Asked(page);
        var mayCome = new TaskCompletionSource();
        await page.RouteAsync("**/metrics", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });
        await page.RouteAsync("**/metrics?*", async route =>
        {
            await mayCome.Task;
            await route.ContinueAsync();
        });

        var first = page.WaitForRequestAsync("**/api/v1/samples/runs/*/metrics/*");
        await page.Locator("[data-tab-link=metrics]").ClickAsync();
        await first;
        mayCome.SetResult();

        await Expect(page.Locator(".chart canvas").First).ToHaveAttributeAsync("data-drawn", new Regex("step"));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // What was asked for before the size of its chart was known is asked for again when that was wrong.
        Assert.NotEmpty(asked);
        Assert.Equal(asked.DistinctBy(url => url.Split('?')[0]), asked);
    }

    private static ConcurrentQueue<string> Asked(IPage page)
    {
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains("/metrics/", StringComparison.Ordinal) || request.Url.Contains("/curves?", StringComparison.Ordinal))
            {
                asked.Enqueue(request.Url);
            }
        };
        return asked;
    }
}
