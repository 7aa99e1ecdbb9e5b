using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.HomePage;

/// <summary>The start page of several sources, and their runs in one table.</summary>
public sealed class HomePageTests(TwoFolders folders) : IClassFixture<TwoFolders>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_sources_are_listed_with_their_runs_by_status_and_why_one_cannot_be_read()
    {
        var page = await OpenAsync("");

        Assert.Equal(["one", "all", "away"], page.QuerySelectorAll("[data-source]").Select(row => row.GetAttribute("data-source")));
        Assert.Equal("1", page.QuerySelector("[data-source=one] [data-total]")!.TextContent);
        Assert.Equal(
            "one/runs?status=COMPLETED",
            page.QuerySelector("[data-source=one] [data-status]")!.GetAttribute("href")!.TrimStart('/'));
        Assert.NotEmpty(page.QuerySelector("[data-source=away] [data-problem]")!.TextContent);
        Assert.Equal("/all-sources/runs", page.QuerySelector("form[role=search]")!.GetAttribute("action"));
    }

    [Fact]
    public async Task A_source_of_the_user_may_be_called_all()
    {
        var page = await OpenAsync("all/runs");

        Assert.Single(page.QuerySelectorAll("tbody [data-run]"));
        Assert.DoesNotContain(":", page.QuerySelector("tbody [data-run]")!.GetAttribute("data-run"));
    }

    [Fact]
    public async Task The_runs_of_all_sources_are_one_table_that_leads_to_their_own_pages()
    {
        var page = await OpenAsync("all-sources/runs?columns=source");

        var links = page.QuerySelectorAll("tbody a[href*='/runs/']").Select(link => link.GetAttribute("href")!.Split('?')[0]).Distinct();
        Assert.Equal(["/all/runs/2", "/one/runs/1"], links.Order(StringComparer.Ordinal));
        Assert.Contains("The runs of away are missing", page.Body!.TextContent);

        var found = await OpenAsync("all-sources/runs?q=source+%3D+one");
        Assert.Single(found.QuerySelectorAll("tbody [data-run]"));
    }

    [Fact]
    public async Task A_file_that_would_lack_a_source_is_refused()
    {
        using var answer = await folders.Client.GetAsync("all-sources/runs.csv", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("away", await answer.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task The_page_of_a_run_among_all_is_that_of_its_source()
    {
        using var page = await folders.Client.GetAsync("all-sources/runs/one~3A1/config?x=1", Cancellation);
        using var json = await folders.Client.GetAsync("api/v1/all-sources/runs/one~3A1", Cancellation);

        Assert.Equal("/one/runs/1/config?x=1", page.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal("/api/v1/one/runs/1", json.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("1", JsonDocument.Parse(await json.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_row_expands_among_all()
    {
        var row = await folders.Client.GetStringAsync("all-sources/runs/one~3A1/row", Cancellation);

        Assert.Contains("/one/runs/1", row);
    }

    private async Task<IDocument> OpenAsync(string path)
    {
        await folders.LoadedAsync();
        var html = await folders.Client.GetStringAsync(path, Cancellation);
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), Cancellation);
    }
}

/// <summary>A board on two directories of runs, one of which is called "all", and one that is not there.</summary>
public sealed class TwoFolders : IAsyncDisposable
{
    private readonly SettingsFolder _folder = new();
    private readonly Lazy<Board> _board;

    public TwoFolders()
    {
        _board = new(() => Board.On(
            ("Sources:0:Name", "one"),
            ("Sources:0:Directory", _folder.AddRuns("one", "1")),
            ("Sources:1:Name", "all"),
            ("Sources:1:Directory", _folder.AddRuns("other", "2")),
            ("Sources:2:Name", "away"),
            ("Sources:2:Directory", _folder.File + ".not-there")));
    }

    public HttpClient Client => field ??= new() { BaseAddress = _board.Value.Address };

    /// <summary>Returns when the runs of all are there.</summary>
    public async Task LoadedAsync()
    {
        await _board.Value.LoadedAsync();
        while (!(await Client.GetStringAsync("api/v1/all-sources/runs", TestContext.Current.CancellationToken)).Contains("\"total\":2"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _board.Value.DisposeAsync();
        _folder.Dispose();
    }
}
