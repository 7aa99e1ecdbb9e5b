using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Browser;

public sealed class ErrorPageTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("nowhere/runs", ColorScheme.Light)]
    [InlineData("samples/runs/4711", ColorScheme.Dark)]
    public async Task A_missing_page_says_so_in_plain_words(string path, ColorScheme theme)
    {
        Problems.Expect("404");
        var page = await NewPageAsync(samples.Address, options => options.ColorScheme = theme);

        var answer = await page.GotoAsync(path);

        Assert.Equal(404, answer?.Status);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }
}
