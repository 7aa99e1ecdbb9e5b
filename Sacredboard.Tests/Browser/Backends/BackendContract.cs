using System.Text.Json;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Browser.Backends;

/// <summary>
/// Queries, columns, groups and views by keyboard only, in a real browser, on each backend. The expected runs and their order come from
/// the API, which the tests of the query language check.
/// </summary>
public abstract partial class BackendContract(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private const int PageSize = 50;

    /// <summary>The name of the source in addresses.</summary>
    protected abstract string Source { get; }

    /// <summary>A board shared with other tests, whose runs include some of digits_mlp, some of them FAILED.</summary>
    protected abstract Task<Board> SharedAsync();

    /// <summary>The same runs on a separate board, for a test that saves views.</summary>
    protected abstract Task<Board> StartAsync();

    private async Task<RunsPage> OpenAsync(Board board, string query = "", Action<BrowserNewContextOptions>? change = null)
    {
        await board.LoadedAsync();
        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address, change), Source, query);
        // A view that is still loading is fetched again in between.
        await Assertions.Expect(runs.Live).ToHaveAttributeAsync("data-phase", "live");
        return runs;
    }

    /// <summary>The runs of the first page from the API, once all statistics are read.</summary>
    private async Task<(int Matched, IReadOnlyList<string> Ids)> ExpectedAsync(Board board, string parameters)
    {
        using var client = new HttpClient { BaseAddress = board.Address };
        while (true)
        {
            var answer = JsonElement.Parse(await client.GetByteArrayAsync(
                $"api/v1/{Source}/runs?{parameters}&take={PageSize}",
                Cancellation));
            if (answer.GetProperty("summaries")
                .EnumerateArray()
                .All(one => one.GetProperty("known").GetInt32() == one.GetProperty("total").GetInt32()))
            {
                return (
                    answer.GetProperty("matched").GetInt32(),
                    [.. answer.GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("id").GetString()!)]);
            }

            await Task.Delay(20, Cancellation);
        }
    }

    private static Task ShowsAsync(RunsPage runs, IReadOnlyList<string> ids) =>
        Eventually.TrueAsync(async () => ids.SequenceEqual(await runs.IdsAsync()), $"the table shows {string.Join(' ', ids)}");
}

public sealed class SamplesBackendTests(ChromiumFixture chromium, SamplesBoard samples) : BackendContract(chromium)
{
    protected override string Source => "samples";

    protected override Task<Board> SharedAsync() => Task.FromResult(samples.Board);

    protected override Task<Board> StartAsync() => Task.FromResult(Board.OnSamples());
}

/// <summary>The recorded database in a real server.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoBackendTests(
    ChromiumFixture chromium,
    MongoServer server,
    CorpusBoard corpus) : BackendContract(chromium), IClassFixture<CorpusBoard>
{
    protected override string Source => Board.Source;

    protected override Task<Board> SharedAsync() => corpus.OpenAsync();

    protected override async Task<Board> StartAsync() => Board.OnMongo((await server.OpenCorpusAsync()).Url);
}
