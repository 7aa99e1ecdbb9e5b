using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>
/// The recorded odd runs in a real browser: markup in names, keys, output, statuses and ids is text. <see cref="BrowserTest"/>
/// asserts that no script ran, nothing was blocked and no other host was contacted.
/// </summary>
[Trait("Kind", "Mongo")]
public sealed class HostileTextTests(ChromiumFixture chromium, CorpusBoard corpus) : BrowserTest(chromium), IClassFixture<CorpusBoard>
{
    [Fact]
    public async Task The_table_shows_every_run_and_opens_the_odd_ones()
    {
        var board = await corpus.OpenAsync();
        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "?size=200");
        await Expect(runs.Rows).ToHaveCountAsync(134);
        await Expect(runs.Cell("25", "experiment")).ToContainTextAsync("<script>alert('x')");

        foreach (var id in new[] { "25", "26", "31", "32", "34", "76", "90" })
        {
            await runs.Toggle(id).ClickAsync();
            await Expect(runs.Detail(id)).ToBeVisibleAsync();
        }

        Assert.Equal(0, await runs.Page.Locator("main script, main iframe, main object, main [onerror], main [onclick]").CountAsync());
        await runs.Page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData("25")]
    [InlineData("26")]
    [InlineData("27")]
    [InlineData("31")]
    [InlineData("34")]
    [InlineData("74")]
    [InlineData("76")]
    [InlineData("90")]
    [InlineData("100")]
    public async Task Every_part_of_an_odd_run_can_be_read(string id)
    {
        var board = await corpus.OpenAsync();
        var page = await NewPageAsync(board.Address);

        foreach (var tab in RunPage.Tabs)
        {
            var answer = await page.GotoAsync($"{Board.Source}/runs/{id}/{tab}", new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal(200, answer?.Status);
            Assert.Equal(0, await page.Locator("main script, main iframe, main object, main [onerror], main [onclick]").CountAsync());
        }
    }

    [Fact]
    public async Task Every_id_leads_to_its_own_run()
    {
        var board = await corpus.OpenAsync();
        var page = await NewPageAsync(board.Address);
        var runs = await RunsPage.OpenAsync(page, Board.Source, "?size=200");
        await Expect(runs.Rows).ToHaveCountAsync(134);
        var ids = (await runs.IdsAsync()).Where(id => !int.TryParse(id, out _)).ToList();
        Assert.InRange(ids.Count, 15, 60);

        foreach (var id in ids)
        {
            var answer = await page.GotoAsync($"{Board.Source}/runs/{id}");
            Assert.Equal(200, answer?.Status);
            await Expect(page.Locator("[data-region=header]")).ToHaveCountAsync(1);
        }
    }
}
