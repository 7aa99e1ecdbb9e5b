using System.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>The pages of a run that was opened from a table lead back to it and through it.</summary>
public sealed class RunFromTableTests(SamplesBoard samples) : IAsyncLifetime, IDisposable
{
    private const string Completed = "/samples/runs?q=experiment+%3D+digits_mlp&status=COMPLETED&sort=optimizer.lr,-id&columns=result";

    private readonly RunPageClient _pages = new(samples.Board, "samples");

    public async ValueTask InitializeAsync() => await samples.Board.LoadedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task From_all_runs_newest_first_the_address_is_as_short_as_before()
    {
        var link = Link(await _pages.ReadAsync("/samples/runs"), "7");
        Assert.Equal("/samples/runs/7", link);

        var page = await _pages.ReadAsync(link);
        Assert.Equal("36 of 42", Text(page, "[data-position]"));
        Assert.Equal("/samples/runs#run-7", Href(page, "[data-back]"));
    }

    [Fact]
    public async Task Neighbours_are_those_of_the_table()
    {
        var table = await _pages.ReadAsync(Completed);
        var ids = table.QuerySelectorAll("tr.run").Select(row => row.GetAttribute("data-run")!).ToList();
        Assert.True(ids.Count is > 3 and < 42, $"{ids.Count} runs");

        var page = await _pages.ReadAsync(Link(table, ids[0]));
        for (var i = 0; i < ids.Count; i++)
        {
            Assert.Equal("#" + ids[i], Text(page, ".run-id"));
            Assert.Equal($"{i + 1} of {ids.Count}", Text(page, "[data-position]"));
            Assert.Equal(i == 0, page.QuerySelector("[data-previous]") is null);
            Assert.Equal($"{Completed.Replace('+', ' ').Replace(" ", "%20")}#run-{ids[i]}", Href(page, "[data-back]"));
            if (i + 1 < ids.Count)
            {
                page = await _pages.ReadAsync(Href(page, "[data-next]"));
            }
        }

        Assert.Null(page.QuerySelector("[data-next]"));
    }

    [Fact]
    public async Task Every_page_of_the_run_carries_the_table_on()
    {
        var start = Link(await _pages.ReadAsync(Completed), "7");
        var first = await _pages.ReadAsync(start);
        var links = first.QuerySelectorAll("[data-tab-link], [data-next], [data-previous], .more").Select(link => link.GetAttribute("href")!);
        var files = await _pages.ReadAsync(Href(first, "[data-tab-link=files]"));
        var views = files.QuerySelectorAll(".file-name a.cut").Select(link => link.GetAttribute("href")!);
        Assert.NotEmpty(views);

        foreach (var path in links.Concat(views))
        {
            var page = await _pages.ReadAsync(path);
            Assert.StartsWith("/samples/runs?q=experiment", Href(page, "[data-back]"));
            Assert.Matches(@"^\d+ of \d+$", Text(page, "[data-position]"));
        }
    }

    [Fact]
    public async Task The_page_of_the_table_follows_the_run()
    {
        var second = await _pages.ReadAsync("/samples/runs?size=25&sort=id&page=2&open=30");
        var run = await _pages.ReadAsync(Link(second, "26"));
        Assert.Equal("/samples/runs?sort=id&page=2&size=25&open=30#run-26", Href(run, "[data-back]"));

        var before = await _pages.ReadAsync(Href(run, "[data-previous]"));
        Assert.Equal("/samples/runs?sort=id&size=25#run-25", Href(before, "[data-back]"));
        Assert.NotNull((await _pages.ReadAsync("/samples/runs?sort=id&size=25")).GetElementById("run-25"));
    }

    [Fact]
    public async Task A_run_of_a_group_is_among_the_runs_of_its_group()
    {
        var table = await _pages.ReadAsync("/samples/runs?group=experiment,optimizer.lr&columns=result&open=7");
        var members = table.QuerySelectorAll("tr.member").Select(row => row.GetAttribute("data-run")!).ToList();
        Assert.Contains("7", members);
        Assert.True(members.Count is > 1 and < 42);

        var page = await _pages.ReadAsync(Link(table, members[0]));
        Assert.Equal($"1 of {members.Count} in its group", Text(page, "[data-position]"));
        var next = await _pages.ReadAsync(Href(page, "[data-next]"));
        Assert.Equal("#" + members[1], Text(next, ".run-id"));
        var back = Href(next, "[data-back]");
        Assert.EndsWith($"open=7#run-{members[1]}", back);
        Assert.NotNull((await _pages.ReadAsync(back.Split('#')[0])).GetElementById($"run-{members[1]}"));
    }

    [Fact]
    public async Task A_run_that_the_table_does_not_have_says_no_place()
    {
        var page = await _pages.ReadAsync("2?table=" + HttpUtility.UrlEncode("status=COMPLETED&page=1"));

        Assert.Null(page.QuerySelector("[data-position], [data-previous], [data-next]"));
        Assert.Equal("/samples/runs?status=COMPLETED", Href(page, "[data-back]"));
    }

    [Theory]
    [InlineData("https://evil.example/?q=1")]
    [InlineData("//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\"><script>alert(1)</script>")]
    [InlineData("q=lr+%3C&sort=..&group=&page=x&open=1:x&edit=0&order=by:x")]
    public async Task A_table_that_is_none_leads_to_the_table_of_this_source(string table)
    {
        var page = await _pages.ReadAsync("4?table=" + HttpUtility.UrlEncode(table));

        Assert.StartsWith("/samples/runs", Href(page, "[data-back]"));
        Assert.All(
            page.QuerySelectorAll("#run a[href]").Select(link => link.GetAttribute("href")!),
            link => Assert.StartsWith("/samples/", link));
    }

    [Fact]
    public async Task A_very_long_table_is_carried_without_its_columns()
    {
        var columns = string.Join(',', Enumerable.Range(0, 300).Select(i => $"some.config.key{i}"));
        var page = await _pages.ReadAsync(Link(await _pages.ReadAsync($"/samples/runs?sort=id&columns={columns}"), "7"));

        Assert.Equal("/samples/runs?sort=id#run-7", Href(page, "[data-back]"));
    }

    [Fact]
    public async Task The_links_of_an_expanded_row_carry_the_table()
    {
        var page = await _pages.ReadAsync("/samples/runs?sort=id&open=7");
        var fetched = await _pages.ReadAsync("7/row?table=sort%3Did");

        foreach (var links in new[] { page, fetched }.Select(one => one.QuerySelectorAll(".detail a[href]")))
        {
            Assert.NotEmpty(links);
            Assert.All(links, link => Assert.Contains("?table=sort%3Did", link.GetAttribute("href")!));
        }
    }

    public void Dispose() => _pages.Dispose();

    private static string Link(IHtmlDocument table, string run) => Href(table, $"#run-{run}");

    private static string Href(IHtmlDocument page, string selector) =>
        page.QuerySelector(selector)?.GetAttribute("href") ?? throw new InvalidOperationException($"no {selector}");

    private static string Text(IHtmlDocument page, string selector) => page.QuerySelector(selector)!.TextContent.Trim();
}
