using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>What scripts add to the files of a run.</summary>
public sealed class FilePagesTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Files_are_ticked_found_sorted_and_highlighted()
    {
        var page = await NewPageAsync(samples.Address);
        var run = await RunPage.OpenAsync(page, "samples", "4", "files");
        var rows = page.Locator("#file-rows tr");

        await Expect(page.Locator("[data-zip-chosen]")).ToBeDisabledAsync();
        await page.GetByLabel("Find files").FillAsync("train");
        await Expect(rows.Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await page.GetByLabel("Select all files").CheckAsync();
        await Expect(page.Locator("[data-zip-chosen]")).ToHaveTextAsync("1 selected");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("[data-zip-chosen]").ClickAsync());
        Assert.Equal("files-4.zip", download.SuggestedFilename);

        await page.GotoAsync("samples/runs/4/files/artifact-1/view");
        var confidence = page.Locator("[data-sortable] tbody tr:first-child td:nth-child(5)");
        await page.GetByRole(AriaRole.Button, new() { Name = "confidence" }).ClickAsync();
        var lowest = double.Parse(await confidence.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByRole(AriaRole.Button, new() { Name = "confidence" }).ClickAsync();
        var highest = double.Parse(await confidence.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(lowest < 0.9 && highest > 0.99, $"{lowest} … {highest}");
        await page.AssertAccessibleAsync();

        await page.GotoAsync("samples/runs/4/files/source-3/view#L12");
        await Expect(page.Locator(".hljs-keyword").First).ToBeVisibleAsync();
        await Expect(page.Locator("#L12")).ToBeInViewportAsync();
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/files/source-2/view$"));
        await Expect(run.Tab("files")).ToHaveAttributeAsync("aria-current", "page");
    }
}
