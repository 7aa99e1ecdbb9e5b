using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Web.SavedViews;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>A comparison is a saved view like any other.</summary>
public sealed class SavedComparisonTests : ViewsTest
{
    [Fact]
    public async Task A_comparison_gets_a_name_and_a_note_and_is_listed_with_the_views()
    {
        using var me = await OpenAsync("samples/compare?ids=4,7&tab=table&table=q%3Dlr&note=**Look**");
        await me.SendAsync("create", ("name", "Two rates"));

        Assert.Equal("/samples/compare?ids=4,7&tab=table&note=**Look**&view=1", Uri.UnescapeDataString(me.At));
        Assert.Equal("Look", me.Page.QuerySelector("[data-note] strong")!.TextContent);
        Assert.Equal("Two rates", me.Page.QuerySelector("[data-view-name]")!.TextContent);
        Assert.False(me.IsChanged);

        await me.OpenAsync("samples/runs");
        Assert.Equal(["Two rates"], me.Views);
        await me.FollowAsync("Two rates");
        Assert.Equal("Compare 2 runs", me.Page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Two rates", (await (await me.OpenAsync("samples/views")).FollowAsync("Two rates")).Page.QuerySelector("[data-view-name]")!.TextContent);
    }

    [Fact]
    public async Task A_comparison_that_differs_from_its_view_is_saved_in_its_place_with_another_note()
    {
        using var me = await OpenAsync("samples/compare?ids=4,7");
        await me.SendAsync("create", ("name", "Two rates"));
        await me.OpenAsync("samples/compare?ids=4,8&view=1");
        Assert.True(me.IsChanged);

        await me.SendAsync("update", ("note", "- other\n- runs"));

        Assert.False(me.IsChanged);
        Assert.Equal(2, me.Page.QuerySelectorAll("[data-note] li").Length);
        Assert.Equal(["4", "8"], me.Page.QuerySelectorAll("[data-curve-key]").Select(line => line.GetAttribute("data-curve-key")!));
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>", "script, img, [onerror]")]
    [InlineData("[x](javascript:alert(1)) <a href='javascript:x'>y</a> [z](data:text/html,x)", "[href]")]
    [InlineData("![x](https://example.org/x.png) <p style='color:red' class=x id=h1>t</p>", "img, [style], [class], [id]")]
    [InlineData("|a|b|\n|:-:|--|\n|1|2|", "[style], [align]")]
    public void A_note_does_and_loads_nothing(string note, string forbidden)
    {
        using var html = new StringWriter();
        NoteHtml.Of(note).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.Empty(new HtmlParser().ParseDocument(html.ToString()).QuerySelectorAll(forbidden));
    }

    [Theory]
    [InlineData('>')]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('-')]
    public void A_note_may_be_nested_to_any_depth(char sign)
    {
        using var html = new StringWriter();
        NoteHtml.Of(string.Join(' ', Enumerable.Repeat(sign, 1000))).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.NotEmpty(html.ToString());
    }
}
