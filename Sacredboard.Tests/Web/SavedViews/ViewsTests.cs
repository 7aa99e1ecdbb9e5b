namespace Sacredboard.Tests.Web.SavedViews;

/// <summary>Saving a table as a view, and coming back to it.</summary>
public sealed class ViewsTests : ViewsTest
{
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
        // A link that was copied before still shows the same table.
        Assert.Equal(["2"], (await me.OpenAsync(link)).Ids);
        Assert.True(me.IsChanged);
    }

    [Theory]
    [InlineData("page=1&view=1&sort=-result")]
    [InlineData("sort=-result&open=1,2&view=1")]
    [InlineData("sort=-result&size=50&view=1")]
    [InlineData("view=1&sort=%2Dresult")]
    public async Task The_page_number_does_not_change_the_view(string query)
    {
        using var me = await OpenAsync("samples/runs?sort=-result");
        await me.SendAsync("create", ("name", "Best"));

        await me.OpenAsync("samples/runs?" + query);

        Assert.Equal("Best", me.Current);
        Assert.False(me.IsChanged);
    }

    [Fact]
    public async Task The_table_opens_with_the_default_view_and_a_plain_address_stays_plain()
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

        // A typed or shared address means the same for every user.
        await another.OpenAsync("samples/runs");
        Assert.Equal(42, another.Ids.Count);
        Assert.Null(another.Current);

        await me.SendAsync("default");
        await another.OpenAsync("");
        Assert.Equal("/samples/runs", another.At);
    }

    [Fact]
    public async Task A_link_shows_others_the_same_table_even_after_the_view_changes()
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

    private static string Titles(ViewsClient client) =>
        string.Join('|', client.Page.QuerySelectorAll("[data-column]").Select(heading => heading.TextContent.Trim()));
}
