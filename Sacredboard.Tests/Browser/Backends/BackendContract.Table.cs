using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Columns;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Backends;

/// <summary>Columns, sort orders and groups.</summary>
public abstract partial class BackendContract
{
    [Fact]
    public async Task A_column_is_found_added_moved_renamed_formatted_and_removed()
    {
        var board = await SharedAsync();
        var columns = new ColumnsPage((await OpenAsync(board, "?columns=host,result")).Page);
        var (page, keys) = (columns.Runs.Page, columns.Runs.Page.Keyboard);
        await page.TabToAsync("[data-columns-open]");
        await keys.PressAsync("Enter");
        await Expect(columns.Find).ToBeFocusedAsync();

        await keys.TypeAsync("optimizer.lr");
        await Expect(columns.Available("optimizer.lr")).ToBeVisibleAsync();
        await Expect(columns.Find).ToBeFocusedAsync();
        await page.TabToAsync("[data-available='optimizer.lr']");
        await keys.PressAsync("Space");
        await Expect(columns.Said).ToHaveTextAsync("optimizer.lr added as column 3.");
        await Expect(columns.Available("optimizer.lr")).ToBeFocusedAsync();
        await Expect(columns.Available("optimizer.lr")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(columns.Runs.Heading("optimizer.lr")).ToBeVisibleAsync();

        await columns.Control("up optimizer.lr").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(columns.Said).ToHaveTextAsync("optimizer.lr is column 2 of 3.");
        await Expect(columns.Control("up optimizer.lr")).ToBeFocusedAsync();
        await keys.PressAsync("Alt+ArrowUp");
        await Expect(columns.Said).ToHaveTextAsync("optimizer.lr is column 1 of 3.");
        await Expect(page).ToHaveURLAsync(new Regex("columns=optimizer.lr,host,result"));
        Assert.Equal(["status", "id", "optimizer.lr", "host", "result"], await columns.ShownAsync());

        await columns.Control("edit optimizer.lr").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(columns.Control("name")).ToBeVisibleAsync();
        await page.TabToAsync("[data-key=name]");
        await keys.TypeAsync("rate <b>");
        await keys.PressAsync("Enter");
        await Expect(columns.Runs.Heading("optimizer.lr")).ToContainTextAsync("rate <b>");
        await page.TabToAsync("[data-key=numbers]");
        // One letter, because each one selects an option and renews the panel.
        await keys.PressAsync("p");
        await Expect(page).ToHaveURLAsync(new Regex("~p1"));

        await columns.Control("remove optimizer.lr").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(columns.Said).ToHaveTextAsync("optimizer.lr removed.");
        await Expect(columns.Runs.Heading("optimizer.lr")).ToHaveCountAsync(0);
        await Expect(columns.Panel.Locator(":focus")).ToHaveCountAsync(1);

        await keys.PressAsync("Escape");
        await Expect(columns.Panel).ToBeHiddenAsync();
        await Expect(columns.Button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Shift_sorts_by_several_levels()
    {
        var board = await SharedAsync();
        var runs = await OpenAsync(board, "?columns=experiment,result,optimizer.lr");
        await runs.Page.TabToAsync("th[data-column=experiment] button");
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(runs.Heading("experiment")).ToHaveAttributeAsync("aria-sort", "ascending");

        await runs.Page.TabToAsync("th[data-column=result] button");
        await runs.Page.Keyboard.PressAsync("Shift+Enter");
        await Expect(runs.Heading("result").Locator(".level")).ToContainTextAsync("2");
        await Expect(runs.Heading("result").GetByRole(AriaRole.Button)).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Shift+Enter");
        await Expect(runs.Heading("result").Locator(".level")).ToContainTextAsync("descending");
        await Expect(runs.Page).ToHaveURLAsync(new Regex("sort=experiment,-result(&|$)"));
        await ShowsAsync(runs, (await ExpectedAsync(board, "sort=experiment,-result")).Ids);

        await runs.Page.Keyboard.PressAsync("Shift+Enter");
        await Expect(runs.Heading("result").Locator(".level")).ToHaveCountAsync(0);
        await ShowsAsync(runs, (await ExpectedAsync(board, "sort=experiment")).Ids);
    }

    [Fact]
    public async Task Runs_with_the_same_settings_are_grouped_and_a_group_is_opened()
    {
        var board = await SharedAsync();
        var page = (await OpenAsync(board)).Page;
        using var client = new HttpClient { BaseAddress = board.Address };
        var right = JsonElement.Parse(await client.GetByteArrayAsync($"api/v1/{Source}/groups?group=experiment,config", Cancellation));
        var largest = right.GetProperty("groups")[0].GetProperty("count").GetInt32();

        await page.TabToAsync("[data-group-menu] > summary");
        await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync("[data-group-by='experiment,config']");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-group]")).ToHaveCountAsync(Math.Min(PageSize, right.GetProperty("groupCount").GetInt32()));
        await Expect(page).ToHaveURLAsync(new Regex(@"\?group=experiment,config$"));

        await page.Keyboard.PressAsync("j");
        var first = page.Locator("[data-group-toggle]").First;
        await Expect(first).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(largest > 1);
        await Expect(page.Locator("[data-group]").First.Locator("[data-run]")).ToHaveCountAsync(largest);
        await Expect(first).ToBeFocusedAsync();

        await page.ReloadAsync();
        await Expect(page.Locator("[data-group]").First.Locator("[data-run]")).ToHaveCountAsync(largest);
    }

    [Fact]
    public async Task A_statistic_is_a_column_an_order_and_a_filter()
    {
        var board = await SharedAsync();
        var columns = new ColumnsPage((await OpenAsync(board, "?columns=experiment")).Page);
        var (runs, page, keys) = (columns.Runs, columns.Runs.Page, columns.Runs.Page.Keyboard);
        await page.TabToAsync("[data-columns-open]");
        await keys.PressAsync("Enter");
        await Expect(columns.Find).ToBeFocusedAsync();
        await keys.TypeAsync("min(validation.loss)");
        await Expect(columns.Available("min(validation.loss)")).ToBeVisibleAsync();
        await page.TabToAsync("[data-available='min(validation.loss)']");
        await keys.PressAsync("Space");
        await Expect(runs.Heading("min(validation.loss)")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");

        await page.TabToAsync("th[data-column='min(validation.loss)'] button");
        await keys.PressAsync("Enter");
        await ShowsAsync(runs, (await ExpectedAsync(board, "sort=min(validation.loss)")).Ids);
        await Expect(runs.Rows.First.Locator(".c-value")).ToHaveTextAsync(new Regex(@"^0\.\d+$"));

        await keys.PressAsync("/");
        await new QueryBox(page).TypeAsync("min(validation.loss) < 0.2");
        await keys.PressAsync("Enter");
        var (matched, ids) = await ExpectedAsync(board, "q=min(validation.loss)%20%3C%200.2&sort=min(validation.loss)");
        Assert.NotEqual(0, matched);
        await ShowsAsync(runs, ids);
    }
}
