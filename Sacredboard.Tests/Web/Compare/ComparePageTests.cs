using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Web.Curves;

namespace Sacredboard.Tests.Web.Compare;

public sealed class ComparePageTests(CurvesBoard board) : CompareTest(board.Board), IClassFixture<CurvesBoard>
{
    [Fact]
    public async Task The_legend_names_each_run_by_what_differs_in_its_colour()
    {
        var page = await ReadAsync("ids=1,4");

        Assert.Equal("Compare 2 runs", Text(page, "h1"));
        Assert.Equal("Config differs in lr, seed.", Text(page, "[data-differing]"));
        Assert.Equal(["1 lr=0.1 seed=1", "4 lr=0.2 seed=4"], Legend(page));
        Assert.Equal(["2 solid", "5 solid"], page.QuerySelectorAll("[data-legend] .swatch").Select(swatch =>
            $"{swatch.GetAttribute("data-colour")} {swatch.GetAttribute("data-dash")}"));
        Assert.Equal(["/lab/runs/1", "/lab/runs/4"], page.QuerySelectorAll("[data-run-link]").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task There_is_a_chart_for_each_metric_and_those_of_most_runs_come_first()
    {
        var page = await ReadAsync("ids=1,odd,plain");

        Assert.Equal("loss", page.QuerySelectorAll("[data-charts] .chart")[0].GetAttribute("data-metric"));
        Assert.Equal("2 of 3 runs", Text(page, "[data-share]"));
        Assert.Equal(3, page.QuerySelectorAll("[data-charts] .chart").Length);
        Assert.Equal("/api/v1/lab/curves?ids=1,odd,plain", page.QuerySelector("[data-curves]")!.GetAttribute("data-curves"));
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_named_and_the_others_are_shown()
    {
        var page = await ReadAsync("ids=1,99,%3Cb%3E,~zz");

        Assert.Contains("~zz", Text(page, "[data-unknown]"));
        Assert.Contains("99", Text(page, "[data-unknown]"));
        Assert.Empty(page.QuerySelectorAll("[data-unknown] b"));
        Assert.Single(Legend(page));
        Assert.NotNull((await ReadAsync("ids=99")).QuerySelector("[data-empty]"));
        Assert.NotNull((await ReadAsync("")).QuerySelector("[data-empty] [data-compare-all]"));
    }

    [Fact]
    public async Task A_query_chooses_runs_and_its_error_is_said()
    {
        Assert.Equal(["4", "5", "6"], Legend(await ReadAsync("q=lr+%3D+0.2&sort=seed&legend={id}")));
        var wrong = await ReadAsync("q=lr+%3C");
        Assert.Contains("The query cannot be read", Text(wrong, "[data-query-error]"));
        Assert.Empty(Legend(wrong));
    }

    [Fact]
    public async Task What_is_hidden_and_how_runs_are_named_is_in_the_address()
    {
        var page = await ReadAsync("ids=1,4&hide=4&legend=run+{id}");

        Assert.Equal(["run 1", "run 4"], Legend(page));
        Assert.Equal(["false", "true"], page.QuerySelectorAll("[data-curve-key]").Select(line => line.GetAttribute("data-hidden")));
        var shown = await Pages.ReadAsync(page.QuerySelectorAll("[data-toggle-curve]")[1].GetAttribute("href")!);
        Assert.All(shown.QuerySelectorAll("[data-curve-key]"), line => Assert.Equal("false", line.GetAttribute("data-hidden")));
        var one = await Pages.ReadAsync(page.QuerySelectorAll("[data-remove]")[0].GetAttribute("href")!);
        Assert.Equal(["run 4"], Legend(one));
    }

    [Fact]
    public async Task Groups_are_lines_of_the_legend_with_their_runs()
    {
        var page = await ReadAsync("ids=1,2,3,4,5&group=config");

        Assert.Equal("Compare 5 runs in 2 groups", Text(page, "h1"));
        Assert.Equal(["lr=0.1", "lr=0.2"], Legend(page));
        Assert.Equal(["3", "2"], page.QuerySelectorAll("[data-legend] [data-count]").Select(count => count.FirstChild!.TextContent));
        var members = await Pages.ReadAsync(page.QuerySelectorAll("[data-run-link]")[0].GetAttribute("href")!);
        Assert.Equal("Compare 3 runs", Text(members, "h1"));
    }

    [Fact]
    public async Task Up_to_six_runs_are_columns_of_the_table()
    {
        var page = await ReadAsync("tab=table&ids=1,4,odd,plain");

        Assert.Equal("columns", page.QuerySelector("table")!.GetAttribute("data-runs-as"));
        Assert.Equal(["0.1", "0.2", "0.3", "–"], Row(page, "lr"));
        Assert.Equal(["1.02", "4.02", "5", "–"], Row(page, "last(loss)"));
        Assert.Equal(["1.02"], page.QuerySelectorAll("tr[data-field='last(loss)'] [data-best]").Select(CellText));
        Assert.Empty(page.QuerySelectorAll("tr[data-field='max(loss)'] [data-best]"));
        Assert.Equal(["Completed", "Completed", "Completed", "Completed"], Row(page, "status"));
    }

    [Fact]
    public async Task More_runs_are_its_rows()
    {
        var page = await ReadAsync("tab=table&ids=1,2,3,4,5,6,long");

        Assert.Equal("rows", page.QuerySelector("table")!.GetAttribute("data-runs-as"));
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "long"],
            page.QuerySelectorAll("tr[data-run]").Select(row => row.GetAttribute("data-run")));
        Assert.NotEmpty(page.QuerySelectorAll("tr[data-run=long] [data-best]"));
    }

    [Theory]
    [InlineData("differ", true, false)]
    [InlineData("same", false, true)]
    [InlineData("all", true, true)]
    public async Task The_table_lists_the_keys_that_are_asked_for(string keys, bool differing, bool same)
    {
        var page = await ReadAsync($"tab=table&ids=1,2&keys={keys}");
        var (hasSeed, hasRate) = (page.QuerySelector("[data-field=seed]") is not null, page.QuerySelector("[data-field=lr]") is not null);
        Assert.Equal((differing, same), (hasSeed, hasRate));
    }

    [Fact]
    public async Task Parameters_that_cannot_be_read_are_named()
    {
        var page = await ReadAsync("ids=1&tab=x&band=wide&group=a..b");
        Assert.Equal(
            ["band", "group", "tab"],
            page.QuerySelectorAll("[data-problem]:not(.chart-problem)").Select(problem => problem.GetAttribute("data-problem")).Order());
    }

    [Fact]
    public async Task The_way_back_leads_to_the_table()
    {
        var page = await ReadAsync("ids=1&table=q%3Dlr%26sort%3Dseed");
        Assert.Equal("/lab/runs?q=lr&sort=seed", page.QuerySelector("[data-back]")!.GetAttribute("href"));
        Assert.Contains("table=q%3Dlr", page.QuerySelector("[data-run-link]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Changes_are_sent_once_there_are_some()
    {
        var page = await ReadAsync("ids=1,2");
        var token = page.QuerySelector("[data-token]")!.GetAttribute("data-token");
        using var nothing = await Pages.SendAsync($"/lab/compare/changes?ids=1,2&since={token}");
        Assert.Equal(System.Net.HttpStatusCode.NoContent, nothing.StatusCode);
        var changes = await Pages.ReadAsync("/lab/compare/changes?ids=1,2&since=");
        Assert.NotNull(changes.QuerySelector("[data-region=legend]"));
    }

    private async Task<IHtmlDocument> ReadAsync(string query)
    {
        var page = await Pages.ReadAsync($"/lab/compare?{query}");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), main script"));
        return page;
    }

    private static string Text(IParentNode page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Legend(IParentNode page) => [.. page.QuerySelectorAll("[data-run-link]").Select(link => link.TextContent)];
}
