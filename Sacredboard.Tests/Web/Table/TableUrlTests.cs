using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Columns;
using Sacredboard.Web.Table;

namespace Sacredboard.Tests.Web.Table;

public sealed class TableUrlTests
{
    [Fact]
    public void Nothing_in_the_URL_is_the_newest_fifty_of_all()
    {
        var (query, problems) = Read("");

        Assert.Equal("", query.Text);
        Assert.Empty(query.Statuses);
        Assert.Empty(query.Sort);
        Assert.Null(query.Columns);
        Assert.Equal((1, 50), (query.Page, query.Size));
        Assert.Empty(problems);
    }

    [Fact]
    public void The_whole_view_stands_in_the_URL()
    {
        var (
            query,
            problems) = Read("?q=+mlp+&status=FAILED&status=<i>&sort=-result,lr&columns=host,optimizer.lr,id&page=3&size=200&open=4,~t5");

        Assert.Equal("mlp", query.Text);
        Assert.Equal(["FAILED", "<i>"], query.Statuses);
        Assert.Equal([new RunSort(RunField.Own("result"), true), new RunSort(RunField.Config("lr"), false)], query.Sort);
        Assert.Equal([new ColumnSpec(RunField.Own("host")), new(RunField.Config("optimizer", "lr"))], query.Columns!);
        Assert.Equal((3, 200), (query.Page, query.Size));
        Assert.Equal(["4", "~t5"], query.Open);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("?page=0", "page")]
    [InlineData("?page=-1", "page")]
    [InlineData("?page=two", "page")]
    [InlineData("?page=99999999999", "page")]
    [InlineData("?size=51", "size")]
    [InlineData("?size=", "size")]
    [InlineData("?sort=a..b", "sort")]
    [InlineData("?sort=,", "sort")]
    [InlineData("?columns=%22open", "columns")]
    [InlineData("?nonsense=1", "nonsense")]
    [InlineData("?%3Cscript%3E=1", "<script>")]
    [InlineData("?page=2&page=3", "page")]
    public void What_cannot_be_understood_is_named(string url, string parameter)
    {
        var (_, problems) = Read(url);

        Assert.Equal(parameter, Assert.Single(problems).Parameter);
    }

    [Fact]
    public void There_is_an_end_to_columns_and_levels_of_order()
    {
        var many = string.Join(',', Enumerable.Range(0, 500).Select(i => $"key{i}"));

        var (query, problems) = Read($"?columns={many}&sort={many}");

        Assert.Equal(["columns", "sort"], problems.Select(problem => problem.Parameter));
        Assert.Equal(400, query.Columns!.Count);
        Assert.Equal(8, query.Sort.Count);
    }

    [Fact]
    public void What_is_broken_leaves_the_rest_as_it_is()
    {
        var (query, problems) = Read("?page=x&size=7&sort=a..b&columns=a..b&q=mlp");

        Assert.Equal(4, problems.Count);
        Assert.Equal(
            new TableState { Text = "mlp" }.ToRunQuery() with { Statuses = query.Statuses, Sort = query.Sort },
            query.ToRunQuery());
        Assert.Null(query.Columns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=a%20b%26c%3D%22d%22")]
    [InlineData("?status=FAILED&status=a,b&status=")]
    [InlineData("?sort=-started,config.status,%22a,b%22")]
    [InlineData("?columns=")]
    [InlineData("?columns=lr,optimizer.%22weird%20key%22")]
    [InlineData("?columns=optimizer.lr~%22learning,%20rate%22~e3~bar,result~p1,last(loss)~scale,%22~%22~f0")]
    [InlineData("?q=x&status=DEAD&sort=id&columns=host&page=7&size=25&open=1,2")]
    public void A_URL_that_was_read_is_written_again(string url)
    {
        var (query, problems) = Read(url);

        Assert.Empty(problems);
        Assert.Equal("/lab/runs" + url, new TableUrls("/lab/runs", query).Self);
    }

    [Fact]
    public void A_column_that_cannot_be_read_is_named_and_the_others_stay()
    {
        var (query, problems) = Read("?columns=lr~e2,a..b,seed~huge~bar,host");

        Assert.Equal(["columns", "columns"], problems.Select(problem => problem.Parameter));
        Assert.Contains("a..b", problems[0].Reason);
        Assert.Contains("huge", problems[1].Reason);
        Assert.Equal("lr~e2,seed~bar,host", ColumnList.ToText(query.Columns!));
    }

    [Fact]
    public void A_step_from_one_order_to_the_next_is_taken_and_leads_to_the_first_page()
    {
        var reading = TableUrl.Read("?order=then:config.-lr&sort=-result&page=3&open=1");

        Assert.True(reading.IsStep);
        Assert.Equal("/r?sort=-result,config.-lr", Urls(reading.State).Self);
        Assert.Equal("order", Assert.Single(Read("?order=nowhere").Problems).Parameter);
    }

    [Fact]
    public void A_status_is_added_and_taken_away_and_leads_to_the_first_page()
    {
        var query = new TableState { Text = "x", Statuses = ["FAILED"], Page = 4, Open = ["7"] };

        Assert.Equal("/r?q=x&status=FAILED&status=DEAD", Urls(query).ToggleStatus("DEAD"));
        Assert.Equal("/r?q=x", Urls(query).ToggleStatus("FAILED"));
        Assert.Equal("/r?q=x", Urls(query).AllStatuses);
        Assert.Equal("/r", Urls(query).Cleared);
    }

    [Fact]
    public void Another_size_stays_near_the_rows_that_are_shown()
    {
        var query = new TableState { Page = 5, Size = 50 };

        Assert.Equal("/r?page=2&size=200", Urls(query).Size(200));
        Assert.Equal("/r?page=9&size=25", Urls(query).Size(25));
    }

    [Fact]
    public void A_row_opens_and_closes_by_its_link()
    {
        Assert.Equal("/r?open=1,2", Urls(new() { Open = ["1"] }).ToggleOpen("2"));
        Assert.Equal("/r", Urls(new() { Open = ["1"] }).ToggleOpen("1"));
    }

    private static TableUrls Urls(TableState query) => new("/r", query);

    private static (TableState Query, IReadOnlyList<TableProblem> Problems) Read(string url)
    {
        var reading = TableUrl.Read(url);
        return (reading.State, reading.Problems);
    }
}
