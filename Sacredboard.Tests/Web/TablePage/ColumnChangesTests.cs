using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Changes of an open page that affect its columns.</summary>
public sealed class ColumnChangesTests : IAsyncLifetime
{
    private readonly MemoryRunStore _store = new();
    private Board? _board;

    private Board Board => _board ??= Board.OnStore(_store);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_board is not null)
        {
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_key_that_comes_with_a_new_run_becomes_a_column_behind_those_there_are()
    {
        _store.Put(TestRuns.Run(1).With(("lr", 0.1)), TestRuns.Run(2).With(("lr", 0.2)));
        var page = await RunTablePage.GetAsync(Board, "lab/runs");

        _store.Put(TestRuns.Run(3).With(("lr", 0.3), ("batch", 8)), TestRuns.Run(4).With(("lr", 0.3), ("batch", 16)));
        var changes = await ChangesAsync(page);

        Assert.Equal([.. page.Columns, "batch"], changes.Columns);
        Assert.Equal(["4", "3", "2", "1"], changes.Ids);
        Assert.Equal(changes.Columns.Count + 1, changes.Row("1").Children.Length);
        Assert.Contains("batch", QueryHelpers.ParseQuery(new Uri(Board.Address, ChangesUrl(changes)).Query)["shown"].ToString());
    }

    [Fact]
    public async Task Chosen_columns_stay_and_are_not_sent()
    {
        _store.Put(TestRuns.Run(1).With(("lr", 0.1)));
        var page = await RunTablePage.GetAsync(Board, "lab/runs?columns=lr");
        Assert.DoesNotContain("shown=", page.ChangesUrl);

        _store.Put(TestRuns.Run(2).With(("batch", 8)));
        var changes = await ChangesAsync(page);

        Assert.Empty(changes.Columns);
        Assert.Equal(["2"], changes.Ids);
    }

    [Fact]
    public async Task A_table_does_not_grow_without_end()
    {
        _store.Put(TestRuns.Run(1), TestRuns.Run(2));
        var page = await RunTablePage.GetAsync(Board, "lab/runs");
        for (var i = 3; i < 30; i++)
        {
            _store.Put(TestRuns.Run(i).With(($"key{i}", i)), TestRuns.Run(100 + i).With(($"key{i}", -i)));
            var changes = await ChangesAsync(page);
            page = changes.Columns.Count > 0 ? changes : page;
        }

        Assert.InRange(page.Columns.Count(column => column.StartsWith("key", StringComparison.Ordinal)), 6, 16);
    }

    [Fact]
    public async Task All_bars_are_sent_anew_when_a_longer_one_comes()
    {
        _store.Put(TestRuns.Run(1).With(("n", 1)), TestRuns.Run(2).With(("n", 2)));
        var page = await RunTablePage.GetAsync(Board, "lab/runs?columns=n~bar");
        Assert.Contains("part-20", page.Row("2").QuerySelector(".c-value")!.ClassName);

        _store.Put(TestRuns.Run(3).With(("n", 4)));
        var changes = await ChangesAsync(page);

        Assert.Equal(["3", "2", "1"], changes.Ids);
        Assert.Contains("part-10", changes.Row("2").QuerySelector(".c-value")!.ClassName);
    }

    [Fact]
    public async Task A_metrics_cell_is_sent_when_its_summary_is_there()
    {
        _store.Put(TestRuns.Run(1), TestRuns.Run(2));
        _store.Metrics[(RunId.Of(1), "loss")] = [3, 0.25, 2];
        var page = await RunTablePage.GetAsync(Board, "lab/runs?columns=min(loss),at(loss,%202)");
        Assert.Equal(["status", "id", "min(loss)", "at(loss, 2)"], page.Columns);

        for (var i = 0; i < 100 && page.Cell("1", "value") != "0.25"; i++)
        {
            var changes = await ChangesAsync(page);
            page = changes.Ids.Contains("1") ? changes : page;
        }

        Assert.Equal(["0.25", "2"], page.Row("1").QuerySelectorAll(".c-value").Select(cell => cell.TextContent));
    }

    private static string ChangesUrl(RunTablePage page) => page.Document.QuerySelector("[data-changes]")!.GetAttribute("data-changes")!;

    private async Task<RunTablePage> ChangesAsync(RunTablePage page)
    {
        var token = page.Document.QuerySelector("[data-token]")!.GetAttribute("data-token");
        using var client = new HttpClient();
        for (var i = 0; ; i++)
        {
            using var answer = await client.GetAsync(new Uri(Board.Address, $"{ChangesUrl(page)}&since={token}&wait=5".Replace("changes&", "changes?")), TestContext.Current.CancellationToken);
            if (answer.StatusCode == System.Net.HttpStatusCode.OK || i == 10)
            {
                return await RunTablePage.ParseAsync(answer);
            }
        }
    }
}
