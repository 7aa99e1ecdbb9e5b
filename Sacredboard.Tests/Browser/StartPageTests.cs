using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.HomePage;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>Several sources: from the start page over one search to a run's own page.</summary>
public sealed class StartPageTests(ChromiumFixture chromium, TwoFolders folders) : BrowserTest(chromium), IClassFixture<TwoFolders>
{
    [Fact]
    public async Task One_search_over_all_sources_leads_to_a_run_and_is_accessible_all_the_way()
    {
        await folders.LoadedAsync();
        var page = await NewPageAsync(folders.Client.BaseAddress!, options => options.ViewportSize = new() { Width = 360, Height = 740 });

        await page.GotoAsync("/");
        await Expect(page.Locator("[data-source=away] [data-problem]")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.AssertAccessibleAsync();

        await page.GetByLabel("Find runs of all sources").FillAsync("source = one");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("tbody [data-run]")).ToHaveCountAsync(1);
        await page.AssertAccessibleAsync();

        await page.Locator("tbody td.c-id a").ClickAsync();
        await page.WaitForURLAsync("**/one/runs/1**");
    }

    /// <summary>On a narrow screen ids of a tree are cut in front, where they are alike.</summary>
    [Fact]
    public async Task Of_a_long_id_the_end_is_seen()
    {
        await folders.LoadedAsync();
        var page = await NewPageAsync(folders.Client.BaseAddress!, options => options.ViewportSize = new() { Width = 360, Height = 740 });

        await page.GotoAsync("/all-sources/runs");
        var id = page.Locator("tbody td.c-id").First;
        await id.Locator("bdi").EvaluateAsync("bdi => bdi.textContent = 'results/8m/qmix/12'");
        var cut = await id.EvaluateAsync<bool>(
            """
            cell => {
              const range = document.createRange();
              const text = cell.querySelector('bdi').firstChild;
              range.setStart(text, text.length - 2);
              range.setEnd(text, text.length);
              const [end, box] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
              return end.left < box.left || end.right > box.right;
            }
            """);

        Assert.False(cut, "the end of the id lies outside of its cell");
    }
}
