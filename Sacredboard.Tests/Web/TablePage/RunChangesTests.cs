using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Sources;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Changes of an open page, and the messages of an empty one.</summary>
public sealed class RunChangesTests : IAsyncLifetime
{
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly MemoryRunStore _store = new();
    private Board? _board;

    private Board Board => _board ??= Board.OnStore(_store);

    private Source Source => Board.Services.GetRequiredService<SourceRegistry>().First;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_board is not null)
        {
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task While_nothing_changes_the_answer_is_empty_and_small()
    {
        _store.Put(Run(1), Run(2));
        var page = await GetAsync("lab/runs");
        using var client = new HttpClient();

        using var answer = await client.GetAsync(ChangesOf(page), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Sum(header => header.Key.Length + header.Value.Sum(value => value.Length) + 4);
        Assert.InRange(headers + "HTTP/1.1 204 No Content\r\n\r\n".Length, 0, 400);
    }

    [Fact]
    public async Task Only_the_changed_row_is_sent_with_the_order_of_all()
    {
        _store.Put([.. Enumerable.Range(1, 50).Select(i => Run(i))]);
        var page = await GetAsync("lab/runs");

        _store.Put(Run(7) with { Status = RunStatus.Completed });
        var changes = await ChangesAsync(page);

        Assert.Equal(["7"], changes.Ids);
        Assert.Equal("Completed", changes.Cell("7", "status"));
        Assert.Equal(Enumerable.Range(1, 50).Reverse().Select(i => $"{i}"), Order(changes));
        Assert.Equal(1, changes.Count(RunStatus.Completed));
    }

    [Fact]
    public async Task A_new_run_is_sent_and_takes_its_place()
    {
        _store.Put(Run(1), Run(3));
        var page = await GetAsync("lab/runs?sort=id");

        _store.Put(Run(2));
        var changes = await ChangesAsync(page);

        Assert.Equal(["2"], changes.Ids);
        Assert.Equal(["1", "2", "3"], Order(changes));
        Assert.Equal("1–3 of 3", changes.Range);
    }

    [Fact]
    public async Task A_deleted_run_is_no_longer_in_the_order()
    {
        _store.Put(Run(1), Run(2), Run(3));
        var page = await GetAsync("lab/runs");

        _store.Delete(RunId.Of(2));
        var changes = await ChangesAsync(page);

        Assert.Equal(["3", "1"], Order(changes));
        Assert.Empty(changes.Ids);
    }

    [Fact]
    public async Task What_is_not_on_the_page_changes_nothing_but_counts()
    {
        _store.Put(Run(1), Run(2) with { Status = RunStatus.Failed });
        var page = await GetAsync("lab/runs?status=FAILED");

        _store.Put(Run(1) with { Status = RunStatus.Completed });
        var changes = await ChangesAsync(page);

        Assert.Empty(changes.Ids);
        Assert.Equal(["2"], Order(changes));
        Assert.Equal(1, changes.Count(RunStatus.Completed));
    }

    [Fact]
    public async Task Links_in_what_is_sent_are_those_of_the_page()
    {
        _store.Put(Run(1));
        var page = await GetAsync("lab/runs?sort=id");

        _store.Put(Run(1) with { Experiment = "other" });
        var changes = await ChangesAsync(page);

        Assert.Equal(page.Filter("")!.GetAttribute("href"), changes.Filter("")!.GetAttribute("href"));
        Assert.Equal(page.Row("1").Children.Length, changes.Row("1").Children.Length);
        Assert.NotEqual(page.Token, changes.Document.QuerySelector("[data-token]")!.GetAttribute("data-token"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("00000000-1-1-1")]
    public async Task A_page_that_another_process_made_gets_all_rows(string token)
    {
        _store.Put(Run(1), Run(2));
        var page = await GetAsync("lab/runs");

        var changes = await GetAsync(page.ChangesUrl + "&since=" + token);

        Assert.Equal(["2", "1"], changes.Ids);
    }

    [Fact]
    public async Task No_runs_yet_says_how_they_come()
    {
        var page = await GetAsync("lab/runs");

        Assert.Equal("no-runs", page.Empty);
        Assert.Contains("ex.observers.append", page.Document.QuerySelector("[data-empty] pre")!.TextContent);
        Assert.Equal(0, page.Count(""));
    }

    [Fact]
    public async Task A_storage_that_is_away_is_named_with_the_reason_and_since_when()
    {
        _store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "The database at lab:27017 does not answer.");

        var page = await GetAsync("lab/runs");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("unreachable", page.Empty);
        Assert.Contains("lab:27017 does not answer", page.Document.QuerySelector("[data-empty]")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector("[data-empty] time"));
        Assert.Equal("unavailable", page.Document.QuerySelector("[data-region=live]")!.GetAttribute("data-phase"));
    }

    [Fact]
    public async Task Runs_that_were_read_stay_when_the_storage_goes_away()
    {
        _store.Put(Run(1));
        var page = await GetAsync("lab/runs");

        _store.Failure = new RunStoreException(RunStoreProblem.Unreachable, "gone");
        var changes = await ChangesAsync(page);
        page = await GetAsync("lab/runs?open=1");

        Assert.Equal("unavailable", changes.Document.QuerySelector("[data-changes]")!.GetAttribute("data-phase"));
        Assert.Equal(["1"], page.Ids);
        Assert.Equal("unavailable", page.Document.QuerySelector("#view")!.GetAttribute("data-phase"));
    }

    [Fact]
    public async Task While_the_runs_are_read_the_page_says_how_far()
    {
        _store.Put(Run(1), Run(2), Run(3), Run(4));
        _store.BatchSize = 2;
        _store.Hold();
        _ = Board;
        var empty = await RunTablePage.GetAsync(Board.Address, "lab/runs");
        _store.LetThrough();
        while (Source.Catalog.Snapshot.Runs.Count < 2)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var page = await RunTablePage.GetAsync(Board.Address, "lab/runs");
        _store.LetThrough(100);

        Assert.Equal("loading", empty.Empty);
        Assert.Equal(["4", "3"], page.Ids);
        Assert.Contains("loading 2 of 4", page.Document.QuerySelector("[data-region=live]")!.TextContent);
    }

    private static RunSummary Run(int id) => new()
    {
        Id = RunId.Of(id),
        Experiment = "trial",
        Status = RunStatus.Interrupted,
        Started = Start.AddMinutes(id),
    };

    private static IEnumerable<string> Order(RunTablePage changes) =>
        changes.Document.QuerySelector("[data-order]")!.GetAttribute("data-order")!.Split(' ');

    private Uri ChangesOf(RunTablePage page) => new(Board.Address, $"{page.ChangesUrl}&since={page.Token}");

    /// <summary>Asks until something changed; the catalog looks once a second.</summary>
    private async Task<RunTablePage> ChangesAsync(RunTablePage page)
    {
        using var client = new HttpClient();
        while (true)
        {
            using var answer = await client.GetAsync(ChangesOf(page) + "&wait=20", TestContext.Current.CancellationToken);
            if (answer.StatusCode != HttpStatusCode.NoContent)
            {
                return await RunTablePage.ParseAsync(answer);
            }
        }
    }

    private Task<RunTablePage> GetAsync(string path) => RunTablePage.GetAsync(Board, path);
}
