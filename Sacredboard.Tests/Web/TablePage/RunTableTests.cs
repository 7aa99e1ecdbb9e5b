using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>The table of the sample runs, without scripts: its rows, filters and pages.</summary>
public sealed class RunTableTests(SamplesBoard samples)
{
    [Fact]
    public async Task All_runs_are_there_newest_first()
    {
        var page = await GetAsync("runs");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(42, page.Ids.Count);
        Assert.Equal(["40", "42", "41"], page.Ids.Take(3));
        Assert.Equal("1–42 of 42", page.Range);
        Assert.NotNull(page.Document.QuerySelector("[data-samples]"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task A_row_says_the_status_in_a_word_and_the_times_exactly()
    {
        var page = await GetAsync("runs");

        Assert.Equal("No heartbeat", page.Cell("35", "status"));
        Assert.Equal(
            "No heartbeat since 2026-11-23 11:06:07 UTC; it beat every 2.0 s",
            page.Row("35").QuerySelector("[data-status]")!.GetAttribute("title"));
        Assert.Null(page.Row("34").QuerySelector("[data-status]")!.GetAttribute("title"));
        Assert.Equal("Early stopped", page.Cell("34", "status"));
        Assert.Equal("digits_mlp", page.Cell("35", "experiment"));
        var started = page.Row("35").QuerySelector(".c-started time")!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", started.GetAttribute("datetime")!);
        Assert.Matches(@" ago$|^\d{4}-\d\d-\d\d$", started.TextContent);
    }

    [Fact]
    public async Task When_a_run_was_queued_is_a_column_once_it_is_chosen()
    {
        Assert.DoesNotContain("queued", (await GetAsync("runs")).Columns);
        var all = await GetAsync("runs?columns=queued");
        Assert.Equal("2026-11-23T11:06:58.454Z", all.Row("40").QuerySelector(".c-queued time")!.GetAttribute("datetime"));
        Assert.Equal("–", all.Cell("39", "queued"));

        Assert.Equal(["40"], (await GetAsync("runs?q=exists(queued)&sort=queued")).Ids);
    }

    [Fact]
    public async Task A_result_is_cut_to_six_digits_with_all_of_them_on_hover()
    {
        var page = await GetAsync("runs");

        Assert.Equal("0.972222", page.Cell("39", "result"));
        Assert.Equal("0.9722222222222222", page.Row("39").QuerySelector(".c-result")!.GetAttribute("title"));
        Assert.StartsWith("accuracy: 0.969444, f1: ", page.Cell("31", "result"));
        Assert.Equal("–", page.Cell("40", "result"));
    }

    [Fact]
    public async Task Every_status_that_a_run_has_or_that_is_chosen_is_offered_with_its_count()
    {
        var page = await GetAsync("runs");

        Assert.Equal(36, page.Count("COMPLETED"));
        Assert.Equal(1, page.Count("DEAD"));
        Assert.Equal(1, page.Count("EARLY_STOPPED"));
        Assert.Null(page.Count("RUNNING"));
        Assert.Equal(42, page.Count(""));

        page = await GetAsync("runs?status=RUNNING");
        Assert.Equal(0, page.Count("RUNNING"));
        Assert.Equal(36, page.Count("COMPLETED"));
    }

    [Fact]
    public async Task Statuses_can_be_chosen_together_by_plain_links()
    {
        var page = await GetAsync("runs?status=FAILED");
        Assert.Equal(["2"], page.Ids);

        page = await GetAsync(page.Filter("DEAD")!.GetAttribute("href")!);
        Assert.Equal(["35", "2"], page.Ids);
        Assert.Equal("true", page.Filter("DEAD")!.GetAttribute("aria-current"));
        Assert.Equal(36, page.Count("COMPLETED"));

        page = await GetAsync(page.Filter("FAILED")!.GetAttribute("href")!);
        Assert.Equal(["35"], page.Ids);
    }

    [Theory]
    [InlineData("q=42", "42")]
    [InlineData("q=evaluate", "31 30 29 28")]
    [InlineData("q=EVALUATE+lab-01", "31 30 29 28")]
    [InlineData("q=momentum+above", "42")]
    [InlineData("q=out/13/weights", "30 29")]
    [InlineData("q=stflow&status=COMPLETED", "41")]
    [InlineData("q=stflow&status=FAILED", "")]
    public async Task Text_finds_runs_by_what_they_hold(string query, string ids)
    {
        var page = await GetAsync("runs?" + query);

        Assert.Equal(ids, string.Join(' ', page.Ids));
    }

    [Fact]
    public async Task Nothing_found_leads_back_to_all()
    {
        var page = await GetAsync("runs?q=no+such+run&sort=id");

        Assert.Equal("nothing-matches", page.Empty);
        Assert.Equal("0 of 42 runs match", page.Document.QuerySelector("[data-empty] h2")!.TextContent);
        Assert.Equal("/samples/runs?sort=id", page.Document.QuerySelector("[data-empty] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Pages_follow_one_another()
    {
        var first = await GetAsync("runs?size=25");
        var second = await GetAsync(first.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(25, first.Ids.Count);
        Assert.Equal(17, second.Ids.Count);
        Assert.Empty(first.Ids.Intersect(second.Ids));
        Assert.Null(second.Document.QuerySelector("[rel=next]"));
    }

    [Fact]
    public async Task A_page_behind_the_last_is_the_last_and_says_so()
    {
        var page = await GetAsync("runs?size=25&page=99");

        Assert.Equal(["page"], page.Problems);
        Assert.Equal("26–42 of 42", page.Range);
    }

    [Fact]
    public async Task A_field_leads_to_any_page_once_not_all_have_a_link()
    {
        await using var board = Board([.. Enumerable.Range(1, 240).Select(TestRuns.Run)]);
        var first = await RunTablePage.GetAsync(board, "lab/runs?q=train&size=25&sort=id");
        var form = first.Document.QuerySelector("[data-page-form]")!;
        var fields = form.QuerySelectorAll("input").ToDictionary(
            field => field.GetAttribute("name")!,
            string? (field) => field.GetAttribute("value") ?? "6");
        var sixth = await RunTablePage.GetAsync(board, QueryHelpers.AddQueryString(form.GetAttribute("action")!, fields));

        Assert.Equal("126–150 of 240", sixth.Range);
        Assert.Equal("126", sixth.Ids[0]);
        Assert.Null((await RunTablePage.GetAsync(board, "lab/runs?size=100")).Document.QuerySelector("[data-page-form]"));
    }

    [Fact]
    public async Task The_result_is_aligned_the_same_on_every_page()
    {
        await using var board = Board([.. Enumerable.Range(1, 50).Select(id => TestRuns.Run(id) with
        {
            Result = id is > 1 and < 26 ? TestRuns.Object(("loss", 0.5)) : TestRuns.Value(id / 100.0),
        })]);

        foreach (var page in (string[])["1", "2", "2&q=id > 1", "1&q=id < 4 and id > 1"])
        {
            var table = await RunTablePage.GetAsync(board, $"lab/runs?size=25&page={page}");
            Assert.All(
                table.Document.QuerySelectorAll("th.c-result, td.c-result"),
                cell => Assert.Contains("num", cell.ClassList));
        }
    }

    [Fact]
    public async Task Broken_parameters_are_named_and_ignored()
    {
        var page = await GetAsync("runs?page=x&size=3&sort=..&columns=%22&%3Cb%3E=1");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["page", "size", "sort", "columns", "<b>"], page.Problems);
        Assert.Equal(42, page.Ids.Count);
    }

    private static Board Board(RunSummary[] runs)
    {
        var store = new MemoryRunStore();
        store.Put(runs);
        return Support.Board.OnStore(store);
    }

    private Task<RunTablePage> GetAsync(string path) => RunTablePage.GetAsync(samples, path);
}
