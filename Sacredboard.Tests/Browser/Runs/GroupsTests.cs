using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Groups in a real browser, by keyboard alone.</summary>
public sealed class GroupsTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Grouping_opening_and_leaving_needs_only_the_keyboard()
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples")).Page;
        await page.Locator("[data-group-menu] > summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("[data-group-by='experiment,config']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-group]")).ToHaveCountAsync(34);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?group=experiment,config$"));

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        var second = page.Locator("[data-group-toggle]").Nth(1);
        await Expect(second).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-group]").Nth(1).Locator("[data-run]")).ToHaveCountAsync(2);
        await Expect(second).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Regex("open="));

        await page.ReloadAsync();
        await Expect(page.Locator("[data-group]").Nth(1).Locator("[data-run]")).ToHaveCountAsync(2);
        await second.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToContainTextAsync("digits_mlp");
    }

    [Fact]
    public async Task A_click_on_a_group_opens_it_and_what_it_holds_is_brought_into_view()
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "?group=experiment,config")).Page;
        var box = (await page.Locator(".table-scroll").BoundingBoxAsync())!;
        var foot = (await page.Locator("[data-region=totals] th").BoundingBoxAsync())!;
        // The last group that is seen.
        await page.Mouse.ClickAsync(box.X + (box.Width * 0.9f), foot.Y - 10);

        var open = page.Locator("[data-group]:has([data-run])");
        await Expect(open).ToHaveCountAsync(1);
        await Expect(open.Locator("[data-group-toggle]")).ToBeFocusedAsync();
        var last = (await open.Locator("tr").Last.BoundingBoxAsync())!;
        Assert.True(last.Y + last.Height <= foot.Y + 1, $"{last.Y} is above {foot.Y}");

        await open.Locator(".group .c-started").ClickAsync();
        await Expect(open).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?group=experiment,config$"));
    }

    [Fact]
    public async Task The_fields_to_group_by_and_the_seeds_complete_and_a_key_is_left_out_by_its_heading()
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples")).Page;
        await page.Locator("[data-group-menu] > summary").PressAsync("Enter");
        await page.Locator("#group-fields").FillAsync("experiment,confi");
        await page.Locator("#group-fields").FillAsync("experiment,optimizer.mom");
        await page.Locator("#group-fields-list").GetByText("optimizer.momentum", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("#group-fields")).ToHaveValueAsync("experiment,optimizer.momentum");
        await page.Locator("#group-fields").FillAsync("experiment,config");

        await page.Locator("#group-seeds").FillAsync("auto, data.val");
        await page.Keyboard.PressAsync("Backspace");
        await Expect(page.Locator("#group-seeds-list [role=option]").First).ToContainTextAsync("data.valid_fraction");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator("#group-seeds")).ToHaveValueAsync("auto, data.valid_fraction");
        await page.AssertAccessibleAsync();
        await page.Locator("#group-seeds").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("group=experiment,config&seeds=auto,data.valid_fraction$"));

        await page.Locator("[data-leave-out='optimizer.lr']").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("seeds=auto,data.valid_fraction,optimizer.lr$"));
        await Expect(page.Locator("th[data-column='optimizer.lr']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Groups_are_sorted_by_several_levels_with_the_keyboard_alone()
    {
        var page = (await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "?group=experiment")).Page;
        var heading = page.Locator("th[data-column=result] button");
        await page.Locator("th[data-column=count] button").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("group=experiment&sort=-count$"));
        await Expect(page.Locator("th[data-column=count] button")).ToBeFocusedAsync();
        await heading.PressAsync("Shift+Enter");
        await Expect(page).ToHaveURLAsync(new Regex("sort=-count,result$"));
        await Expect(heading.Locator(".level")).ToContainTextAsync("2");
        await Expect(heading).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(page).ToHaveURLAsync(new Regex("sort=-count,-result$"));

        var menu = page.Locator("[data-sort-menu]");
        await menu.Locator("summary").PressAsync("Enter");
        await menu.Locator("[data-step-choice]").FocusAsync();
        await page.Keyboard.TypeAsync("Duration: sta");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("sort=-count,-result,std%3Aduration$"));
        await menu.Locator("[data-level='std:duration'] [value^=sooner]").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("sort=-count,std%3Aduration,-result$"));
        await Expect(menu.Locator("[data-level]").Nth(1)).ToHaveAttributeAsync("data-level", "std:duration");
        await menu.Locator("[data-level=result] [value^=drop]").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("sort=-count,std%3Aduration$"));
        await Expect(menu.Locator("[data-level]")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task All_runs_of_a_large_group_are_appended_with_the_keyboard_and_what_was_read_stays_in_place(int width)
    {
        await using var board = Large(out var runs);
        await board.LoadedAsync();
        var page = (await RunsPage.OpenAsync(
            await NewPageAsync(board.Address, options => options.ViewportSize = new() { Width = width, Height = 700 }),
            "lab",
            "?group=experiment&open=1")).Page;
        var more = page.Locator("[data-group-more]");
        var read = 50;
        while (read < runs)
        {
            var last = page.Locator($"[data-run='{runs - read + 1}']");
            await more.FocusAsync();
            await more.ScrollIntoViewIfNeededAsync();
            var before = (await last.BoundingBoxAsync())!.Y;
            await page.Keyboard.PressAsync("Enter");
            read = Math.Min(runs, read + 50);
            await Expect(page.Locator("[data-group-range]")).ToHaveTextAsync(new Regex($"–{read} of {runs} runs"));
            Assert.InRange((await last.BoundingBoxAsync())!.Y, before - 3, before + 3);
            Assert.InRange(await page.Locator("[data-group] [data-run]").CountAsync(), 1, 200);
        }

        await Expect(more).ToHaveCountAsync(0);
        // There are no more runs to show, so the link is gone and the first new run gets the focus.
        Assert.Equal("20", await page.EvaluateAsync<string>("document.activeElement.closest('[data-run]')?.dataset.run"));
        await page.ReloadAsync();
        await Expect(page.Locator("[data-run='1']")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_partly_shown_group_its_order_and_its_export_are_accessible(ColorScheme theme)
    {
        await using var board = Large(out _);
        await board.LoadedAsync();
        var page = (await RunsPage.OpenAsync(
            await NewPageAsync(board.Address, options => options.ColorScheme = theme),
            "lab",
            "?group=experiment&open=1:51-100&sort=-count,std:duration")).Page;
        await Expect(page.Locator("[data-group-earlier]")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        foreach (var menu in (string[])["[data-sort-menu]", "[data-export]"])
        {
            await page.Locator($"{menu} > summary").ClickAsync();
            await page.AssertAccessibleAsync();
            await page.Locator($"{menu} > summary").ClickAsync();
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Groups_their_menu_and_totals_are_accessible(ColorScheme theme)
    {
        var page = (await RunsPage.OpenAsync(
            await NewPageAsync(samples.Address, options => options.ColorScheme = theme),
            "samples",
            "?group=experiment,config&open=27")).Page;
        await Expect(page.Locator("[data-group] [data-run]")).ToHaveCountAsync(2);
        await page.AssertAccessibleAsync();

        await page.Locator("[data-group-menu] > summary").ClickAsync();
        await Expect(page.Locator("[data-group-form]")).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Groups_fit_a_telephone()
    {
        var page = (await RunsPage.OpenAsync(
            await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = 360, Height = 740 }),
            "samples",
            "?group=experiment,config&open=27")).Page;
        await page.Locator("[data-group-menu] > summary").ClickAsync();

        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 360);
    }

    private static Board Large(out int runs)
    {
        runs = 320;
        var store = new MemoryRunStore();
        store.Put([.. Enumerable.Range(1, runs).Select(TestRuns.Run)]);
        return Board.OnStore(store);
    }
}
