using System.Text.RegularExpressions;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Writing a query in the box by keyboard only: errors are shown and no typed text is lost.</summary>
public sealed class QueryBoxTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_broken_query_is_explained_under_its_place_while_the_rows_stay()
    {
        var (runs, box) = await OpenAsync("?q=status+%3D+FAILED");
        await Expect(runs.Rows).ToHaveCountAsync(1);
        var url = runs.Page.Url;
        await box.Input.FocusAsync();
        await runs.Page.Keyboard.PressAsync("End");

        // At once: a pause in between would ask for "… and lr", which is a query.
        await runs.Page.Keyboard.InsertTextAsync(" and lr <");

        await Expect(box.Fault).ToBeVisibleAsync();
        await Expect(box.Fault).ToHaveAttributeAsync("data-position", "24");
        await Expect(box.Input).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(box.Input).ToBeFocusedAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);
        Assert.Equal(url, runs.Page.Url);

        await runs.Page.Keyboard.InsertTextAsync(" 5");
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
            // Slow enough that answers arrive in between.
            await box.Page.Keyboard.TypeAsync(new string(part), new() { Delay = 5 });
            await box.Page.WaitForTimeoutAsync(230);
        }

        await Expect(box.Input).ToHaveValueAsync(Text);
        await Expect(box.Chips).ToHaveCountAsync(3);
        await Expect(box.Input).ToHaveValueAsync(Text);
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

    [Fact]
    public async Task An_example_of_the_help_runs_in_place_and_keeps_the_order_of_the_table()
    {
        var (runs, box) = await OpenAsync("?sort=id");
        await runs.Page.Locator("[data-query-help]").ClickAsync();

        await box.Help.Locator("[data-query-example='status != completed']").ClickAsync();

        await Expect(box.Input).ToHaveValueAsync("status != completed");
        await Expect(runs.Rows).ToHaveCountAsync(6);
        await Expect(runs.Page).ToHaveURLAsync(new Regex("sort=id"));
        await Expect(box.Help).ToBeVisibleAsync();
    }

    private async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(string query = "") =>
        await QueryBox.OpenAsync(await NewPageAsync(samples.Address), query);
}
