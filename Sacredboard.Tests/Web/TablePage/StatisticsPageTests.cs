using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Statistics of metrics in the table: what is not there yet says so, and comes by itself.</summary>
public sealed class StatisticsPageTests(StatisticsPageTests.Names names) : IClassFixture<StatisticsPageTests.Names>, IAsyncLifetime
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
    public async Task Nothing_is_said_to_match_or_not_before_all_is_known()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [3];
        _store.Metrics[(RunId.Of(2), "loss")] = [0.25];
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await Board.LoadedAsync();
        _store.HoldStatistics();
        const string Path = "lab/runs?q=min(loss)%20%3C%201&sort=last(loss)";

        var waiting = await RunTablePage.GetAsync(Board, Path);
        var place = waiting.Document.QuerySelector("[data-empty]")!;
        Assert.Equal("computing", waiting.Empty);
        Assert.Contains("min(loss) is known for 0 of 4 runs", place.TextContent, StringComparison.Ordinal);
        Assert.Equal(("4", "0"), (place.QuerySelector("progress")!.GetAttribute("max"), place.QuerySelector("progress")!.GetAttribute("value")));
        Assert.Equal("It is not known yet which runs match", waiting.Document.QuerySelector("[data-matched]")!.TextContent);

        // Of the first two runs none matches, of the next two both do.
        _store.LetStatisticsThrough();
        var half = await ChangesAsync(waiting);
        Assert.Empty(half.Ids);
        Assert.Equal("computing", (await RunTablePage.GetAsync(Board, Path)).Empty);

        _store.LetStatisticsThrough(100);
        var whole = await LoadedAsync(Board, Path);
        Assert.Equal((null, "1–2 of 2"), (whole.Empty, whole.Range));
        Assert.Equal(["2", "1"], whole.Ids);
        Assert.Equal("nothing-matches", (await LoadedAsync(Board, "lab/runs?q=min(loss)%20%3C%200")).Empty);
    }

    [Fact]
    public async Task Runs_that_match_are_shown_as_they_are_found()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [0.25];
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5];
        await Board.LoadedAsync();
        _store.HoldStatistics();
        const string Path = "lab/runs?q=min(loss)%20%3C%201";

        var waiting = await RunTablePage.GetAsync(Board, Path);
        _store.LetStatisticsThrough();
        await ChangesAsync(waiting);
        var half = await RunTablePage.GetAsync(Board, Path);
        Assert.Equal(("4", "1–1 of 1 so far"), (string.Join(' ', half.Ids), half.Range));
        Assert.Equal(["min(loss): computed for 2 of 4 runs, so more runs may match"], Lines(half));
        Assert.Equal("1 run so far", half.Document.QuerySelector("[data-matched]")!.TextContent);

        _store.LetStatisticsThrough(100);
        var whole = await LoadedAsync(Board, Path);
        Assert.Equal(("4 1", "1–2 of 2"), (string.Join(' ', whole.Ids), whole.Range));
    }

    [Fact]
    public async Task Groups_wait_in_the_same_way()
    {
        await Board.LoadedAsync();
        _store.HoldStatistics();

        var waiting = await RunTablePage.GetAsync(Board, "lab/runs?q=min(loss)%20%3C%201&group=status");
        Assert.Equal("computing", waiting.Empty);
        var sorted = await RunTablePage.GetAsync(Board, "lab/runs?group=status&sort=mean:min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs, so the order is not final"], Lines(sorted));
        var keyed = await RunTablePage.GetAsync(Board, "lab/runs?group=min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs, so the order is not final"], Lines(keyed));
        var shown = await RunTablePage.GetAsync(Board, "lab/runs?columns=min(loss)");
        Assert.Equal(["min(loss): computed for 0 of 4 runs"], Lines(shown));
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
        Assert.Equal("and 16 more like these", page.Document.QuerySelector("[data-more-summaries]")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(AnyNames))]
    public async Task A_metric_of_any_name_is_shown_under_it(string name)
    {
        var field = RunField.Metric(name, MetricStatistic.Last);

        var page = await LoadedAsync(
            names.Board,
            $"lab/runs?columns={Uri.EscapeDataString(field.ToString())}&sort={Uri.EscapeDataString("-" + field)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Problems);
        Assert.Equal(field.ToString(), page.Columns[^1]);
        Assert.Equal("0.5", page.Cell("1", "value"));
        Assert.Equal("1", page.Ids[0]);
        Assert.Empty(page.Document.QuerySelectorAll("script:not([src])"));
    }

    [Fact]
    public async Task What_is_not_finite_is_marked_in_its_cell()
    {
        _store.Metrics[(RunId.Of(1), "loss")] = [0.5, 0.25];
        _store.Metrics[(RunId.Of(2), "loss")] = [0.5, double.NaN];
        _store.Metrics[(RunId.Of(3), "loss")] = [double.PositiveInfinity, double.PositiveInfinity];
        await Board.LoadedAsync();

        Assert.Equal(
            ["0.25", "NaN: The last finite value is 0.5", "∞: No value is finite", "–"],
            await CellsAsync("last(loss)"));
        Assert.Equal(
            ["0.25", "0.5: 1 of 2 points is not finite", "–: 2 of 2 points are not finite", "–"],
            await CellsAsync("min(loss)"));
        Assert.Equal(["0.25", "NaN: The value at this step is not finite", "∞: The value at this step is not finite", "–"],
            await CellsAsync("at(loss, 1)"));
        Assert.Equal(["2", "2", "2", "–"], await CellsAsync("count(loss)"));

        async Task<IEnumerable<string>> CellsAsync(string column)
        {
            var page = await LoadedAsync(Board, $"lab/runs?columns={column}");
            return Enumerable.Range(1, 4).Select(id => page.Row($"{id}").QuerySelector(".c-value")!).Select(cell =>
            {
                var mark = cell.QuerySelector("[data-mark]")?.GetAttribute("aria-label");
                Assert.EndsWith(mark ?? "", cell.GetAttribute("title") ?? "", StringComparison.Ordinal);
                return cell.TextContent + (mark is null ? "" : $": {mark}");
            });
        }
    }

    [Fact]
    public async Task Answers_without_marks_have_the_number_of_points_that_are_left_out_beside()
    {
        _store.Metrics[(RunId.Of(4), "loss")] = [0.5, double.NaN];
        await LoadedAsync(Board, "lab/runs?columns=min(loss),last(loss)");
        using var client = new HttpClient { BaseAddress = Board.Address };
        var columns = "columns=min(loss),last(loss),max(loss)";

        using var list = JsonDocument.Parse(await client.GetStringAsync($"api/v1/lab/runs?take=1&{columns}", Cancellation));
        var values = """{"min(loss)":0.5,"nonfinite(loss)":1,"last(loss)":"NaN","max(loss)":0.5}""";
        Assert.Equal(values, list.RootElement.GetProperty("runs")[0].GetProperty("values").GetRawText());
        var csv = await client.GetStringAsync($"lab/runs.csv?{columns}", Cancellation);
        Assert.Equal(
            ["Status,Id,min(loss),nonfinite(loss),last(loss),max(loss)", "COMPLETED,4,0.5,1,NaN,0.5", "COMPLETED,3,,,,"],
            csv.Split("\r\n").Take(3));
        var json = await client.GetStringAsync($"lab/runs.json?{columns}", Cancellation);
        Assert.Contains(values[1..^1], json, StringComparison.Ordinal);
        using var groups = JsonDocument.Parse(await client.GetStringAsync($"api/v1/lab/groups?group=status&{columns}", Cancellation));
        var numbers = groups.RootElement.GetProperty("groups")[0].GetProperty("values");
        Assert.Equal(
            (1, 0, 1),
            (
                numbers.GetProperty("nonfinite(loss)").GetProperty("max").GetInt32(),
                numbers.GetProperty("last(loss)").GetProperty("count").GetInt32(),
                numbers.GetProperty("last(loss)").GetProperty("nonFinite").GetInt32()));
    }

    [Fact]
    public async Task The_api_gives_values_and_how_far_they_are()
    {
        _store.Metrics[(RunId.Of(3), "loss")] = [0.5, double.NaN];
        await LoadedAsync(Board, "lab/runs?columns=min(loss),at(loss, 0)");
        using var client = new HttpClient();

        var columns = "min(loss),at(loss, 0),count(loss),nonfinite(loss),argmin(loss)";
        var address = new Uri(Board.Address, $"api/v1/lab/runs?sort=min(loss)&take=1&columns={columns}");
        var answer = JsonDocument.Parse(await client.GetStringAsync(address, Cancellation)).RootElement;

        Assert.Equal(
            """{"min(loss)":0.5,"at(loss, 0)":0.5,"count(loss)":2,"nonfinite(loss)":1,"argmin(loss)":0}""",
            answer.GetProperty("runs")[0].GetProperty("values").GetRawText());
        Assert.Equal(
            """[{"field":"min(loss)","known":4,"total":4,"unreadable":0,"message":null},{"field":"at(loss, 0)","known":4,"total":4,"unreadable":0,"message":null}]""",
            answer.GetProperty("summaries").GetRawText());
    }

    private static List<string> Lines(RunTablePage page) =>
        [.. page.Document.QuerySelectorAll("[data-summary] span").Select(line => line.TextContent.Trim())];

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
