using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>The columns of a table for which none were chosen.</summary>
public sealed class DefaultColumnsTests(SamplesBoard samples)
{
    private static readonly string[] Usual =
    [
        "status", "id", "experiment", "command", "started", "duration", "result", "last(validation.loss)", "max(validation.accuracy)",
        "epochs", "optimizer.lr", "model.hidden", "pace", "optimizer.momentum", "log.batches", "host", "tags", "comment",
    ];

    public static TheoryData<string, string> AskedFor => new()
    {
        { "q=model.hidden > 10 and min(training.loss) < 1", "model.hidden,min(training.loss)" },
        { "q=lr < 1", "optimizer.lr" },
        { "q=not (info.nothing = 1 or hidden = 16)", "info.nothing,model.hidden" },
        { "q=host ~ a or exists(user) or id > 3", "user" },
        { "sort=-data.noise,optimizer.lr", "data.noise" },
        { "sort=-max(training.accuracy)&q=seed = 1", "seed,max(training.accuracy)" },
        { "q=digits", "" },
        { "q=lr <", "" },
    };

    [Theory]
    [InlineData("")]
    [InlineData("size=25&page=2")]
    [InlineData("status=QUEUED")]
    [InlineData("status=COMPLETED&q=evaluate")]
    [InlineData("sort=-duration")]
    public async Task They_are_the_same_on_each_page_and_with_each_filter(string address) =>
        Assert.Equal(Usual, (await GetAsync(address)).Columns);

    [Theory]
    [MemberData(nameof(AskedFor))]
    public async Task What_is_asked_for_or_sorted_by_comes_in_front(string address, string front)
    {
        var page = await GetAsync(address);

        string[] asked = front.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal([.. Usual.Take(2), .. asked, .. Usual.Skip(2).Except(asked)], page.Columns);
        Assert.Equal(asked, page.Document.QuerySelectorAll("th.asked").Select(heading => heading.GetAttribute("data-column")));
    }

    [Fact]
    public async Task Chosen_columns_stay_as_they_are() =>
        Assert.Equal(["status", "id", "result"], (await GetAsync("columns=result&q=lr < 1&sort=-data.noise&status=FAILED")).Columns);

    [Theory]
    [InlineData("status=FAILED")]
    [InlineData("q=status in (failed, completed)")]
    [InlineData("q=not status = completed")]
    public async Task Where_failed_runs_are_looked_at_their_reason_is_a_column(string address) =>
        Assert.Equal("failure", (await GetAsync(address)).Columns[4]);

    [Theory]
    [InlineData("status=COMPLETED")]
    [InlineData("q=status = completed")]
    public async Task Where_none_are_it_is_not(string address) => Assert.DoesNotContain("failure", (await GetAsync(address)).Columns);

    [Theory]
    [InlineData("group=experiment&q=lr < 1&sort=-std:last(training.loss)", "optimizer.lr,last(training.loss)")]
    [InlineData("group=optimizer.lr&q=lr < 1&sort=optimizer.lr", "")]
    public async Task Groups_show_what_is_asked_for_besides_their_keys(string address, string front)
    {
        var page = await GetAsync(address);

        Assert.Equal(
            [.. front.Split(',', StringSplitOptions.RemoveEmptyEntries), "started", "duration", "result"],
            page.Document.QuerySelectorAll("[data-group]")[0].QuerySelectorAll("[data-value]").Select(cell => cell.GetAttribute("data-value")));
    }

    [Fact]
    public async Task A_metric_is_read_without_a_word()
    {
        var page = await GetAsync("");
        while (page.Cell("39", "value") == "…")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            page = await GetAsync("");
        }

        Assert.Empty(page.Document.QuerySelectorAll("[data-statistics]"));
        Assert.Equal("0.119814", page.Cell("39", "value"));
    }

    [Fact]
    public async Task The_chooser_and_exports_have_the_same()
    {
        var chooser = await RunTablePage.GetAsync(samples, "columns?q=lr < 1");
        Assert.Equal(
            ["optimizer.lr", .. Usual.Skip(2).Except(["optimizer.lr"])],
            chooser.Document.QuerySelectorAll("[data-chosen] > li").Select(column => column.GetAttribute("data-field")));

        using var api = new ApiClient(samples.Address);
        var rows = (await api.GetAsync("samples/runs.json?q=lr%3C1")).EnumerateArray();
        Assert.Contains("last(validation.loss)", ApiClient.Names(rows.First()));
    }

    [Fact]
    public async Task The_heartbeat_is_shown_while_something_runs_and_an_unreadable_run_is_marked_without_experiments()
    {
        var store = new MemoryRunStore();
        var now = DateTime.UtcNow;
        store.Put(
            TestRuns.Run(1) with { Problem = "run.json is cut off at byte 512." },
            TestRuns.Run(2) with { Status = RunStatus.Running, Started = now, Stopped = null, Heartbeat = now });
        await using var board = Board.OnStore(store);

        var page = await RunTablePage.GetAsync(board, "lab/runs?status=COMPLETED");
        Assert.Equal(["status", "id", "started", "duration", "heartbeat"], page.Columns);
        Assert.Equal("run.json is cut off at byte 512.", page.Row("1").QuerySelector("[data-run-problem]")!.GetAttribute("title"));

        store.Put(TestRuns.Run(2) with { Heartbeat = now });
        while (page.Columns.Contains("heartbeat"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            page = await RunTablePage.GetAsync(board, "lab/runs");
        }

        Assert.Equal(["status", "id", "started", "duration"], page.Columns);
    }

    [Fact]
    public async Task The_first_page_has_its_metrics_where_the_next_one_has_them()
    {
        var store = new MemoryRunStore();
        store.Put(TestRuns.Run(1).With(("lr", 1)), TestRuns.Run(2).With(("lr", 2)));
        store.Metrics[(RunId.Of(1), "loss")] = [3, 0.25];
        await using var board = Board.OnStore(store);

        Assert.Equal(
            ["status", "id", "started", "duration", "last(loss)", "lr"],
            (await RunTablePage.GetAsync(board, "lab/runs")).Columns);
    }

    [Fact]
    public async Task A_metric_that_comes_later_becomes_a_column_of_an_open_page()
    {
        var store = new MemoryRunStore();
        store.Put(TestRuns.Run(1), TestRuns.Run(2));
        await using var board = Board.OnStore(store);
        var page = await RunTablePage.GetAsync(board, "lab/runs");
        Assert.Equal(["status", "id", "started", "duration"], page.Columns);

        store.Metrics[(RunId.Of(3), "loss")] = [3, 0.25];
        store.Put(TestRuns.Run(3));
        RunTablePage changes;
        do
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            changes = await RunTablePage.GetAsync(board.Address, $"{page.ChangesUrl[1..]}&since={page.Token}&wait=20");
        }
        while (!changes.Columns.Contains("last(loss)"));

        Assert.Equal([.. page.Columns, "last(loss)"], changes.Columns);
    }

    // A table that depends on a metric has no columns before the first of its statistics are known.
    private async Task<RunTablePage> GetAsync(string parameters)
    {
        while (true)
        {
            var page = await RunTablePage.GetAsync(samples, "runs?" + parameters);
            if (page.Empty != "computing")
            {
                return page;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
