using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Data.State;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Views;

/// <summary>Saved views in a browser without scripts.</summary>
public sealed class ViewsTests : IAsyncDisposable
{
    private readonly Board _board = Board.OnSamples();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _board.DisposeAsync();

    [Fact]
    public async Task A_table_gets_a_name_and_is_found_again_under_it()
    {
        using var me = await OpenAsync("samples/runs?status=COMPLETED&sort=-result&columns=result,optimizer.lr&size=25&page=2&open=4");
        Assert.Null(me.Current);

        await me.SendAsync("create", ("name", "  Best runs "));

        Assert.Equal("/samples/runs?status=COMPLETED&sort=-result&columns=result,optimizer.lr&size=25&view=1", me.At);
        Assert.Equal(["Best runs"], me.Views);
        Assert.Equal("Best runs", me.Current);
        Assert.False(me.IsChanged);
        Assert.Empty(me.Notes);
        Assert.Equal("1", me.Ids[0]);

        await me.OpenAsync("samples/runs");
        Assert.Null(me.Current);
        await me.FollowAsync("Best runs");
        Assert.Equal("1", me.Ids[0]);
    }

    [Fact]
    public async Task A_table_that_differs_from_its_view_says_so_and_is_saved_in_its_place()
    {
        using var me = await OpenAsync("samples/runs?status=FAILED");
        await me.SendAsync("create", ("name", "Odd ones"));
        var link = me.At;

        await me.OpenAsync(me.Page.QuerySelector("[data-status-filter=TIMEOUT]")!.GetAttribute("href")!);
        Assert.Equal("Odd ones", me.Current);
        Assert.True(me.IsChanged);
        await me.SendAsync("update");

        Assert.False(me.IsChanged);
        Assert.Equal(["33", "2"], me.Ids);
        Assert.Equal(["33", "2"], (await me.OpenAsync("samples/views")).Ids is [] ? (await me.FollowAsync("Odd ones")).Ids : []);
        // What was copied before goes on to show what it showed.
        Assert.Equal(["2"], (await me.OpenAsync(link)).Ids);
        Assert.True(me.IsChanged);
    }

    [Theory]
    [InlineData("page=1&view=1&sort=-result")]
    [InlineData("sort=-result&open=1,2&view=1")]
    [InlineData("sort=-result&size=50&view=1")]
    [InlineData("view=1&sort=%2Dresult")]
    public async Task Where_one_is_in_a_table_does_not_change_the_view(string query)
    {
        using var me = await OpenAsync("samples/runs?sort=-result");
        await me.SendAsync("create", ("name", "Best"));

        await me.OpenAsync("samples/runs?" + query);

        Assert.Equal("Best", me.Current);
        Assert.False(me.IsChanged);
    }

