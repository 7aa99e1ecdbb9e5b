using System.Globalization;
using System.Text.RegularExpressions;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Backends;

/// <summary>The box and the builder.</summary>
public abstract partial class BackendContract
{
    [Fact]
    public async Task A_query_is_completed_with_fields_values_and_metrics()
    {
        var board = await SharedAsync();
        var runs = await OpenAsync(board);
        var (box, keys) = (new QueryBox(runs.Page), runs.Page.Keyboard);
        var right = await ExpectedAsync(board, "q=experiment%20%3D%20digits_mlp");

        await keys.PressAsync("/");
        await box.TypeToSuggestionsAsync("experim");
        await TakeAsync(box, "experiment");
        await Expect(box.Input).ToHaveValueAsync("experiment ");
        await TakeAsync(box, "=");
        await box.TypeToSuggestionsAsync("digits_m");
        await Expect(box.Suggestion("digits_mlp")).ToContainTextAsync(right.Matched.ToString(CultureInfo.InvariantCulture));
        await TakeAsync(box, "digits_mlp");
        await Expect(box.Input).ToHaveValueAsync("experiment = digits_mlp ");
        await ShowsAsync(runs, right.Ids);

        await box.TypeToSuggestionsAsync("min(validation.lo");
        await TakeAsync(box, "validation.loss");
        await Expect(box.Input).ToHaveValueAsync("experiment = digits_mlp min(validation.loss) ");
        await box.TypeAsync("< 0.2");
        await keys.PressAsync("Enter");

        var (matched, ids) = await ExpectedAsync(board, "q=experiment%20%3D%20digits_mlp%20min(validation.loss)%20%3C%200.2");
        Assert.InRange(matched, 1, right.Matched - 1);
        await ShowsAsync(runs, ids);
        await Expect(runs.Page).ToHaveURLAsync(new Regex("q=experiment"));
        await Expect(box.Chips).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task An_error_is_shown_at_its_position_and_the_rows_are_kept()
    {
        var board = await SharedAsync();
        var runs = await OpenAsync(board, "?q=status+%3D+FAILED");
        var (box, before) = (new QueryBox(runs.Page), await runs.IdsAsync());
        await runs.Page.Keyboard.PressAsync("/");
        await runs.Page.Keyboard.PressAsync("End");

        // No prefix of this is a valid query.
        await box.TypeAsync(" (optimizer.lr <");

        await Expect(box.Fault).ToHaveAttributeAsync("data-position", "31");
        await Expect(box.Fault.Locator(".query-fault.missing")).ToBeVisibleAsync();
        await Expect(box.Input).ToBeFocusedAsync();
        Assert.NotEmpty(before);
        Assert.Equal(before, await runs.IdsAsync());

        await box.TypeAsync(" 5)");
        await Expect(box.Fault).ToHaveCountAsync(0);
        await ShowsAsync(runs, (await ExpectedAsync(board, "q=status%20%3D%20FAILED%20and%20optimizer.lr%20%3C%205")).Ids);
    }

    [Fact]
    public async Task A_term_is_put_together_in_the_builder_switched_off_and_removed()
    {
        var board = await SharedAsync();
        var runs = await OpenAsync(board);
        var (box, keys) = (new QueryBox(runs.Page), runs.Page.Keyboard);
        var all = await runs.IdsAsync();

        await keys.PressAsync("/");
        await runs.Page.TabToAsync("#builder summary");
        await keys.PressAsync("Enter");
        await Expect(box.Field).ToBeFocusedAsync();
        await box.TypeToSuggestionsAsync("statu");
        await TakeAsync(box, "status");
        await Expect(box.Field).ToHaveValueAsync("status");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await Expect(box.Value).ToBeFocusedAsync();
        await box.TypeToSuggestionsAsync("FAIL");
        await TakeAsync(box, "FAILED");
        await Expect(box.Value).ToHaveValueAsync("FAILED");
        await keys.PressAsync("Enter");

        await Expect(box.Chip("status = FAILED")).ToBeVisibleAsync();
        await Expect(box.Input).ToHaveValueAsync("status = FAILED");
        await ShowsAsync(runs, (await ExpectedAsync(board, "q=status%20%3D%20FAILED")).Ids);

        await box.Chip("status = FAILED").Locator("[data-term-switch]").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(box.Chip("status = FAILED")).ToHaveAttributeAsync("data-on", "false");
        await ShowsAsync(runs, all);
        await box.Chip("status = FAILED").Locator("[data-term-remove]").FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(box.Chips).ToHaveCountAsync(0);
    }

    private static async Task TakeAsync(QueryBox box, string text)
    {
        await Expect(box.Suggestion(text)).ToBeVisibleAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await box.Page.Keyboard.PressAsync("ArrowDown");
                return await box.Chosen.Locator($"bdi:text-is('{text}')").CountAsync() == 1;
            },
            $"{text} is chosen in the list");
        await box.Page.Keyboard.PressAsync("Enter");
    }
}
