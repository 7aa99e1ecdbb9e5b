using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>From a run one comes back to the table that one left, at the run.</summary>
public sealed class BackToTableTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string Table = "?q=experiment%20%3D%20digits_mlp&sort=optimizer.lr";

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task The_breadcrumb_leads_to_the_same_table_with_the_run_in_view(bool scripts, bool wide)
    {
        var page = await NewPageAsync(samples.Address, options =>
        {
            options.JavaScriptEnabled = scripts;
            options.ViewportSize = new() { Width = wide ? 1280 : 360, Height = 700 };
        });
        var runs = await RunsPage.OpenAsync(page, "samples", Table);
        var last = runs.Rows.Last;
        var id = await last.GetAttributeAsync("data-run") ?? "";
        await Expect(last.Locator(".c-id a")).Not.ToBeInViewportAsync();
        await last.Locator(".c-id a").ClickAsync();
        await Expect(page.Locator("[data-position]")).ToHaveTextAsync("37 of 37");

        await page.Locator("[data-tab-link=config]").ClickAsync();
        await Expect(page.Locator(".run-content")).ToHaveAttributeAsync("data-tab", "config");
        await page.Locator("[data-back]").ClickAsync();

        await Expect(page).ToHaveURLAsync(new Regex(Regex.Escape($"/samples/runs{Table}#run-{id}") + "$"));
        await Expect(runs.Row(id).Locator(".c-id a")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(Table)]
    [InlineData("?group=experiment&open=7")]
    public async Task The_back_button_of_the_browser_leads_to_the_run_too(string table)
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync("samples/runs" + table);
        var run = page.Locator("#run-3");
        await Expect(run).Not.ToBeInViewportAsync();
        await run.ClickAsync();
        await Expect(page.Locator(".run-id")).ToHaveTextAsync("#3");

        await page.GoBackAsync();

        await Expect(run).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Rows_that_were_expanded_since_are_expanded_again()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", Table);
        await runs.Toggle("20").ClickAsync();
        await Expect(runs.Detail("20")).ToBeVisibleAsync();
        await runs.Detail("20").Locator(".sparkline").First.ClickAsync();
        await Expect(runs.Page.Locator(".run-content")).ToHaveAttributeAsync("data-tab", "metrics");

        await PressAsync(runs.Page, "]");
        await Expect(runs.Page.Locator(".run-id")).Not.ToHaveTextAsync("#20");
        await PressAsync(runs.Page, "r");

        await Expect(runs.Page).ToHaveURLAsync(new Regex("sort=optimizer.lr&open=20#run-"));
        await Expect(runs.Detail("20")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task From_a_group_one_goes_through_its_runs_and_back_to_it()
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync("samples/runs?group=experiment&open=7");
        var member = page.Locator(".member [id^='run-']").Nth(3);
        await member.ClickAsync();
        await Expect(page.Locator("[data-position]")).ToHaveTextAsync(new Regex("^4 of \\d+ in its group$"));

        await PressAsync(page, "]");
        await Expect(page.Locator("[data-position]")).ToHaveTextAsync(new Regex("^5 of "));
        var id = (await page.Locator(".run-id").TextContentAsync() ?? "").TrimStart('#');
        await PressAsync(page, "r");

        await Expect(page.Locator($".member #run-{id}")).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    // Keys mean something once the scripts of the page have run.
    private static async Task PressAsync(IPage page, string key)
    {
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync(key);
    }
}
