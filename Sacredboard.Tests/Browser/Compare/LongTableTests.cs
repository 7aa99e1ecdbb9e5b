using Microsoft.Playwright;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Compare;

/// <summary>A comparison of many runs shows its first rows at once and the others soon after, whatever changes meanwhile.</summary>
public sealed class LongTableTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private const string Compare = $"{Board.Source}/compare?all=true&tab=table";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task All_rows_are_there_with_and_without_scripts(bool scripts)
    {
        var store = new MemoryRunStore();
        store.Put([.. Enumerable.Range(1, 130).Select(Run)]);
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        var page = await NewPageAsync(board.Address, options => options.JavaScriptEnabled = scripts);

        await page.GotoAsync(Compare);

        await Expect(page.Locator("[data-compare-table] tr[data-run]:visible")).ToHaveCountAsync(130);
        if (scripts)
        {
            store.Put(Run(4).With(("lr", 4004)) with { Heartbeat = TestRuns.Epoch.AddHours(1) });
            await Expect(page.Locator("tr[data-run='4']")).ToContainTextAsync("4004");
            await Expect(page.Locator("[data-compare-table] tr[data-run]:visible")).ToHaveCountAsync(130);
        }
    }

    [Fact]
    public async Task The_first_rows_are_shown_before_the_others()
    {
        var store = new MemoryRunStore();
        store.Put([.. Enumerable.Range(1, 130).Select(Run)]);
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        var page = await NewPageAsync(board.Address);
        // Counts rows that have a box when the page is first drawn.
        await page.AddInitScriptAsync("""
            document.addEventListener('DOMContentLoaded', () => {
              window.first = [...document.querySelectorAll('tr[data-run]')].filter(row => row.getClientRects().length).length
            })
            """);

        await page.GotoAsync(Compare, new() { WaitUntil = WaitUntilState.Load });

        Assert.Equal(50, await page.EvaluateAsync<int>("window.first"));
    }

    private static RunSummary Run(int id) => TestRuns.Run(id).With(("lr", id));
}