    [Fact]
    public async Task One_begins_with_the_default_view_and_a_plain_address_stays_plain()
    {
        using var me = await OpenAsync("samples/runs?status=FAILED&size=25");
        await me.SendAsync("create", ("name", "Failures"));
        await me.SendAsync("default");
        Assert.NotNull(me.Page.QuerySelector("[data-view='1'] [aria-label=default]"));

        using var another = await OpenAsync("");
        Assert.Equal("/samples/runs?status=FAILED&size=25&view=1", another.At);
        Assert.Equal(["2"], another.Ids);
        await another.OpenAsync("samples");
        Assert.Equal(["2"], another.Ids);
        await another.OpenAsync(another.Page.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href")!);
        Assert.Equal(["2"], another.Ids);

        // An address that was typed or sent means the same for everybody.
        await another.OpenAsync("samples/runs");
        Assert.Equal(42, another.Ids.Count);
        Assert.Null(another.Current);

        await me.SendAsync("default");
        await another.OpenAsync("");
        Assert.Equal("/samples/runs", another.At);
    }

    [Fact]
    public async Task A_link_shows_another_person_the_same_table_whatever_becomes_of_the_view()
    {
        using var me = await OpenAsync("samples/runs?q=evaluate&sort=-id&columns=host,result");
        await me.SendAsync("create", ("name", "Evaluations"));
        var (link, ids, titles) = (me.At, me.Ids, Titles(me));

        using var another = await OpenAsync(link);
        Assert.Equal([titles, .. ids], [Titles(another), .. another.Ids]);
        Assert.Equal("Evaluations", another.Current);

        await me.SendAsync("delete");
        Assert.Equal("/samples/runs?q=evaluate&sort=-id&columns=host,result", me.At);
        await another.OpenAsync(link);
        Assert.Equal([titles, .. ids], [Titles(another), .. another.Ids]);
        Assert.Null(another.Current);
        Assert.Equal(["view"], another.Notes);
    }

    [Fact]
    public async Task All_views_are_listed_to_be_renamed_and_deleted()
    {
        using var me = await OpenAsync("samples/views");
        Assert.NotNull(me.Page.QuerySelector("[data-no-views]"));
        await me.OpenAsync("samples/runs?q=a");
        await me.SendAsync("create", ("name", "one"));
        await me.SendAsync("create", ("name", "two"));

        await me.OpenAsync("samples/views");
        Assert.Equal(["one", "two"], me.Views);
        await me.SendAsync("rename", ("name", "three"), within: "[data-view='2']");
        Assert.Equal("/samples/views", me.At);
        Assert.Equal(["one", "three"], me.Views);
        await me.SendAsync("delete", within: "[data-view='1']");
        Assert.Equal(["three"], me.Views);
    }

    [Fact]
    public async Task What_is_renamed_beside_a_table_leads_back_to_it()
    {
        using var me = await OpenAsync("samples/runs?q=a");
        await me.SendAsync("create", ("name", "one"));
        await me.OpenAsync("samples/runs?q=digits&page=1&open=39&view=1");

        await me.SendAsync("rename", ("name", "Digits 🚀 <b>"));

        Assert.Equal("/samples/runs?q=digits&open=39&view=1", me.At);
        Assert.Equal("Digits 🚀 <b>", me.Current);
        Assert.True(me.IsChanged);
    }

    [Fact]
    public async Task A_name_that_is_taken_or_none_is_asked_for_again()
    {
        using var me = await OpenAsync("samples/runs?q=a&sort=id");
        await me.SendAsync("create", ("name", "Best"));

        await me.SendAsync("create", ("name", "best"));
        Assert.Equal(HttpStatusCode.Conflict, me.Answer.StatusCode);
        Assert.Equal("There is a view of this name already. Take another name.", me.Problem);
        await me.SendAsync("create", ("name", " "));
        Assert.Equal((HttpStatusCode.BadRequest, "Give the view a name."), (me.Answer.StatusCode, me.Problem));
        await me.SendAsync("create", ("name", new string('x', 101)));
        Assert.Equal(HttpStatusCode.BadRequest, me.Answer.StatusCode);

        // The table is not lost over it.
        await me.SendAsync("create", ("name", "Better"));
        Assert.Equal("/samples/runs?q=a&sort=id&view=2", me.At);
    }

    [Fact]
    public async Task What_others_saved_is_seen_with_their_name_but_not_changed()
    {
        var store = _board.Services.GetRequiredService<ViewStore>();
        await store.CreateAsync("samples", "ada", "Ada's", "status=FAILED", Token);

        using var me = await OpenAsync("samples/runs?status=FAILED&view=1");

        Assert.Equal(["Ada's"], me.Views);
        Assert.Equal("by ada", me.Page.QuerySelector("[data-view-owner]")!.TextContent);
        Assert.Equal("Ada's", me.Current);
        Assert.Null(me.Page.QuerySelector("[data-view-form=rename], [data-view-form=delete], [data-view-form=default]"));
        await me.OpenAsync("samples/views");
        Assert.Null(me.Page.QuerySelector("[data-view-form]"));
        // Saved under one's own name it is one's own.
        await me.OpenAsync("samples/runs?status=FAILED&view=1");
        await me.SendAsync("create", ("name", "Ada's"));
        Assert.Equal(["Ada's", "Ada's"], me.Views);
        Assert.NotNull(me.Page.QuerySelector("[data-view-form=rename]"));
    }

    [Theory]
    [InlineData("at", "//evil.example/x", "/samples/runs?view=1")]
    [InlineData("at", "q=a\r\nSet-Cookie: x=1", "/samples/runs?q=a%0D%0ASet-Cookie%3A%20x%3D1&view=1")]
    [InlineData("at", "sort=..&page=x&nonsense=1&q=ü", "/samples/runs?q=%C3%BC&view=1")]
    public async Task A_form_leads_nowhere_but_back(string field, string value, string path)
    {
        using var me = await OpenAsync("samples/runs?q=a");
        await me.SendAsync("create", ("name", "one"));

        await me.SendAsync("default", (field, value));

        Assert.Equal(HttpStatusCode.OK, me.Answer.StatusCode);
        Assert.Equal(_board.Address.Authority, me.Answer.RequestMessage!.RequestUri!.Authority);
        Assert.Equal(path, me.At);
    }

    [Theory]
    [InlineData("q=%zz&sort=..&columns=%22&&&=&?", "/samples/runs?q=%25zz&view=1")]
    [InlineData("page=9&open=1&view=77&size=100", "/samples/runs?size=100&view=1")]
    public async Task Only_what_makes_a_table_is_saved(string query, string path)
    {
        using var me = await OpenAsync("samples/runs");

        await me.SendAsync("create", ("name", "one"));
        await me.SendAsync("create", ("query", query));

        Assert.Equal(HttpStatusCode.BadRequest, me.Answer.StatusCode);
        await me.OpenAsync("samples/runs?view=1");
        await me.OpenAsync("samples/runs?q=other&view=1");
        await me.SendAsync("update", ("query", query));
        Assert.Equal(path, me.At);
    }

    [Fact]
    public async Task A_table_with_too_long_an_address_is_not_saved()
    {
        using var me = await OpenAsync("samples/runs");

        await me.SendAsync("create", ("query", "q=" + new string('x', 8000)));

        Assert.Equal(HttpStatusCode.BadRequest, me.Answer.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_can_be_saved_one_is_told_and_the_table_goes_on()
    {
        await File.WriteAllTextAsync(Path.Combine(_board.StatePath, "sacredboard.db"), new string('x', 5000), Token);

        using var me = await OpenAsync("samples/runs?q=evaluate");
        Assert.Equal(4, me.Ids.Count);
        Assert.Contains("is damaged", me.Problem, StringComparison.Ordinal);
        Assert.Equal("/samples/runs", (await me.OpenAsync("")).At);
        await me.SendAsync("create", ("name", "one"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, me.Answer.StatusCode);
        Assert.Contains("is damaged", me.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_makes_no_file()
    {
        using var me = await OpenAsync("samples/runs");
        await me.OpenAsync("samples/views");
        await me.OpenAsync("");

        Assert.Empty(Directory.EnumerateFileSystemEntries(_board.StatePath));
    }

    [Fact]
    public async Task A_page_with_forms_may_be_kept_by_the_browser_that_it_is_for()
    {
        using var me = await OpenAsync("samples/runs");

        Assert.Equal("no-cache, private", me.Answer.Headers.CacheControl?.ToString());
        Assert.False(me.Answer.Headers.Contains("X-Frame-Options"));
    }

    private Task<ViewsClient> OpenAsync(string path) => new ViewsClient(_board).OpenAsync(path);

    private static string Titles(ViewsClient client) => string.Join('|', client.Page.QuerySelectorAll("[data-column]").Select(heading => heading.TextContent.Trim()));
}
