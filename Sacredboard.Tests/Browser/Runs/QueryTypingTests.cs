using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>What the table shows while a query is typed. The page's clock stands still but for the time that a test lets pass.</summary>
public sealed class QueryTypingTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const int Key = 150;
    private const int Pause = 600;
    private const int LongPause = 2000;

    [Fact]
    public async Task The_table_keeps_its_place_and_its_rows_while_a_query_is_typed()
    {
        var (runs, box) = await OpenAsync("?q=min(validation.loss)+%3C+0.3");
        await WatchAsync(runs.Page);

        await TypeAsync(runs, "lr < 0.1");
        await Expect(runs.Rows).ToHaveCountAsync(42);
        await PauseAsync(runs.Page, Pause);
        await Expect(runs.Rows).ToHaveCountAsync(19);
        await Expect(box.Chips).ToHaveCountAsync(1);
        await Expect(runs.Page.Locator("[data-query-note]")).ToBeVisibleAsync();

        await TypeAsync(runs, " and");
        await PauseAsync(runs.Page, Pause);
        await Expect(box.Fault).ToBeVisibleAsync();

        await TypeAsync(runs, " min");
        // No run has this word, but more may follow.
        await runs.Page.RunAndWaitForResponseAsync(() => PauseAsync(runs.Page, Pause), answer => answer.Url.Contains("min", StringComparison.Ordinal));
        await Expect(runs.Page.Locator(".outdated")).ToHaveCountAsync(1);

        await TypeAsync(runs, "(validation.loss) < 0.3");
        await Expect(runs.Rows).ToHaveCountAsync(19);
        await PauseAsync(runs.Page, Pause);
        await Expect(box.Chips).ToHaveCountAsync(2);
        await Expect(runs.Page.Locator(".outdated")).ToHaveCountAsync(0);

        Assert.Equal("the table moved 0 times and was empty 0 times", await SeenAsync(runs.Page));
    }

    [Theory]
    [InlineData("Enter")]
    [InlineData("Tab")]
    [InlineData("")]
    public async Task A_condition_that_no_run_matches_is_applied_once_it_is_finished(string key)
    {
        var (runs, box) = await OpenAsync();
        await TypeAsync(runs, "lr < 0");
        await PauseAsync(runs.Page, Pause);
        await Expect(runs.Page.Locator(".outdated")).ToHaveCountAsync(1);
        await Expect(runs.Rows).ToHaveCountAsync(42);

        if (key.Length > 0)
        {
            await runs.Page.Keyboard.PressAsync("Escape");
            await box.Input.FocusAsync();
            await runs.Page.Keyboard.PressAsync(key);
        }

        await Eventually.TrueAsync(
            async () =>
            {
                await PauseAsync(runs.Page, key.Length > 0 ? Pause : LongPause);
                return await runs.Empty.CountAsync() > 0;
            },
            "the answer without a run is shown");
        await Expect(runs.Page.Locator(".outdated")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Plain_words_filter_while_they_are_typed()
    {
        var (runs, _) = await OpenAsync();

        await TypeAsync(runs, "growing");
        await PauseAsync(runs.Page, 200);

        await Expect(runs.Rows).ToHaveCountAsync(1);
    }

    private static async Task TypeAsync(RunsPage runs, string text)
    {
        foreach (var key in text)
        {
            await runs.Page.Keyboard.TypeAsync(key.ToString());
            await PauseAsync(runs.Page, Key);
            Assert.NotEqual(0, await runs.Rows.CountAsync());
        }
    }

    private static Task PauseAsync(IPage page, int milliseconds) => page.Clock.RunForAsync(milliseconds);

    // Every change of the page is looked at, also those between two keys.
    private static Task WatchAsync(IPage page) => page.EvaluateAsync("""
        () => {
          const top = () => document.querySelector('.table-scroll')?.getBoundingClientRect().top
          const first = top()
          window.seen = { moved: 0, empty: 0 }
          new MutationObserver(() => {
            window.seen.moved += top() === first ? 0 : 1
            window.seen.empty += document.querySelector('[data-empty]') ? 1 : 0
          }).observe(document.body, { childList: true, subtree: true, attributes: true })
        }
        """);

    private static Task<string> SeenAsync(IPage page) =>
        page.EvaluateAsync<string>("`the table moved ${window.seen.moved} times and was empty ${window.seen.empty} times`");

    /// <param name="before">A table to open before, so that the statistics of its query are known.</param>
    private async Task<(RunsPage Runs, QueryBox Box)> OpenAsync(string? before = null)
    {
        var page = await NewPageAsync(samples.Address);
        if (before is not null)
        {
            await Expect((await RunsPage.OpenAsync(page, "samples", before)).Rows.First).ToBeVisibleAsync();
        }

        await page.Clock.InstallAsync();
        var (runs, box) = await QueryBox.OpenAsync(page);
        await page.Clock.PauseAtAsync(DateTime.UnixEpoch.AddMilliseconds(await page.EvaluateAsync<double>("Date.now() + 1000")));
        await box.Input.FocusAsync();
        return (runs, box);
    }
}
