using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>Every page is complete in a browser that runs no scripts.</summary>
public sealed class WithoutScriptsTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_table_is_searched_filtered_sorted_and_expanded()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(), "samples");
        await Expect(runs.Rows).ToHaveCountAsync(42);

        await runs.Search.FillAsync("evaluate");
        await runs.Search.PressAsync("Enter");
        await Expect(runs.Rows).ToHaveCountAsync(4);

        await runs.Page.GoBackAsync();
        await runs.Chip("FAILED").ClickAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);

        await runs.Toggle("2").ClickAsync();
        await Expect(runs.Detail("2")).ToContainTextAsync("ValueError");
        await Expect(runs.Chip("FAILED")).ToHaveAttributeAsync("aria-current", "true");

        await runs.Detail("2").GetByText("Open the run's page").ClickAsync();
        await Expect(new RunPage(runs.Page).Failure).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Terms_are_edited_on_and_off()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(), "samples", "?q=id+%3E+40&off=id+%3D+41+or+id+%3D+1");
        var box = new QueryBox(runs.Page);

        await box.Edit("id > 40").ClickAsync();
        await Expect(box.Field).ToBeFocusedAsync();
        await box.Value.FillAsync("41");
        await box.Value.PressAsync("Enter");
        await Expect(runs.Rows).ToHaveCountAsync(1);
        await Expect(box.Value).ToBeHiddenAsync();

        await box.Edit("id = 41 or id = 1").ClickAsync();
        await box.Text.FillAsync("not (id = 41");
        await box.Text.PressAsync("Enter");
        await Expect(box.TermFault).ToBeVisibleAsync();
        await Expect(box.Text).ToHaveValueAsync("not (id = 41");
        await box.Text.FillAsync("not (id = 41)");
        await box.Builder.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }).ClickAsync();
        await Expect(box.Chip("not (id = 41)")).ToHaveAttributeAsync("data-on", "false");

        await box.Edit("not (id = 41)").ClickAsync();
        await box.Builder.Locator("[data-builder-close]").ClickAsync();
        await Expect(box.Text).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Every_part_of_a_run_can_be_read()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(), "samples", "4");
        Dictionary<string, string> expected = new()
        {
            ["overview"] = "0.930556",
            ["metrics"] = "validation.loss",
            ["output"] = "Started run with ID",
            ["config"] = "batch_size",
            ["files"] = "weights.npz",
            ["environment"] = "lab-01",
            ["info"] = "parameters",
        };

        foreach (var tab in RunPage.Tabs)
        {
            await run.Tab(tab).ClickAsync();
            await Expect(run.Content).ToContainTextAsync(expected[tab]);
        }

        Assert.Equal(0, await run.Page.Locator(".needs-script:visible").CountAsync());
    }

    private Task<IPage> NewPageAsync() => NewPageAsync(samples.Address, options => options.JavaScriptEnabled = false);
}
