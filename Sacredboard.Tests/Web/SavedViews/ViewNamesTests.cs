using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Data.State;

namespace Sacredboard.Tests.Web.SavedViews;

/// <summary>The names of saved views, in the menu and in the list of them all, one's own and those of others.</summary>
public sealed class ViewNamesTests : ViewsTest
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
    public async Task Renaming_beside_a_table_leads_back_to_it()
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
    public async Task A_name_in_use_and_an_empty_name_are_refused()
    {
        using var me = await OpenAsync("samples/runs?q=a&sort=id");
        await me.SendAsync("create", ("name", "Best"));

        await me.SendAsync("create", ("name", "best"));
        Assert.Equal(HttpStatusCode.Conflict, me.Answer.StatusCode);
        Assert.Equal("There is already a view of this name. Choose another name.", me.Problem);
        await me.SendAsync("create", ("name", " "));
        Assert.Equal((HttpStatusCode.BadRequest, "Give the view a name."), (me.Answer.StatusCode, me.Problem));
        await me.SendAsync("create", ("name", new string('x', 101)));
        Assert.Equal(HttpStatusCode.BadRequest, me.Answer.StatusCode);

        // The table is kept.
        await me.SendAsync("create", ("name", "Better"));
        Assert.Equal("/samples/runs?q=a&sort=id&view=2", me.At);
    }

    [Fact]
    public async Task Views_of_others_are_shown_with_their_name_and_cannot_be_changed()
    {
        var store = Board.Services.GetRequiredService<ViewStore>();
        await store.CreateAsync("samples", "ada", "Ada's", "status=FAILED", "here", Token);

        using var me = await OpenAsync("samples/runs?status=FAILED&view=1");

        Assert.Equal(["Ada's"], me.Views);
        Assert.Equal("by ada", me.Page.QuerySelector("[data-view-owner]")!.TextContent);
        Assert.Equal("Ada's", me.Current);
        Assert.Null(me.Page.QuerySelector("[data-view-form=rename], [data-view-form=delete], [data-view-form=default]"));
        await me.OpenAsync("samples/views");
        Assert.Null(me.Page.QuerySelector("[data-view-form]"));
        // A copy belongs to the user who saved it.
        await me.OpenAsync("samples/runs?status=FAILED&view=1");
        await me.SendAsync("create", ("name", "Ada's"));
        Assert.Equal(["Ada's", "Ada's"], me.Views);
        Assert.NotNull(me.Page.QuerySelector("[data-view-form=rename]"));
    }
}
