using Microsoft.Playwright;
using MongoDB.Driver;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser;

/// <summary>The database stops and comes back while a page is open.</summary>
[Trait("Kind", "Mongo")]
public sealed class OutageTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    // The driver's timeout and some of the pauses between retries.
    private const float OutageTimeout = 90_000;

    [Fact]
    public async Task Pages_keep_the_last_state_say_how_old_it_is_and_go_on_by_themselves()
    {
        await using var mongod = await Mongod.StartOrSkipAsync();
        var database = new MongoClient(mongod.Url).GetDatabase("sacred");
        await new MongoRun(database, 1).StartAsync();
        await using var board = Board.OnMongo($"mongodb://127.0.0.1:{mongod.Port}/sacred?directConnection=true");
        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address), Board.Source);
        await Expect(runs.Row("1")).ToBeVisibleAsync();
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");

        await mongod.StopAsync();
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "unavailable", new() { Timeout = OutageTimeout });
        await runs.Page.ReloadAsync();
        await Expect(runs.Row("1")).ToBeVisibleAsync();
        await runs.Page.AssertAccessibleAsync();

        await mongod.StartAsync();
        await new MongoRun(database, 2).StartAsync();
        await Expect(runs.Row("2")).ToBeVisibleAsync(new() { Timeout = OutageTimeout });
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
    }

    [Fact]
    public async Task An_unreachable_database_is_reported_on_the_page_which_recovers()
    {
        await using var mongod = await Mongod.StartOrSkipAsync();
        await mongod.StopAsync();
        await using var board = Board.OnMongo(
            $"mongodb://127.0.0.1:{mongod.Port}/sacred?directConnection=true&serverSelectionTimeoutMS=1000");

        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address), Board.Source);
        await Expect(runs.Empty).ToHaveAttributeAsync("data-empty", "unreachable", new() { Timeout = OutageTimeout });
        await runs.Page.AssertAccessibleAsync();

        await mongod.StartAsync();
        await new MongoRun(new MongoClient(mongod.Url).GetDatabase("sacred"), 1).StartAsync();
        await Expect(runs.Row("1")).ToBeVisibleAsync(new() { Timeout = OutageTimeout });
        await Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
    }
}
