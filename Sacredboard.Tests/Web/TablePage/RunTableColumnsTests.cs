using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>The columns of the table without scripts: which are shown, how their values are written, and sorting by them.</summary>
public sealed class RunTableColumnsTests(SamplesBoard samples)
{
    [Theory]
    [InlineData("sort=duration", true)]
    [InlineData("sort=-duration", false)]
    public async Task A_run_that_lacks_the_value_comes_last_either_way(string sort, bool ascending)
    {
        var page = await GetAsync("runs?" + sort);

        Assert.Equal("40", page.Ids[^1]);
        Assert.Equal(
            ascending ? "ascending" : "descending",
            page.Document.QuerySelector("[data-column=duration]")!.GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Any_config_key_can_be_a_column_and_sort()
    {
        var page = await GetAsync("runs?columns=optimizer.lr,model.hidden,host&sort=-optimizer.lr,id&size=25");

        Assert.Equal(["status", "id", "optimizer.lr", "model.hidden", "host"], page.Columns);
        Assert.Equal(
            ["lr", "hidden"],
            page.Document.QuerySelectorAll("[data-column^=optimizer] bdi, [data-column^=model] bdi").Select(title => title.TextContent));
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
        Assert.Equal(
            ["experiment", "result", "model.hidden"],
            page.Document.QuerySelectorAll("[data-level]").Select(level => level.GetAttribute("data-level")));

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
        Assert.Contains(
            whole.Document.QuerySelectorAll("td.c-result"),
            cell => cell.ClassName!.Contains("bar part-") && !cell.ClassName.Contains("part-20"));
        Assert.Empty(page.Document.QuerySelectorAll("[style]"));
    }

    private Task<RunTablePage> GetAsync(string path) => RunTablePage.GetAsync(samples, path);
}
