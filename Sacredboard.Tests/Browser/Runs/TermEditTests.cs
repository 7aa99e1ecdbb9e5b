using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>Chips are edited in place, by keyboard only, without a page load.</summary>
public sealed class TermEditTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string All =
        "?q=id+%3E+2+and+(id+%3D+41+or+id+%3D+42)+and+not+host+%3D+x+and+digits+and+exists(lr)&off=id+%3D+3+or+id+%3D+4&off=not+exists(lr)&off=word&off=missing(lr)";

    [Theory]
    [InlineData("(id = 41 or id = 42)", "id = 41 or id = 40", "(id = 41 or id = 40)", true)]
    [InlineData("not host = x", "not id = 42", "not id = 42", true)]
    [InlineData("digits", "train", "train", true)]
    [InlineData("id = 3 or id = 4", "id = 3 or not id = 4", "id = 3 or not id = 4", false)]
    [InlineData("not exists(lr)", "not exists(seed)", "not exists(seed)", false)]
    [InlineData("word", "other", "other", false)]
    public async Task A_term_of_any_kind_is_changed_as_text(string chip, string typed, string changed, bool isOn)
    {
        var (runs, box) = await OpenAsync(All);
        await runs.Page.EvaluateAsync("window.stays = true");
        await box.Edit(chip).FocusAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Text).ToBeFocusedAsync();
        await Expect(box.Text).ToHaveValueAsync(chip);
        await Expect(box.Edit(chip)).ToHaveAttributeAsync("aria-expanded", "true");
        await runs.Page.Keyboard.PressAsync("Control+a");
        await box.TypeAsync(typed);
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Edit(changed)).ToBeFocusedAsync();
        await Expect(box.Chip(changed)).ToHaveAttributeAsync("data-on", isOn ? "true" : "false");
        await Expect(box.Chips).ToHaveCountAsync(9);
        await Expect(box.Text).ToHaveCountAsync(0);
        await Expect(box.Field).ToBeHiddenAsync();
        Assert.True(await runs.Page.EvaluateAsync<bool>("window.stays"));
        Assert.DoesNotContain("edit=", runs.Page.Url, StringComparison.Ordinal);
        Assert.Equal(isOn, (await box.Input.InputValueAsync()).Contains(changed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exists(lr)", "exists")]
    [InlineData("missing(lr)", "missing")]
    public async Task An_operator_without_a_value_has_no_value_to_edit(string chip, string condition)
    {
        var (runs, box) = await OpenAsync(All);
        await box.Edit(chip).FocusAsync();

        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Condition).ToHaveValueAsync(condition);
        await Expect(box.Value).ToBeDisabledAsync();
        await Expect(box.Field).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Control+a");
        await box.TypeAsync("seed");
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Edit($"{condition}(seed)")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_text_that_is_no_term_is_kept_with_the_place_of_the_fault()
    {
        var (runs, box) = await OpenAsync(All);
        var url = runs.Page.Url;
        await box.Edit("word").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Text).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Control+a");
        await box.TypeAsync("kind(lr) = nmber or x");
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.TermFault).ToHaveAttributeAsync("data-position", "11");
        await Expect(box.Text).ToHaveValueAsync("kind(lr) = nmber or x");
        await Expect(box.Text).ToBeFocusedAsync();
        Assert.Equal("nmber", await box.Text.EvaluateAsync<string>("text => text.value.slice(text.selectionStart, text.selectionEnd)"));
        await Expect(runs.Rows).ToHaveCountAsync(2);
        Assert.Equal(url, runs.Page.Url);

        await box.TermFault.Locator("[data-query-suggestion]").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Text).ToHaveValueAsync("kind(lr) = number or x");
        await Expect(box.Text).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Edit("kind(lr) = number or x")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_the_list_and_then_the_builder_and_the_chip_has_the_focus_again()
    {
        var (runs, box) = await OpenAsync(All);
        await box.Edit("(id = 41 or id = 42)").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Text).ToBeFocusedAsync();
        await runs.Page.Keyboard.PressAsync("Control+a");
        await box.TypeAsync("stat");
        await Expect(box.Suggestion("status")).ToBeVisibleAsync();

        await runs.Page.Keyboard.PressAsync("Escape");
        await Expect(box.Suggestion("status")).ToHaveCountAsync(0);
        await Expect(box.Text).ToBeVisibleAsync();
        await runs.Page.Keyboard.PressAsync("Escape");

        await Expect(box.Edit("(id = 41 or id = 42)")).ToBeFocusedAsync();
        await Expect(box.Edit("(id = 41 or id = 42)")).ToHaveAttributeAsync("aria-expanded", "false");
        await box.Builder.Locator("summary").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Field).ToBeFocusedAsync();
        await Expect(box.Field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_condition_is_changed_to_text_and_back_without_losing_what_was_typed()
    {
        var (runs, box) = await OpenAsync(All);
        await box.Edit("id > 2").FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Field).ToBeFocusedAsync();
        await box.Value.FillAsync("41");
        var change = box.Builder.Locator("[data-term-as]");

        await change.FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Text).ToHaveValueAsync("id > 41");
        await Expect(box.Text).ToBeFocusedAsync();
        await box.Text.FillAsync("id > 40");
        await change.FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");
        await Expect(box.Value).ToHaveValueAsync("40");
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Edit("id > 40")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_term_is_found_again_when_the_query_was_changed_meanwhile()
    {
        var (runs, box) = await OpenAsync("?q=digits+and+not+host+%3D+x");
        await box.Edit("not host = x").ClickAsync();
        await Expect(box.Text).ToBeFocusedAsync();
        await box.Text.FillAsync("not host = y");

        await box.Input.FocusAsync();
        await box.Input.FillAsync("id > 40 and digits and not host = x");
        await Expect(box.Chips).ToHaveCountAsync(3);
        await box.Text.FocusAsync();
        await runs.Page.Keyboard.PressAsync("Enter");

        await Expect(box.Chip("not host = y")).ToBeVisibleAsync();
        await Expect(box.Input).ToHaveValueAsync("id > 40 and digits and not host = y");
    }

    [Theory]
    [InlineData("id = 3 or id = 4")]
    [InlineData("id > 2")]
    public async Task With_the_mouse_a_chip_opens_and_a_click_beside_or_on_Cancel_closes(string chip)
    {
        var (runs, box) = await OpenAsync(All);

        await box.Edit(chip).ClickAsync();
        await Expect(box.Edit(chip)).ToHaveAttributeAsync("aria-expanded", "true");
        var (term, panel) = (await box.Chip(chip).BoundingBoxAsync(), await box.Builder.Locator(".builder-panel").BoundingBoxAsync());
        Assert.InRange(panel!.Y, term!.Y + term.Height, term.Y + term.Height + 10);
        await box.Builder.Locator("[data-builder-close]").ClickAsync();
        await Expect(box.Edit(chip)).ToBeFocusedAsync();

        await box.Edit(chip).ClickAsync();
        await Expect(box.Edit(chip)).ToHaveAttributeAsync("aria-expanded", "true");
        await runs.Page.Locator("[data-region=live]").ClickAsync();
        await Expect(box.Builder.Locator(".builder-panel")).ToBeHiddenAsync();
        await Expect(box.Edit(chip)).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_open_builder_is_accessible_and_fits_a_telephone(ColorScheme theme)
    {
        var page = await NewPageAsync(samples.Address, options =>
        {
            options.ColorScheme = theme;
            options.ViewportSize = new() { Width = 360, Height = 800 };
        });
        await RunsPage.OpenAsync(page, "samples", All);
        var box = new QueryBox(page);

        await box.Edit("id > 2").ClickAsync();
        await Expect(box.Field).ToBeFocusedAsync();
        await AssertGoodAsync(page);
        await page.Keyboard.PressAsync("Escape");

        await box.Edit("word").ClickAsync();
        await Expect(box.Text).ToBeFocusedAsync();
        await AssertGoodAsync(page);
        await box.Text.FillAsync("kind(lr) = nmber or " + new string('x', 200));
        await page.Keyboard.PressAsync("Enter");
        await Expect(box.TermFault).ToBeVisibleAsync();
        await AssertGoodAsync(page);
    }

    private static async Task AssertGoodAsync(IPage page)
    {
        await page.AssertAccessibleAsync();
        var widths = await page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, innerWidth]");
        Assert.True(widths[0] <= widths[1], $"{widths[0]} px wide in a window of {widths[1]} px");
    }

    private async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(string query)
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", query);
        // A view that is still loading is fetched again in between.
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
        return (runs, new(runs.Page));
    }
}
