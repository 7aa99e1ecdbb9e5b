using System.Net;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>The pages of the sample runs.</summary>
public sealed class RunPageTests(SamplesBoard samples) : IDisposable
{
    private static readonly string[] Tabs = ["", "/metrics", "/output", "/config", "/files", "/environment", "/info"];

    private readonly RunPageClient _pages = new(samples.Board, "samples");

    [Fact]
    public async Task Every_part_of_every_run_is_a_page_without_inline_script_or_style()
    {
        for (var run = 1; run <= 42; run++)
        {
            foreach (var tab in Tabs)
            {
                var page = await _pages.ReadAsync(run + tab);

                Assert.Equal("#" + run, page.QuerySelector(".run-id")!.TextContent);
                Assert.Equal(
                    tab.Length == 0 ? "overview" : tab[1..],
                    page.QuerySelector("[aria-current=page][data-tab-link]")!.GetAttribute("data-tab-link"));
                Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
                Assert.Empty(page.QuerySelectorAll("[data-problem]:not(.chart-problem, .file-problem)"));
            }
        }
    }

    [Fact]
    public async Task The_header_says_what_happened()
    {
        var header = (await _pages.ReadAsync("4")).QuerySelector("[data-region=header]")!;

        Assert.Equal("COMPLETED", header.GetAttribute("data-status"));
        Assert.Equal("8.8 s", header.QuerySelector("[data-duration]")!.TextContent.Trim());
        Assert.Equal("0.930556", header.QuerySelector("[data-result] [title]")!.TextContent);
        Assert.Equal("0.9305555555555556", header.QuerySelector("[data-result] [title]")!.GetAttribute("title"));
        Assert.Equal("lab-01", header.QuerySelector("[data-host]")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_runs_before_and_after_are_one_click_away()
    {
        await samples.Board.LoadedAsync();

        var page = await _pages.ReadAsync("4");

        Assert.Equal("/samples/runs/5", page.QuerySelector("[data-previous]")!.GetAttribute("href"));
        Assert.Equal("/samples/runs/3", page.QuerySelector("[data-next]")!.GetAttribute("href"));
        Assert.Equal("/samples/runs/3", page.QuerySelector("[data-difference] h2 a")!.GetAttribute("href"));
        Assert.Contains("optimizer.lr", page.QuerySelectorAll("[data-difference] tbody th").Select(key => key.TextContent));
    }

    [Fact]
    public async Task A_run_that_waits_is_the_newest_and_no_run_is_compared_with_it()
    {
        await samples.Board.LoadedAsync();

        var waiting = await _pages.ReadAsync("40");

        Assert.Null(waiting.QuerySelector("[data-previous]"));
        Assert.Equal("/samples/runs/42", waiting.QuerySelector("[data-next]")!.GetAttribute("href"));
        Assert.Equal("/samples/runs/40", (await _pages.ReadAsync("42")).QuerySelector("[data-previous]")!.GetAttribute("href"));
        for (var run = 1; run <= 42; run++)
        {
            var compared = (await _pages.ReadAsync($"{run}")).QuerySelector("[data-difference] h2 a")?.GetAttribute("href");
            Assert.NotEqual("/samples/runs/40", compared);
        }
    }

    [Fact]
    public async Task A_run_is_compared_with_the_one_that_started_before_it()
    {
        using var folder = new StorageFolder();
        foreach (var (id, times) in new[] { ("1", "\"start_time\": \"2026-01-01T00:00:00\", "), ("2", ""), ("3", "\"start_time\": \"2026-01-02T00:00:00\", ") })
        {
            folder.WriteOld(id, "run.json", $$$"""{{{{times}}}"status": "INTERRUPTED", "experiment": {"name": "a"}}""");
            folder.WriteOld(id, "config.json", $$"""{"lr": {{id}}}""");
        }

        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();

        Assert.Equal("#1", (await pages.ReadAsync("3")).QuerySelector("[data-difference] h2 a")!.TextContent);
        Assert.Equal("/lab/runs/2", (await pages.ReadAsync("1")).QuerySelector("[data-next]")!.GetAttribute("href"));
        Assert.Null((await pages.ReadAsync("1")).QuerySelector("[data-difference]"));
    }

    [Fact]
    public async Task A_failed_run_shows_its_traceback_first()
    {
        var page = await _pages.ReadAsync("2");

        Assert.Equal("ValueError", page.QuerySelector("[data-failure] h2 .mono")!.TextContent);
        Assert.Equal("1 frame of Sacred", page.QuerySelector("[data-folded] summary")!.TextContent);
        Assert.False(page.QuerySelector("[data-folded]")!.HasAttribute("open"));
        Assert.Equal(4, page.QuerySelectorAll("[data-frame]").Length);
        Assert.StartsWith("Traceback (most recent call last):\n  File \"/tmp/lab/venv", page.QuerySelector("#fail-trace")!.TextContent);
        Assert.True(page.QuerySelector("[data-failure]")!.CompareDocumentPosition(page.QuerySelector(".overview")!)
            .HasFlag(DocumentPositions.Following));
    }

    [Fact]
    public async Task The_command_can_be_run_again() => Assert.Equal(
        @"python train.py train with model.hidden=16 optimizer.lr=0.3 seed=1 log.files=True log.batches=False 'tags=['\''digits'\'','\''sweep'\'']' --file_storage=runs --name=digits_mlp",
        (await _pages.ReadAsync("4")).QuerySelector("[data-command]")!.TextContent);

    [Fact]
    public async Task A_queued_run_has_a_page_that_says_so()
    {
        var page = await _pages.ReadAsync("40");

        Assert.Equal("It has not started yet.", page.QuerySelector("[data-no-output]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll(".chart"));
        Assert.Equal("–", page.QuerySelector("[data-duration]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Metrics_are_tables_where_no_script_draws_them()
    {
        var page = await _pages.ReadAsync("3/metrics");

        var loss = page.QuerySelector("[data-metric='training.loss']")!;
        Assert.Equal(["first", "last", "min", "max"], loss.QuerySelectorAll("tbody th, table > tr th").Select(name => name.TextContent));
        Assert.Contains("NaN", loss.QuerySelector("[data-odd]")!.TextContent);
        Assert.Equal("/api/v1/samples/runs/3/metrics/training.loss", loss.GetAttribute("data-url"));
        Assert.Equal(["training", "validation"], page.QuerySelectorAll("[data-group]").Select(group => group.GetAttribute("data-group")));
    }

    [Fact]
    public async Task The_environment_names_a_repository_once()
    {
        var page = await _pages.ReadAsync("4/environment");

        var repository = Assert.Single(page.QuerySelectorAll("[data-repository]"));
        Assert.Equal("https://git.example.org/lab/digits.git", repository.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(
            ["numpy2.4.6", "sacred0.8.7"],
            page.QuerySelectorAll("[data-dependency]").Select(item => item.TextContent.Replace(" ", "")));
    }

    [Theory]
    [InlineData("4444")]
    [InlineData("4/nothing")]
    [InlineData("4/3")]
    [InlineData("~t4~")]
    [InlineData("~2E~2E")]
    [InlineData("4444/output")]
    [InlineData("4444/changes")]
    [InlineData("4444/output/rows")]
    [InlineData("4444/output/download")]
    [InlineData("4444/files/artifact-0")]
    public async Task Missing_pages_are_404(string path)
    {
        using var answer = await _pages.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_is_sent_while_nothing_changed()
    {
        await samples.Board.LoadedAsync();
        var tabs = (await _pages.ReadAsync("4")).QuerySelector("[data-region=tabs]")!;

        using var unchanged = await _pages.SendAsync($"4/changes?tab=overview&since={tabs.GetAttribute("data-token")}");
        var changed = await _pages.ReadAsync("4/changes?tab=overview&since=another");

        Assert.Equal(HttpStatusCode.NoContent, unchanged.StatusCode);
        Assert.Equal(
            ["live", "header", "tabs", "failure", "output", "made", "facts"],
            changed.QuerySelectorAll("[data-region]:not(.chart)").Select(region => region.GetAttribute("data-region")));
        Assert.Equal(4, changed.QuerySelectorAll(".chart").Length);
        Assert.Equal(tabs.GetAttribute("data-token"), changed.QuerySelector("[data-token]")!.GetAttribute("data-token"));
    }

    [Fact]
    public async Task A_storage_that_is_away_is_503_with_a_page()
    {
        await using var board = Board.OnMongo("mongodb://127.0.0.1:1/lab?serverSelectionTimeoutMS=100");
        using var pages = new RunPageClient(board, Board.Source);

        using var answer = await pages.SendAsync("1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("The storage does not answer", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => _pages.Dispose();
}
