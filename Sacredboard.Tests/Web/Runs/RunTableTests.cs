using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Runs;

/// <summary>The table over the sample runs, without scripts.</summary>
public sealed class RunTableTests(RunTableTests.Samples samples) : IClassFixture<RunTableTests.Samples>
{
    [Fact]
    public async Task All_runs_are_there_newest_first()
    {
        var page = await GetAsync("runs");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(42, page.Ids.Count);
        Assert.Equal(["42", "41", "39"], page.Ids.Take(3));
        Assert.Equal("1–42 of 42", page.Range);
        Assert.NotNull(page.Document.QuerySelector("[data-samples]"));
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, script:not([src])"));
    }

    [Fact]
    public async Task A_row_says_the_status_in_a_word_and_the_times_exactly()
    {
        var page = await GetAsync("runs");

        Assert.Equal("Probably dead", page.Cell("35", "status"));
        Assert.Equal("Early stopped", page.Cell("34", "status"));
        Assert.Equal("digits_mlp", page.Cell("35", "experiment"));
        var started = page.Row("35").QuerySelector(".c-started time")!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", started.GetAttribute("datetime")!);
        Assert.EndsWith("ago", started.TextContent);
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
    public async Task Every_status_is_offered_with_its_count()
    {
        var page = await GetAsync("runs");

        Assert.Equal(36, page.Count("COMPLETED"));
        Assert.Equal(1, page.Count("DEAD"));
        Assert.Equal(1, page.Count("EARLY_STOPPED"));
        Assert.Equal(0, page.Count("RUNNING"));
        Assert.Equal(42, page.Count(""));
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
        Assert.Equal("/samples/runs?sort=id", page.Document.QuerySelector("[data-empty] a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("sort=duration", true)]
    [InlineData("sort=-duration", false)]
    public async Task A_run_that_lacks_the_value_comes_last_either_way(string sort, bool ascending)
    {
        var page = await GetAsync("runs?" + sort);

        Assert.Equal("40", page.Ids[^1]);
        Assert.Equal(ascending ? "ascending" : "descending", page.Document.QuerySelector("[data-column=duration]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Any_config_key_can_be_a_column_and_sort()
    {
        var page = await GetAsync("runs?columns=optimizer.lr,model.hidden,host&sort=-optimizer.lr,id&size=25");

        Assert.Equal(["status", "id", "optimizer.lr", "model.hidden", "host"], page.Columns);
        Assert.Equal(["lr", "hidden"], page.Document.QuerySelectorAll("[data-column^=optimizer] bdi, [data-column^=model] bdi").Select(title => title.TextContent));
        var rates = page.Ids.Select(id => double.Parse(page.Row(id).QuerySelector(".c-value")!.TextContent)).ToList();
        Assert.Equal(rates.OrderDescending(), rates);
        Assert.Equal(25, rates.Count);
    }

    [Fact]
    public async Task Headings_sort_by_plain_buttons_and_the_address_stays_clean()
    {
        var page = await GetAsync((await GetAsync("runs?q=digits&size=25&page=2")).Heading("result"));
        Assert.Equal("ascending", page.Document.QuerySelector("[data-column=result]")!.GetAttribute("aria-sort"));
        Assert.Contains("?q=digits&sort=result&size=25", page.Document.QuerySelector("[data-columns-open]")!.GetAttribute("href"));

        page = await GetAsync(page.Heading("result"));
        Assert.Equal("descending", page.Document.QuerySelector("[data-column=result]")!.GetAttribute("aria-sort"));

        page = await GetAsync(page.Heading("result"));
        Assert.Empty(page.Document.QuerySelectorAll("[aria-sort], [data-level]"));
    }

    [Fact]
    public async Task Several_levels_of_the_order_are_numbered_and_go_one_by_one()
    {
        var page = await GetAsync("runs?sort=experiment,-result,model.hidden");

        Assert.Equal(["1", "2", "3"], page.Document.QuerySelectorAll("thead .level").Select(level => level.LastChild!.TextContent.Trim()));
        Assert.Equal(["experiment", "result", "model.hidden"], page.Document.QuerySelectorAll("[data-level]").Select(level => level.GetAttribute("data-level")));

        page = await GetAsync(page.Leads(page.Document.QuerySelector("[data-level=result] [value^=turn]")!));
        page = await GetAsync(page.Leads(page.Document.QuerySelector("[data-level='model.hidden'] [value^=sooner]")!));
        page = await GetAsync(page.Leads(page.Document.QuerySelector("[data-level=experiment] [value^=drop]")!));
        Assert.EndsWith("?sort=model.hidden,result", page.Document.QuerySelector("[data-columns-open]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Numbers_are_written_as_their_column_says_with_all_digits_on_hover()
    {
        var page = await GetAsync("runs?columns=result~p1,optimizer.lr~e0~\"rate\"");

        Assert.Equal("97.2%", page.Cell("39", "result"));
        Assert.Equal("0.9722222222222222", page.Row("39").QuerySelector(".c-result")!.GetAttribute("title"));
        Assert.StartsWith("accuracy: ", page.Cell("31", "result"));
        Assert.Matches(@"^\de-?\d$", page.Cell("39", "value"));
        Assert.Equal("rate", page.Document.QuerySelector("[data-column='optimizer.lr'] bdi")!.TextContent);
    }

    [Fact]
    public async Task Bars_and_colours_span_the_whole_result_and_leave_out_what_is_no_number()
    {
        var page = await GetAsync("runs?columns=result~bar,optimizer.lr~scale&sort=-optimizer.lr&size=25");

        Assert.Contains("scale part-20", page.Row(page.Ids[0]).QuerySelector(".c-value")!.ClassName);
        Assert.Contains(" to ", page.Document.QuerySelector("[data-column=result] button")!.GetAttribute("title"));
        Assert.All(page.Document.QuerySelectorAll("td.missing"), cell => Assert.DoesNotContain("part-", cell.ClassName!));
        var (whole, part) = (await GetAsync("runs?columns=result~bar"), await GetAsync("runs?columns=result~bar&q=39"));
        Assert.Equal("bar part-20", string.Join(' ', part.Row("39").QuerySelector(".c-result")!.ClassList.TakeLast(2)));
        Assert.Contains(whole.Document.QuerySelectorAll("td.c-result"), cell => cell.ClassName!.Contains("bar part-") && !cell.ClassName.Contains("part-20"));
        Assert.Empty(page.Document.QuerySelectorAll("[style]"));
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
    public async Task Broken_parameters_are_named_and_ignored()
    {
        var page = await GetAsync("runs?page=x&size=3&sort=..&columns=%22&%3Cb%3E=1");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["page", "size", "sort", "columns", "<b>"], page.Problems);
        Assert.Equal(42, page.Ids.Count);
    }

    [Fact]
    public async Task A_row_is_expanded_by_a_plain_link_and_several_stay_open()
    {
        var page = await GetAsync("runs");
        page = await GetAsync(page.Toggle("39"));
        page = await GetAsync(page.Toggle("2"));

        Assert.Equal(["39", "2"], page.Document.QuerySelectorAll("[data-detail]").Select(detail => detail.GetAttribute("data-detail")));
        Assert.Equal("true", page.Row("39").QuerySelector("[data-toggle]")!.GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task An_expanded_row_has_config_host_output_result_and_curves()
    {
        var page = await GetAsync("runs/39/row");

        var config = page.Document.QuerySelector("[data-tree=config]")!;
        Assert.Contains("momentum", config.TextContent);
        Assert.Contains("A wider network", config.QuerySelector(".doc")!.TextContent);
        Assert.Contains("lab-02", page.Document.QuerySelector(".facts")!.TextContent);
        Assert.Contains("Completed after", page.Document.QuerySelector(".output")!.TextContent);
        Assert.Contains("0.9722222222222222", page.Document.QuerySelector("[data-part=result]")!.TextContent);
        Assert.Equal(5, page.Document.QuerySelectorAll(".curve path").Count(path => path.GetAttribute("d")!.StartsWith('M')));
        Assert.NotNull(page.Document.QuerySelector("a[href='/samples/runs/39']"));
        Assert.Null(page.Document.QuerySelector("[style]"));
    }

    [Theory]
    [InlineData("runs/999/row")]
    [InlineData("runs/~zz/row")]
    [InlineData("runs/..%2F..%2Fetc/row")]
    public async Task A_run_that_is_not_there_has_no_details(string path)
    {
        var page = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private async Task<RunTablePage> GetAsync(string path) =>
        await RunTablePage.GetAsync(samples.Board, path.StartsWith('/') ? path : "samples/" + path);

    public sealed class Samples : IAsyncDisposable
    {
        public Board Board { get; } = Board.OnSamples();

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }
}
