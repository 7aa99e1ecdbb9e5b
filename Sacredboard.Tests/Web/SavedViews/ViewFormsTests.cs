using System.Net;

namespace Sacredboard.Tests.Web.SavedViews;

/// <summary>What the forms of saved views accept, where they redirect to, and what is stored.</summary>
public sealed class ViewFormsTests : ViewsTest
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
        Assert.Equal(Board.Address.Authority, me.Answer.RequestMessage!.RequestUri!.Authority);
        Assert.Equal(path, me.At);
    }

    [Theory]
    [InlineData("q=%zz&sort=..&columns=%22&&&=&?", "/samples/runs?q=%25zz&view=1")]
    [InlineData("page=9&open=1&view=77&size=100", "/samples/runs?size=100&view=1")]
    public async Task Only_the_state_of_the_table_is_saved(string query, string path)
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
    public async Task Without_a_writable_state_saving_is_refused_and_the_table_works()
    {
        await File.WriteAllTextAsync(Path.Combine(Board.StatePath, "sacredboard.db"), new string('x', 5000), Token);

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

        Assert.Empty(Directory.EnumerateFileSystemEntries(Board.StatePath));
    }

    [Fact]
    public async Task A_page_with_forms_may_be_kept_by_the_browser_that_it_is_for()
    {
        using var me = await OpenAsync("samples/runs");

        Assert.Equal("no-cache, private", me.Answer.Headers.CacheControl?.ToString());
        Assert.False(me.Answer.Headers.Contains("X-Frame-Options"));
    }
}
