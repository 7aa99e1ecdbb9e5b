using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Filtering by a value where it stands.</summary>
public sealed class ValueMenuTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_button_in_a_cell_filters()
    {
        var runs = await OpenAsync("?columns=experiment,optimizer.name,result");
        var cell = runs.Row("41").Locator("td").Nth(2);
        await cell.HoverAsync();
        await cell.Locator(".pick").ClickAsync();
        await Expect(Menu(runs.Page).Locator("a").First).ToBeFocusedAsync();
        await runs.Page.AssertAccessibleAsync();

        await Menu(runs.Page).Locator("[data-choice=other]").ClickAsync();
        await Expect(runs.Search).ToHaveValueAsync("experiment != digits_stflow");
        await Expect(runs.Row("41")).ToHaveCountAsync(0);
        await Expect(Menu(runs.Page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_click_beside_the_button_opens_the_row()
    {
        var runs = await OpenAsync("?columns=experiment,result");
        await runs.Row("41").Locator("td").Nth(2).ClickAsync();
        await Expect(runs.Row("41").Locator(".pick")).ToBeVisibleAsync();
        await Expect(runs.Details).ToHaveCountAsync(1);
        await Expect(Menu(runs.Page)).ToBeHiddenAsync();
    }

    [Fact]
    public async Task On_a_touch_screen_a_cell_is_held()
    {
        var page = await NewPageAsync(samples.Address, options => options.HasTouch = true);
        var runs = await RunsPage.OpenAsync(page, "samples", "?columns=experiment,result");
        var cell = (await runs.Row("41").Locator("td").Nth(2).BoundingBoxAsync())!;
        var finger = new Dictionary<string, object>[] { new() { ["x"] = cell.X + 20, ["y"] = cell.Y + 10 } };
        var browser = await page.Context.NewCDPSessionAsync(page);

        await browser.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchStart", ["touchPoints"] = finger });
        await Task.Delay(700, Cancellation);
        await browser.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        await Expect(Menu(page).Locator("[data-choice=same]")).ToHaveAttributeAsync("title", "experiment = digits_stflow");
        await Expect(runs.Details).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task By_keyboard_a_cell_is_chosen_and_its_menu_closes_again()
    {
        var runs = await OpenAsync("?columns=experiment,host,result");
        await runs.Page.Keyboard.PressAsync("j");
        await runs.Page.Keyboard.PressAsync("f");
        var first = runs.Rows.First;
        await Expect(first.Locator("td").Nth(2).Locator(".pick")).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(first.Locator("td").Nth(3).Locator(".pick")).ToBeFocusedAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(Menu(runs.Page).Locator("[data-choice=same]")).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Escape");
        await Expect(Menu(runs.Page)).ToBeHiddenAsync();
        await Expect(first.Locator("td").Nth(3).Locator(".pick")).ToBeFocusedAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(Menu(runs.Page).Locator("[data-choice=same]")).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Menu(runs.Page).Locator("[data-choice=group]")).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(runs.Page.Locator("[data-groups=host]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tag_and_a_config_value_have_the_menu_and_a_column_is_brought_into_view()
    {
        var runs = await OpenAsync("?columns=experiment,tags,started,stopped,heartbeat,duration,host,command,result,comment,failure");
        await runs.Row("41").Locator(".tag").First.ClickAsync();
        await Menu(runs.Page).GetByText("Only with “tensorboard”").ClickAsync();
        await Expect(runs.Search).ToHaveValueAsync("tags has tensorboard");
        await Expect(runs.Details).ToHaveCountAsync(0);

        await runs.Toggle("41").ClickAsync();
        await runs.Detail("41").Locator("[data-tree=config]").GetByText("momentum", new() { Exact = true }).HoverAsync();
        await runs.Detail("41").Locator("[data-pick]").ClickAsync();
        await Menu(runs.Page).Locator("[data-choice=column]").ClickAsync();
        await Expect(runs.Heading("optimizer.momentum")).ToBeInViewportAsync(new() { Ratio = 0.9f });
    }

    [Fact]
    public async Task The_keys_and_the_runs_of_groups_have_it_too()
    {
        var page = (await OpenAsync("?group=experiment&columns=result,optimizer.lr&open=41")).Page;
        var group = page.Locator("[data-group]:has([data-run])");
        await group.Locator(".group > .key").HoverAsync();
        await group.Locator(".group > .key > .pick").ClickAsync();
        await Expect(Menu(page).Locator("[data-choice=same]")).ToHaveAttributeAsync("title", "experiment = digits_stflow");
        await page.Keyboard.PressAsync("Escape");

        await group.Locator(".member > .c-value").First.HoverAsync();
        await group.Locator(".member > .c-value > .pick").ClickAsync();
        await Expect(Menu(page).Locator("[data-choice=same]")).ToHaveAttributeAsync("title", new Regex("^optimizer.lr = "));
    }

    [Fact]
    public async Task The_page_of_a_run_leads_to_the_table()
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync("samples/runs/39");
        await page.Locator("[data-fact=Host] .pick").ClickAsync();
        await Menu(page).Locator("[data-choice=same]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/samples/runs\?q=host%20%3D%20lab-02$"));
    }

    [Fact]
    public async Task Without_scripts_it_is_a_page()
    {
        var page = await NewPageAsync(samples.Address, options => options.JavaScriptEnabled = false);
        await page.GotoAsync("samples/runs?q=mlp&open=39");
        await page.Locator("[data-detail] button[value='39:optimizer.momentum']").ClickAsync();
        await page.Locator("[data-choice=same]").ClickAsync();

        await Expect(page.Locator("#q")).ToHaveValueAsync("mlp and optimizer.momentum = 0.9");
    }

    private static ILocator Menu(IPage page) => page.Locator(".value-popover");

    private async Task<RunsPage> OpenAsync(string query = "") =>
        await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query);
}
