using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

public sealed class RunsTableTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_first_start_shows_the_samples_and_says_that_they_are_samples()
    {
        var page = await NewPageAsync(samples.Address);

        await page.GotoAsync("");

        Assert.EndsWith("/samples/runs", page.Url, StringComparison.Ordinal);
        await Expect(page.Locator("[data-samples]")).ToContainTextAsync("sample runs");
        var runs = new RunsPage(page);
        await Expect(runs.Rows).ToHaveCountAsync(42);
        await Expect(runs.Status("2")).ToContainTextAsync("failed", new() { IgnoreCase = true });
        var visible = await runs.Rows.EvaluateAllAsync<int>(
            "rows => rows.filter(row => row.getBoundingClientRect().bottom <= innerHeight).length");
        Assert.True(visible >= 16, $"{visible} runs are visible at 1280 x 800");
    }

    [Fact]
    public async Task The_word_of_every_status_is_seen_whole()
    {
        var runs = await OpenAsync();

        var cut = await runs.Rows.EvaluateAllAsync<string[]>("""
            rows => rows.map(row => row.querySelector('td.c-status .word'))
              .filter(word => word.scrollWidth > word.clientWidth || word.getBoundingClientRect().right > word.closest('td').getBoundingClientRect().right)
              .map(word => word.textContent)
            """);
        Assert.Empty(cut);
    }

    [Fact]
    public async Task A_status_filters_and_the_back_button_undoes_it()
    {
        var runs = await OpenAsync();

        await runs.Chip("FAILED").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);
        Assert.Equal(["2"], await runs.IdsAsync());
        Assert.Contains("status=FAILED", runs.Page.Url, StringComparison.Ordinal);

        await runs.Page.GoBackAsync();
        await Expect(runs.Rows).ToHaveCountAsync(42);
        Assert.DoesNotContain("status", runs.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_finds_runs_keeps_the_cursor_and_is_in_the_address()
    {
        var runs = await OpenAsync();

        await runs.Page.Keyboard.PressAsync("/");
        await runs.Page.Keyboard.TypeAsync("growing network", new() { Delay = 20 });

        await Expect(runs.Rows).ToHaveCountAsync(1);
        Assert.Equal(["2"], await runs.IdsAsync());
        await Expect(runs.Search).ToBeFocusedAsync();
        // Of the whole text: a slow machine asks for the first part of it on the way, which has the same one run.
        await Expect(runs.Page).ToHaveURLAsync(new Regex("[?&]q=growing(\\+|%20)network(&|$)"));

        await runs.Page.ReloadAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);
        await Expect(runs.Search).ToHaveValueAsync("growing network");
    }

    [Fact]
    public async Task Nothing_found_offers_the_way_back_to_all_runs()
    {
        var runs = await OpenAsync("?q=nowhere-to-be-found");

        await Expect(runs.Empty).ToHaveAttributeAsync("data-empty", "nothing-matches");
        await runs.Page.AssertAccessibleAsync();

        await runs.Empty.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(42);
    }

    [Fact]
    public async Task A_heading_sorts_up_and_down()
    {
        var runs = await OpenAsync();

        await runs.Heading("id").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(runs.Rows.First).ToHaveAttributeAsync("data-run", "1");
        await Expect(runs.Heading("id")).ToHaveAttributeAsync("aria-sort", "ascending");

        await runs.Heading("id").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(runs.Rows.First).ToHaveAttributeAsync("data-run", "42");
        await Expect(runs.Heading("id")).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Fact]
    public async Task Runs_are_shown_in_pages()
    {
        var runs = await OpenAsync("?size=25");

        await Expect(runs.Rows).ToHaveCountAsync(25);
        await runs.Page.Locator("[data-region=pager] [rel=next]").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(17);

        await runs.Page.Locator("[data-region=pager] summary", new() { HasText = "per page" }).ClickAsync();
        await runs.Page.Locator("[data-size='100']").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(42);
    }

    [Fact]
    public async Task Several_rows_open_by_click_and_close_again()
    {
        var runs = await OpenAsync();

        await runs.Toggle("41").ClickAsync();
        await runs.Toggle("2").ClickAsync();
        await Expect(runs.Details).ToHaveCountAsync(2);
        await Expect(runs.Detail("2")).ToContainTextAsync("batch_size");
        await Expect(runs.Toggle("2")).ToHaveAttributeAsync("aria-expanded", "true");

        await runs.Toggle("41").ClickAsync();
        await Expect(runs.Details).ToHaveCountAsync(1);
        await Expect(runs.Toggle("41")).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 740)]
    public async Task What_the_last_visible_row_opens_is_brought_into_view(int width, int height)
    {
        var runs = await RunsPage.OpenAsync(
            await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = width, Height = height }), "samples");
        var seen = await runs.Page.EvaluateAsync<string>("""
            () => {
              const foot = document.querySelector('[data-region=totals]').getBoundingClientRect().top
              const bottom = Math.min(innerHeight, foot > innerHeight ? innerHeight : foot)
              return [...document.querySelectorAll('tr.run')].findLast(row => row.getBoundingClientRect().bottom <= bottom).dataset.run
            }
            """);
        await runs.Toggle(seen).ClickAsync();

        await Expect(runs.Detail(seen).Locator("h2").First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(runs.Row(seen)).ToBeInViewportAsync();
        var shown = await runs.Detail(seen).EvaluateAsync<float>(
            "detail => Math.min(innerHeight, detail.getBoundingClientRect().bottom) - detail.getBoundingClientRect().top");
        Assert.True(shown > 200, $"{shown} pixels of the details are seen");
    }

    [Fact]
    public async Task Keys_move_open_and_explain_themselves()
    {
        var runs = await OpenAsync();

        await runs.Page.Keyboard.PressAsync("j");
        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await runs.Page.Keyboard.PressAsync("k");
        await runs.Page.Keyboard.PressAsync("j");
        await runs.Page.Keyboard.PressAsync("Enter");
        var second = (await runs.IdsAsync())[1];
        await Expect(runs.Detail(second)).ToBeVisibleAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(runs.Details).ToHaveCountAsync(0);

        await runs.Page.Keyboard.PressAsync("?");
        await Expect(runs.Page.Locator("#keys")).ToBeVisibleAsync();
        await runs.Page.Keyboard.PressAsync("Escape");
        await Expect(runs.Page.Locator("#keys")).ToBeHiddenAsync();

        await runs.Page.Keyboard.PressAsync("o");
        await Expect(runs.Page).ToHaveURLAsync(new Regex($"/runs/{second}$"));
    }

    [Fact]
    public async Task The_config_of_a_row_can_be_searched_and_copied()
    {
        var runs = await OpenAsync();
        await runs.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await runs.Toggle("4").ClickAsync();
        var config = runs.Detail("4").Locator("[data-tree=config]");

        await config.Locator("[data-tree-search]").FillAsync("momentum");
        await Expect(config.Locator("[data-tree-found]")).ToContainTextAsync("1 found");
        await Expect(config.GetByText("batch_size", new() { Exact = true })).ToBeHiddenAsync();
        await Expect(config.GetByText("momentum", new() { Exact = true })).ToBeVisibleAsync();

        await config.Locator("[data-tree-copy]").ClickAsync();
        await Expect(config.Locator("[data-tree-copy]")).ToHaveTextAsync("copied");
        var copied = System.Text.Json.JsonDocument.Parse(await runs.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Equal(0.9, copied.RootElement.GetProperty("optimizer").GetProperty("momentum").GetDouble());
        Assert.Equal("digits", copied.RootElement.GetProperty("tags")[0].GetString());
    }

    private async Task<RunsPage> OpenAsync(string query = "") =>
        await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query);
}
