using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Suggestions under the query box, by keyboard only.</summary>
public sealed class QuerySuggestionTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_whole_query_can_be_put_together_from_suggestions_by_keyboard()
    {
        var (runs, box) = await OpenAsync();

        await runs.Page.Keyboard.PressAsync("/");
        await box.TypeToSuggestionsAsync("stat");
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

        await box.TypeToSuggestionsAsync("fail");
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
    public async Task Without_a_chosen_suggestion_Tab_moves_the_focus_and_Enter_searches()
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
    public async Task A_suggestion_replaces_only_the_word_being_typed()
    {
        var (runs, box) = await OpenAsync();
        await box.Input.FillAsync("optim = adam and status = COMPLETED");
        // The suggestions are now for the end of the text.
        await Expect(box.Suggestion("COMPLETED")).ToBeVisibleAsync();
        await runs.Page.Keyboard.PressAsync("Escape");
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

    private async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(string query = "") =>
        await QueryBox.OpenAsync(await NewPageAsync(samples.Address), query);
}
