using System.Globalization;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Groups;

/// <summary>All runs of a group can be shown in it without scripts, also if no query matches just the group.</summary>
public sealed class GroupMembersTests(GroupMembersTests.Storage storage) : IClassFixture<GroupMembersTests.Storage>
{
    private const int Runs = 320;

    [Fact]
    public async Task Following_the_link_again_and_again_shows_every_run_in_order()
    {
        var page = await GetAsync("?group=layers&open=1");
        Assert.Equal(Down(320, 50), page.Ids);
        Assert.Equal("1–50 of 320 runs", Text(page, "range"));

        var seen = new List<string>(page.Ids);
        while (Link(page, "more") is { } more)
        {
            page = await RunTablePage.GetAsync(storage.Address, more);
            Assert.InRange(page.Ids.Count, 1, 200);
            seen.AddRange(page.Ids.Except(seen));
            Assert.Empty(page.Problems);
        }

        Assert.Equal(Down(320, 320), seen);
        Assert.Equal("121–320 of 320 runs", Text(page, "range"));
        Assert.Equal("true", page.Document.QuerySelector("[data-group-toggle]")!.GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task It_says_how_many_come_and_a_script_and_a_browser_alone_get_the_same_ones()
    {
        var page = await GetAsync("?group=layers&open=1:251-300");
        var more = page.Document.QuerySelector("[data-group-more]")!;

        Assert.StartsWith("Show 20 more", more.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(more.GetAttribute("hx-get"), more.GetAttribute("href")!.Split('#')[0]);
        var next = await RunTablePage.GetAsync(storage.Address, more.GetAttribute("href")!);
        Assert.Equal("20", next.Document.GetElementById(more.GetAttribute("href")!.Split('#')[1])!.GetAttribute("data-run"));
    }

    [Fact]
    public async Task There_are_ways_back_to_the_first_and_on_to_the_last()
    {
        var page = await GetAsync("?group=layers&open=1:101-150");

        Assert.Equal(Down(320, 50), (await RunTablePage.GetAsync(storage.Address, Link(page, "first")!)).Ids);
        Assert.Equal(Down(270, 100), (await RunTablePage.GetAsync(storage.Address, Link(page, "earlier")!)).Ids);
        var last = await RunTablePage.GetAsync(storage.Address, Link(page, "last")!);
        Assert.Equal(Down(20, 20), last.Ids);
        Assert.Null(Link(last, "more"));
        Assert.Null(Link(last, "last"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("max:x")]
    [InlineData("-count,mean:x")]
    public async Task Runs_go_on_in_the_order_of_the_groups(string sort)
    {
        var page = await GetAsync($"?group=layers&open=1:51-100&sort={sort}&columns=x");

        var expected = Enumerable.Range(1, Runs).OrderBy(i => (i * 7) % 100).ThenByDescending(i => i).Skip(50).Take(50);
        Assert.Equal(expected.Select(i => i.ToString(CultureInfo.InvariantCulture)), page.Ids);
    }

    [Fact]
    public async Task Closing_takes_the_range_out_of_the_address_and_a_small_group_needs_none()
    {
        var page = await GetAsync("?group=layers&open=1:51-100,1000");
        var toggles = page.Document.QuerySelectorAll("[data-group-toggle]");

        Assert.EndsWith("?group=layers&open=1000", toggles[0].GetAttribute("href"));
        var small = page.Document.QuerySelectorAll("[data-group]")[1];
        Assert.Null(small.QuerySelector("[data-group-more], [data-group-range], [data-group-earlier]"));
        Assert.Equal(2, small.QuerySelectorAll("[data-run]").Length);
    }

    [Fact]
    public async Task Another_run_of_the_group_may_name_it_and_a_range_beyond_its_end_shows_the_last()
    {
        Assert.Equal(Down(20, 20), (await GetAsync("?group=layers&open=77:5001-5050")).Ids);
    }

    [Theory]
    [InlineData("1:0-5")]
    [InlineData("1:1-100000")]
    [InlineData("1:<i>")]
    public async Task A_range_that_cannot_be_read_is_named_and_left_out(string open)
    {
        var page = await GetAsync($"?group=layers&open={open},1000");

        Assert.Equal(["open"], page.Problems);
        Assert.Equal(["1001", "1000"], page.Ids);
    }

    private static IEnumerable<string> Down(int from, int count) =>
        Enumerable.Range(0, count).Select(i => (from - i).ToString(CultureInfo.InvariantCulture));

    private static string Text(RunTablePage page, string hook) => page.Document.QuerySelector($"[data-group-{hook}]")!.TextContent.Trim();

    private static string? Link(RunTablePage page, string hook) =>
        page.Document.QuerySelector($"[data-group-{hook}]")?.GetAttribute("href");

    private Task<RunTablePage> GetAsync(string query) => RunTablePage.GetAsync(storage.Address, "lab/runs" + query);

    // No query can match a list, which these runs are grouped by.
    public sealed class Storage() : MemoryBoard(
    [
        .. Enumerable.Range(1, Runs).Select(i => TestRuns.Run(i).With(("layers", new object?[] { 64 }), ("x", (i * 7) % 100))),
        TestRuns.Run(1000).With(("layers", new object?[] { 32 }), ("x", 1)),
        TestRuns.Run(1001).With(("layers", new object?[] { 32 }), ("x", 2)),
    ]);
}
