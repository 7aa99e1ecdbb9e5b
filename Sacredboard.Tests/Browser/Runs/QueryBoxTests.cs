using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Writing a query in the box, by keyboard only.</summary>
public sealed class QueryBoxTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium), IClassFixture<SamplesBoard>
{
    [Fact]
    public async Task A_whole_query_can_be_put_together_from_suggestions_by_keyboard()
    {
        var (runs, box) = await OpenAsync();

        await runs.Page.Keyboard.PressAsync("/");
        await box.TypeAsync("stat");
        await Expect(box.Suggestion("status")).ToBeVisibleAsync();
        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(box.Chosen).ToContainTextAsync("status");
        await Expect(box.Input).ToHaveAttributeAsync("aria-activedescendant", "q-list-0");
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Input).ToHaveValueAsync("status ");

        await Expect(box.Suggestion("=")).ToBeVisibleAsync();
        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await runs.Page.Keyboard.PressAsync("Tab");
        await Expect(box.Input).ToHaveValueAsync("status = ");
        await Expect(box.Input).ToBeFocusedAsync();

        await box.TypeAsync("fail");
        await Expect(box.Suggestions).ToHaveCountAsync(1);
        await runs.Page.Keyboard.PressAsync("ArrowUp");
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Input).ToHaveValueAsync("status = FAILED ");

        await Expect(runs.Rows).ToHaveCountAsync(1);
        Assert.Equal(["2"], await runs.IdsAsync());
        await Expect(runs.Page).ToHaveURLAsync(new Regex("q=status"));
    }

    [Fact]
    public async Task Escape_closes_the_list_first_and_leaves_the_box_then()
    {
        var (runs, box) = await OpenAsync();
        await box.Input.FocusAsync();
        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(box.Input).ToHaveAttributeAsync("aria-expanded", "true");

        await runs.Page.Keyboard.PressAsync("Escape");
        await Expect(box.Input).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(box.Input).ToBeFocusedAsync();

        await runs.Page.Keyboard.PressAsync("Escape");
        await Expect(box.Input).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task Without_a_choice_in_the_list_Tab_goes_on_and_Enter_searches()
    {
        var (runs, box) = await OpenAsync();
        await box.Input.FocusAsync();
        await box.TypeAsync("status = FAILED");
        await Expect(box.Suggestions).ToHaveCountAsync(1);

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Suggestions).Not.ToBeVisibleAsync();
        await Expect(box.Input).ToHaveValueAsync("status = FAILED");
        await Expect(runs.Rows).ToHaveCountAsync(1);

        await runs.Page.Keyboard.PressAsync("Tab");
        await Expect(box.Input).Not.ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_taken_replaces_only_what_was_being_typed()
    {
        var (runs, box) = await OpenAsync();
        await box.Input.FillAsync("optim = adam and status = COMPLETED");
        await box.Input.EvaluateAsync("box => box.setSelectionRange(5, 5)");

        await runs.Page.Keyboard.PressAsync("ArrowDown");
        await box.Suggestion("optimizer.name").ClickAsync();

        await Expect(box.Input).ToHaveValueAsync("optimizer.name = adam and status = COMPLETED");
        Assert.Equal("optimizer.name ".Length, await box.Input.EvaluateAsync<int>("box => box.selectionStart"));
    }

    [Fact]
    public async Task Answers_that_come_late_or_in_another_order_are_never_shown()
    {
        var page = await NewPageAsync(samples.Address);
        var held = new List<IRoute>();
        await page.RouteAsync("**/suggest?q=s&*", route =>
        {
            held.Add(route);
            return Task.CompletedTask;
        });
        await RunsPage.OpenAsync(page, "samples");
        var box = new QueryBox(page);
        await box.Input.FocusAsync();

        await page.Keyboard.TypeAsync("s");
        await Eventually.TrueAsync(() => held.Count > 0, "the first letter is asked for");
        await page.Keyboard.TypeAsync("tatu");
        await Expect(box.Suggestions).ToHaveCountAsync(1);
        await held[0].ContinueAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        await Expect(box.Suggestions).ToHaveCountAsync(1);
        await Expect(box.Chosen).ToContainTextAsync("status");
    }

    [Fact]
    public async Task A_broken_query_is_explained_under_its_place_while_the_rows_stay()
    {
        var (runs, box) = await OpenAsync("?q=status+%3D+FAILED");
        await Expect(runs.Rows).ToHaveCountAsync(1);
        var url = runs.Page.Url;
        await box.Input.FocusAsync();
        await runs.Page.Keyboard.PressAsync("End");

        await box.TypeAsync(" and lr <");

        await Expect(box.Fault).ToBeVisibleAsync();
        await Expect(box.Fault).ToHaveAttributeAsync("data-position", "24");
        await Expect(box.Input).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(box.Input).ToBeFocusedAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);
        Assert.Equal(url, runs.Page.Url);

        await box.TypeAsync(" 5");
        await Expect(box.Fault).ToHaveCountAsync(0);
        await Expect(box.Input).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(box.Input).ToHaveValueAsync("status = FAILED and lr < 5");
        await Expect(runs.Page).ToHaveURLAsync(new Regex("lr"));
    }

    [Fact]
    public async Task The_nearest_word_is_offered_and_one_key_applies_it()
    {
        var (runs, box) = await OpenAsync("?q=captured_out+%7E+x");
        await Expect(box.Fault).ToBeVisibleAsync();
        await Expect(runs.Rows).ToHaveCountAsync(42);

        await box.Input.FillAsync("kind(lr) = nmber");
        await Expect(box.Fix).ToContainTextAsync("number");
        await box.Fix.FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Input).ToHaveValueAsync("kind(lr) = number");
        await Expect(box.Fault).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task No_key_is_lost_while_the_view_is_swapped()
    {
        var (_, box) = await OpenAsync();
        await box.Input.FocusAsync();
        const string Text = "status = COMPLETED and experiment contains digits and not (id = 1 or id = 2)";

        foreach (var part in Text.Chunk(7))
        {
            // Slow enough for answers to come in between.
            await box.Page.Keyboard.TypeAsync(new string(part), new() { Delay = 5 });
            await box.Page.WaitForTimeoutAsync(230);
        }

        await Expect(box.Input).ToHaveValueAsync(Text);
        await Expect(box.Chips).ToHaveCountAsync(3);
        await Expect(box.Input).ToHaveValueAsync(Text);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Everything_around_the_box_is_accessible(ColorScheme theme)
    {
        var page = await NewPageAsync(samples.Address, options => options.ColorScheme = theme);
        var runs = await RunsPage.OpenAsync(page, "samples", "?q=id+%3E+1+and+lr+%3C+&off=host&off=id+%3D+3");
        var box = new QueryBox(page);
        await Expect(box.Fault).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();

        await box.Input.FillAsync("status = COMPLETED and ");
        await box.Input.FillAsync("status = COMPLETED and o");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box.Suggestions.First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await box.Input.FillAsync("status = COMPLETED");
        await Expect(runs.Rows).ToHaveCountAsync(36);
        await box.Builder.Locator("summary").ClickAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(box.Builder.Locator("[role=option]").First).ToBeVisibleAsync();
        await page.AssertAccessibleAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("[data-query-help]").ClickAsync();
        await Expect(box.Help.Locator("[data-help-content]")).Not.ToBeEmptyAsync();
        await page.AssertAccessibleAsync();

        await page.GotoAsync("samples/help");
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Nothing_around_the_box_is_wider_than_a_telephone()
    {
        var page = await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = 360, Height = 800 });
        await RunsPage.OpenAsync(page, "samples", "?q=status+%3D+COMPLETED+and+experiment+contains+digits+and+lr+%3C&off=host+contains+%22a+rather+long+text+that+goes+on%22");
        var box = new QueryBox(page);
        await Expect(box.Fault).ToBeVisibleAsync();
        await AssertFitsAsync(page);

        await box.Input.FillAsync("status = COMPLETED and o");
        await Expect(box.Suggestions.First).ToBeVisibleAsync();
        await AssertFitsAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await box.Builder.Locator("summary").ClickAsync();
        await Expect(box.Value).ToBeInViewportAsync();
        await AssertFitsAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("[data-query-help]").ClickAsync();
        await Expect(box.Help).ToBeVisibleAsync();
        await AssertFitsAsync(page);
    }

    [Fact]
    public async Task The_help_opens_beside_the_table_and_closes_by_Escape()
    {
        var (runs, box) = await OpenAsync();
        var link = runs.Page.Locator("[data-query-help]");
        await link.FocusAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Help).ToContainTextAsync("argmin");
        await Expect(runs.Rows).ToHaveCountAsync(42);
        await runs.Page.Keyboard.PressAsync("Escape");

        await Expect(box.Help).ToBeHiddenAsync();
        await Expect(link).ToBeFocusedAsync();
    }

    private static async Task AssertFitsAsync(IPage page)
    {
        var (content, window) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("innerWidth"));
        Assert.True(content <= window, $"{page.Url} is {content} px wide in a window of {window} px");
    }

    private async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(string query = "")
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query);
        // A view that is still loading is asked for anew in between.
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
        return (runs, new(runs.Page));
    }
}
