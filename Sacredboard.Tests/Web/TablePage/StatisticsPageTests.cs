using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Statistics of metrics in the table: what is not there yet says so, and comes by itself.</summary>
public sealed partial class StatisticsPageTests(StatisticsPageTests.Names names) : IClassFixture<StatisticsPageTests.Names>, IAsyncLifetime
{
    private readonly MemoryRunStore _store = new();
    private Board? _board;

    private Board Board => _board ??= Board.OnStore(_store);

    public static TheoryData<string> AnyNames =>
    [
        "val loss, x", "<script>alert('x')</script>", "a\"b\\c", "$where", "\u202Eevil\n\t", "min(loss)",
        "", "tb:loss/train.1", "password",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _store.Put([.. Enumerable.Range(1, 4).Select(TestRuns.Run)]);
        _store.BatchSize = 2;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_board is not null)
        {
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_page_says_how_many_runs_are_read_and_then_nothing()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [0.5, 0.25];
        _store.Metrics[(RunId.Of(1), "loss")] = [0.125];
        await Board.LoadedAsync();
        _store.HoldStatistics();

        var page = await RunTablePage.GetAsync(Board, "lab/runs?columns=min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs"], Lines(page));
        Assert.Equal("…", page.Cell("4", "value"));

        _store.LetStatisticsThrough();
        var half = await ChangesAsync(page);
        Assert.Equal(["min(loss): computed for 2 of 4 runs"], Lines(half));
        Assert.Equal(["4", "3"], half.Ids);
        Assert.Equal("0.25", half.Cell("4", "value"));
        Assert.Equal("–", half.Cell("3", "value"));

        _store.LetStatisticsThrough(100);
        var whole = await ChangesAsync(half);
        Assert.Empty(Lines(whole));
        Assert.Equal(["2", "1"], whole.Ids);
    }

    [Fact]
    public async Task A_table_that_is_sorted_by_them_gets_its_order_as_they_come()
    {
        _store.Metrics[(RunId.Of(1), "loss")] = [3];
        _store.Metrics[(RunId.Of(2), "loss")] = [1];
        _store.Metrics[(RunId.Of(3), "loss")] = [2];
        await Board.LoadedAsync();
        _store.HoldStatistics();
        var page = await RunTablePage.GetAsync(Board, "lab/runs?sort=last(loss)");
        Assert.Equal(["4", "3", "2", "1"], page.Ids);
        Assert.Equal(["last(loss): computed for 0 of 4 runs, so the order is not final"], Lines(page));

        _store.LetStatisticsThrough(100);
        while (Lines(page).Count > 0)
        {
            page = await ChangesAsync(page);
        }

        Assert.Equal("2 3 1 4", page.Document.QuerySelector("[data-order]")!.GetAttribute("data-order"));
    }

    [Fact]
    public async Task What_fails_is_said()
    {
        await Board.LoadedAsync();
        _store.Broken[RunId.Of(2)] = "metrics.json is no JSON.";
        var page = await LoadedAsync(Board, "lab/runs?columns=min(loss)");
        Assert.Equal(["min(loss): the metrics of 1 run cannot be read"], Lines(page));
    }

    [Fact]
    public async Task Of_many_columns_only_a_few_lines_are_said()
    {
        await Board.LoadedAsync();
        _store.HoldStatistics();

        var page = await RunTablePage.GetAsync(
            Board,
            "lab/runs?columns=" + string.Join(',', Enumerable.Range(0, 20).Select(i => $"min(m{i})")));

        Assert.Equal(4, Lines(page).Count);
        Assert.Equal("and 16 more like these", page.Document.QuerySelector("[data-more-statistics]")!.TextContent);
    }

    private static List<string> Lines(RunTablePage page) =>
        [.. page.Document.QuerySelectorAll("[data-statistics] span").Select(line => line.TextContent.Trim())];

    /// <summary>The page as it is when nothing is computed any more.</summary>
    private static async Task<RunTablePage> LoadedAsync(Board board, string path)
    {
        var page = await RunTablePage.GetAsync(board, path);
        while (page.Empty == "computing" || Lines(page).Any(line => line.Contains("computed", StringComparison.Ordinal)))
        {
            await Task.Delay(20, Cancellation);
            page = await RunTablePage.GetAsync(board, path);
        }

        return page;
    }

    /// <summary>Asks until something changed.</summary>
    private async Task<RunTablePage> ChangesAsync(RunTablePage page)
    {
        using var client = new HttpClient();
        var place = page.Document.QuerySelector("[data-changes]")!;
        while (true)
        {
            var address = $"{place.GetAttribute("data-changes")}&since={place.GetAttribute("data-token")}&wait=20";
            using var answer = await client.GetAsync(new Uri(Board.Address, address), Cancellation);
            if (answer.StatusCode != HttpStatusCode.NoContent)
            {
                return await RunTablePage.ParseAsync(answer);
            }
        }
    }

    /// <summary>The first of four runs has a metric of each of these names.</summary>
    public sealed class Names : MemoryBoard
    {
        public Names()
            : base(Enumerable.Range(1, 4).Select(TestRuns.Run))
        {
            foreach (string name in AnyNames)
            {
                Store.Metrics[(RunId.Of(1), name)] = [0.5];
            }
        }
    }
}
