using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Columns;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Backends;

/// <summary>Saved views, and accessibility by axe.</summary>
public abstract partial class BackendContract
{
    [Fact]
    public async Task Views_are_saved_renamed_made_default_and_deleted()
    {
        await using var board = await StartAsync();
        var runs = await OpenAsync(board, "?status=FAILED");
        var (page, keys) = (runs.Page, runs.Page.Keyboard);
        var failed = (await ExpectedAsync(board, "status=FAILED")).Matched;

        await page.TabToAsync("#views > summary");
        await keys.PressAsync("Enter");
        await page.TabToAsync("[data-view-form=create] input[name=name]");
        await keys.TypeAsync("Failures");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#views > summary")).ToContainTextAsync("Failures");
        await Expect(page).ToHaveURLAsync(new Regex($"/{Source}/runs\\?status=FAILED&view=1$"));
        await Expect(page.Locator("#views > summary")).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await page.TabToAsync("[data-view-form=rename] input[name=name]");
        await keys.PressAsync("Control+A");
        await keys.TypeAsync("What failed");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#views > summary")).ToContainTextAsync("What failed");
        await Expect(page.Locator("#views > summary")).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await page.TabToAsync("[data-view-form=default] button");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("[data-view='1'] [aria-label=default]")).ToHaveCountAsync(1);
        await page.GotoAsync("");
        await Expect(runs.Rows).ToHaveCountAsync(failed);

        await page.TabToAsync("#views > summary");
        await keys.PressAsync("Enter");
        await page.TabToAsync(".confirm > summary");
        await keys.PressAsync("Enter");
        await page.TabToAsync("[data-view-form=delete] button");
        await keys.PressAsync("Enter");
        await Expect(page.Locator("#views > summary")).ToHaveTextAsync(new Regex("Views"));
        await Expect(page.Locator("[data-view='1']")).ToHaveCountAsync(0);
        await Expect(runs.Rows).ToHaveCountAsync(failed);
        await Expect(page.Locator("#views > summary")).ToBeFocusedAsync();

        await keys.PressAsync("Enter");
        await Expect(page.Locator("#views")).ToHaveAttributeAsync("open", "");
        await keys.PressAsync("Escape");
        await Expect(page.Locator("#views")).Not.ToHaveAttributeAsync("open", "");
        await Expect(page.Locator("#views > summary")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Table_columns_groups_and_views_are_accessible(ColorScheme theme)
    {
        var board = await SharedAsync();
        var runs = await OpenAsync(board, "?q=optimizer.lr+%3C+&off=status+%3D+FAILED", options => options.ColorScheme = theme);
        var page = runs.Page;
        var box = new QueryBox(page);
        await Expect(box.Fault).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await box.Input.FillAsync("experiment = d");
        await Expect(box.Suggestions.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.AssertAccessibleAsync();

        await page.GotoAsync($"{Source}/runs?columns=experiment,result~bar,optimizer.lr~e1~scale,batch_size,min(validation.loss)&sort=experiment,-result");
        var columns = new ColumnsPage(page);
        await columns.Button.ClickAsync();
        await columns.Control("edit optimizer.lr").ClickAsync();
        await Expect(columns.Control("name")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await page.GotoAsync($"{Source}/runs?group=experiment,config");
        await page.Locator("[data-group-toggle]").First.ClickAsync();
        await Expect(page.Locator("[data-group]").First.Locator("[data-run]").First).ToBeVisibleAsync();
        await page.Locator("#views > summary").ClickAsync();
        await page.AssertAccessibleAsync();
        await page.Locator("[data-export] > summary").ClickAsync();
        await page.AssertAccessibleAsync();
    }
}
