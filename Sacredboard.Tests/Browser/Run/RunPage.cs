using Microsoft.Playwright;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>The page of one run, by its hooks.</summary>
public sealed class RunPage(IPage page)
{
    public static readonly IReadOnlyList<string> Tabs = ["overview", "metrics", "output", "config", "files", "environment", "info"];

    public IPage Page => page;

    public ILocator Header => page.Locator("[data-region=header]");

    public ILocator Status => Header.Locator("[data-status] .word, .status .word");

    public ILocator Content => page.Locator(".run-content");

    public ILocator Failure => page.Locator("[data-failure]");

    public ILocator Charts => page.Locator("[data-metric]");

    public ILocator Terminal => page.Locator("[data-output] pre");

    /// <param name="id">As it stands in a URL.</param>
    public static async Task<RunPage> OpenAsync(IPage page, string source, string id, string tab = "")
    {
        await page.GotoAsync(tab.Length == 0 ? $"{source}/runs/{id}" : $"{source}/runs/{id}/{tab}");
        return new(page);
    }

    public ILocator Tab(string name) => page.Locator($"[data-tab-link={name}]");

    public ILocator Chart(string metric) => page.Locator($"[data-metric='{metric}']");

    /// <summary>The number of charts that show points.</summary>
    public Task<int> DrawnAsync() => page.Locator("canvas[data-drawn]").EvaluateAllAsync<int>("""
        canvases => canvases.filter(canvas => {
          if (!canvas.width || !canvas.height) return false
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })
          copy.drawImage(canvas, 0, 0)
          return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((value, i) => i % 4 === 3 && value > 0)
        }).length
        """);
}
