using System.Text.RegularExpressions;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>The builder and its chips, by keyboard only.</summary>
public sealed class QueryBuilderTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_filter_is_built_by_keyboard_and_writes_the_query()
    {
        var (runs, box) = await OpenAsync();
        var keyboard = runs.Page.Keyboard;
        await box.Input.FocusAsync();
        await keyboard.PressAsync("Tab");
        await keyboard.PressAsync("Tab");
        await Expect(box.Builder.Locator("summary")).ToBeFocusedAsync();

        await keyboard.PressAsync("Enter");
        await Expect(box.Field).ToBeFocusedAsync();
        await box.TypeAsync("statu");
        await Expect(box.Suggestion("status")).ToBeVisibleAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(box.Field).ToHaveValueAsync("status");
        await keyboard.PressAsync("Tab");
        await Expect(box.Condition).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Expect(box.Value).ToBeFocusedAsync();
        await keyboard.PressAsync("ArrowDown");
        await Expect(box.Suggestion("FAILED")).ToBeVisibleAsync();
        await box.TypeAsync("FA");
        await Expect(box.Suggestion("COMPLETED")).ToHaveCountAsync(0);
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        await Expect(box.Value).ToHaveValueAsync("FAILED");
        await keyboard.PressAsync("Enter");

        await Expect(box.Chip("status = FAILED")).ToBeVisibleAsync();
        await Expect(box.Input).ToHaveValueAsync("status = FAILED");
        await Expect(runs.Rows).ToHaveCountAsync(1);
        await Expect(runs.Page).ToHaveURLAsync(new Regex(@"\?q=status"));
        await Expect(box.Builder.Locator("summary")).ToBeFocusedAsync();
        await Expect(box.Field).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_chip_is_switched_off_and_on_and_a_link_shows_the_same()
    {
        var (runs, box) = await OpenAsync("?q=status+%3D+FAILED");
        await box.Chip("status = FAILED").Locator("[data-term-switch]").FocusAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(runs.Rows).ToHaveCountAsync(42);
        await Expect(box.Chip("status = FAILED")).ToHaveAttributeAsync("data-on", "false");
        await Expect(box.Input).ToHaveValueAsync("");
        await Expect(runs.Page).ToHaveURLAsync(new Regex(@"\?off=status"));

        var other = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", new Uri(runs.Page.Url).Query);
        await Expect(new QueryBox(other.Page).Chip("status = FAILED")).ToHaveAttributeAsync("data-on", "false");
        await Expect(other.Rows).ToHaveCountAsync(42);

        await box.Chip("status = FAILED").Locator("[data-term-switch]").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(runs.Rows).ToHaveCountAsync(1);
        await Expect(box.Chip("status = FAILED")).ToHaveAttributeAsync("data-on", "true");
        await Expect(box.Input).ToHaveValueAsync("status = FAILED");

        await runs.Page.GoBackAsync();
        await Expect(runs.Rows).ToHaveCountAsync(42);
        await Expect(box.Input).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_chip_that_is_off_stays_when_something_else_is_typed()
    {
        var (runs, box) = await OpenAsync("?off=status+%3D+FAILED");
        await box.Input.FocusAsync();

        await box.TypeAsync("status = COMPLETED");

        await Expect(runs.Rows).ToHaveCountAsync(36);
        await Expect(box.Chips).ToHaveCountAsync(2);
        await Expect(runs.Page).ToHaveURLAsync(new Regex("off=status"));
    }

    [Fact]
    public async Task A_chip_is_removed_by_keyboard()
    {
        var (runs, box) = await OpenAsync("?q=status+%3D+COMPLETED+and+experiment+%3D+nothing");
        await Expect(box.Chips).ToHaveCountAsync(2);

        await box.Chip("experiment = nothing").Locator("[data-term-remove]").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Chips).ToHaveCountAsync(1);
        await Expect(box.Input).ToHaveValueAsync("status = COMPLETED");
        await Expect(runs.Rows).ToHaveCountAsync(36);
    }

    [Fact]
    public async Task A_simple_chip_is_changed_in_the_builder()
    {
        var (runs, box) = await OpenAsync("?q=status+%3D+COMPLETED+and+id+%3E+5");
        await box.Chip("status = COMPLETED").Locator("[data-term-edit]").FocusAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Field).ToHaveValueAsync("status");
        await Expect(box.Condition).ToHaveValueAsync("=");
        await Expect(box.Value).ToHaveValueAsync("COMPLETED");
        await box.Condition.SelectOptionAsync("!=");
        await box.Value.FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Chip("status != COMPLETED")).ToBeVisibleAsync();
        await Expect(box.Input).ToHaveValueAsync("status != COMPLETED and id > 5");
        await Expect(box.Chips).ToHaveCountAsync(2);
        await Expect(box.Edit("status != COMPLETED")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_value_with_blanks_and_quotes_is_quoted()
    {
        var (runs, box) = await OpenAsync();
        await box.Builder.Locator("summary").ClickAsync();
        await box.Field.FillAsync("comment");
        await box.Condition.SelectOptionAsync("contains");
        await box.Value.FillAsync("a \"b\" and c");
        await runs.Page.Keyboard.PressAsync("Escape");
        await box.Builder.Locator("summary").ClickAsync();
        await box.Builder.Locator("[type=submit]").ClickAsync();

        await Expect(box.Input).ToHaveValueAsync("comment contains \"a \\\"b\\\" and c\"");
        await Expect(box.Chips).ToHaveCountAsync(1);
        await Expect(box.Fault).ToHaveCountAsync(0);
    }

    private async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(string query = "")
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query);
        // A view that is still loading is fetched again in between.
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
        return (runs, new(runs.Page));
    }
}
