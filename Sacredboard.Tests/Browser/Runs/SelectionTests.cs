using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Selecting runs, and the bar with what can be done with them.</summary>
public sealed class SelectionTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_page_and_all_that_match_are_selected_and_one_can_be_left_out_again()
    {
        var runs = await OpenAsync("?size=25&columns=experiment,result");
        var bar = Bar(runs);
        await Head(runs).CheckAsync();
        await Expect(bar.Locator("[data-selected]")).ToHaveTextAsync("25 selected");
        await Expect(bar.Locator("[data-selection-csv]")).ToHaveAttributeAsync("href", new Regex(@"runs\.csv\?q=id%20in%20\("));

        await bar.GetByText("Select all 42 that match").ClickAsync();
        await Expect(bar.Locator("[data-selected]")).ToHaveTextAsync("All 42 runs that match are selected");
        await Expect(bar.Locator("[data-selection-csv]")).ToHaveAttributeAsync("href", "/samples/runs.csv?columns=experiment,result");
        await Expect(bar.Locator("[data-selection-only]")).ToHaveCountAsync(0);
        await runs.Page.AssertAccessibleAsync();

        await runs.Page.Locator("[data-region=pager] [rel=next]").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(17);
        await Expect(Head(runs)).ToBeCheckedAsync();
        await Expect(runs.Page.Locator("[data-select]:checked")).ToHaveCountAsync(17);

        await Box(runs, "5").UncheckAsync();
        await Expect(bar.Locator("[data-selected]")).ToHaveTextAsync("16 selected");
        await Expect(Head(runs)).ToBeCheckedAsync(new() { Indeterminate = true });

        await bar.Locator("[data-select-none]").ClickAsync();
        await Expect(bar).ToBeHiddenAsync();
        await Expect(runs.Page.Locator("[data-select]:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task All_that_match_end_with_their_query_and_single_runs_do_not()
    {
        var runs = await OpenAsync("?size=25&q=mlp");
        await Head(runs).CheckAsync();
        await Bar(runs).Locator("[data-select-all]").ClickAsync();
        await Expect(Bar(runs).Locator("[data-selected]")).ToContainTextAsync("All ");

        await runs.Heading("id").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(runs.Heading("id")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(Bar(runs).Locator("[data-selected]")).ToContainTextAsync("All ");

        await runs.Chip("FAILED").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);
        await Expect(Bar(runs)).ToBeHiddenAsync();

        await Box(runs, "2").CheckAsync();
        await runs.Chip("FAILED").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(25);
        await Expect(Bar(runs).Locator("[data-selected]")).ToHaveTextAsync("1 selected");
    }

    [Fact]
    public async Task A_range_is_selected_with_shift_and_deselected_too()
    {
        var runs = await OpenAsync();
        var ids = await runs.IdsAsync();

        await Box(runs, ids[2]).ClickAsync();
        await Box(runs, ids[5]).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        Assert.Equal(ids.Skip(2).Take(4), await CheckedAsync(runs));

        await Box(runs, ids[3]).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        Assert.Equal([ids[2]], await CheckedAsync(runs));
    }

    [Fact]
    public async Task By_keyboard_runs_and_ranges_are_selected_and_only_these_are_shown()
    {
        var runs = await OpenAsync();
        var ids = await runs.IdsAsync();
        await runs.Page.Keyboard.PressAsync("j");
        await runs.Page.Keyboard.PressAsync("x");
        await runs.Page.Keyboard.PressAsync("j");
        await runs.Page.Keyboard.PressAsync("j");
        await runs.Page.Keyboard.PressAsync("Shift+X");
        Assert.Equal(ids.Take(3), await CheckedAsync(runs));
        await runs.Page.Keyboard.PressAsync("x");
        Assert.Equal(ids.Take(2), await CheckedAsync(runs));

        await Bar(runs).Locator("[data-selection-only]").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(2);
        Assert.Equal(ids.Take(2), await runs.IdsAsync());
        await Expect(Bar(runs).Locator("[data-selected]")).ToHaveTextAsync("2 selected");
        await Expect(runs.Search).ToHaveValueAsync($"id in ({ids[0]}, {ids[1]})");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_telephone_shows_the_bar_and_the_boxes_whole(ColorScheme theme)
    {
        var runs = await RunsPage.OpenAsync(
            await NewPageAsync(samples.Address, options =>
            {
                options.ViewportSize = new() { Width = 360, Height = 740 };
                options.ColorScheme = theme;
            }),
            "samples",
            "?size=25");
        await Head(runs).CheckAsync();
        await Expect(Bar(runs).Locator("[data-selection-csv]")).ToBeVisibleAsync();

        Assert.InRange(await runs.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 360);
        await runs.Page.AssertAccessibleAsync();
    }

    private static ILocator Bar(RunsPage runs) => runs.Page.Locator("[data-selection]");

    private static ILocator Head(RunsPage runs) => runs.Page.Locator("[data-select-page]");

    private static ILocator Box(RunsPage runs, string id) => runs.Page.Locator($"[data-select][value='{id}']");

    private static async Task<IReadOnlyList<string>> CheckedAsync(RunsPage runs) =>
        await runs.Page.Locator("[data-select]:checked").EvaluateAllAsync<string[]>("boxes => boxes.map(box => box.value)");

    private async Task<RunsPage> OpenAsync(string query = "") =>
        await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query);
}
