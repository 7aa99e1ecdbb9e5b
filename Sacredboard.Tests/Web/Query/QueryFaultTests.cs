using System.Net;
using AngleSharp.Dom;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Query;

/// <summary>Errors and notes of queries on the page with the table, without scripts.</summary>
public sealed class QueryFaultTests(SamplesBoard samples)
{
    [Theory]
    [InlineData("status =", 8, 0)]
    [InlineData("status = FAILED or", 18, 0)]
    [InlineData("(id > 1", 7, 0)]
    [InlineData("captured_out ~ x", 0, 12)]
    [InlineData("host ~ \"(\"", 9, 0)]
    public async Task A_query_that_cannot_be_read_is_explained_and_all_runs_are_shown(string query, int position, int length)
    {
        var page = await GetAsync($"runs?q={Uri.EscapeDataString(query)}&size=25");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var fault = page.Document.QuerySelector("[data-query-error]")!;
        Assert.Equal((position, length), (int.Parse(fault.GetAttribute("data-position")!), int.Parse(fault.GetAttribute("data-length")!)));
        Assert.Equal(query.Substring(position, length), fault.QuerySelector("mark")!.TextContent.TrimEnd());
        Assert.NotEmpty(fault.QuerySelector("[data-query-message]")!.TextContent);
        Assert.Equal("all", fault.QuerySelector("[data-query-shown]")!.GetAttribute("data-query-shown"));
        Assert.Equal("1–25 of 42", page.Range);
        Assert.Equal(query, Box(page).GetAttribute("value"));
        Assert.Equal("true", Box(page).GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_column_and_an_order_find_a_bare_config_name_where_a_query_finds_it()
    {
        var asked = await GetAsync("runs?columns=lr&sort=-lr&size=25");
        var inFull = await GetAsync("runs?columns=optimizer.lr&sort=-optimizer.lr&size=25");

        Assert.Equal(inFull.Ids, asked.Ids);
        Assert.NotNull(asked.Document.QuerySelector("th[data-column='optimizer.lr']"));
        Assert.Contains(
            "lr is taken from optimizer.lr",
            asked.Document.QuerySelector("[data-problem='columns']")!.TextContent,
            StringComparison.Ordinal);
        Assert.Empty(inFull.Document.QuerySelectorAll("[data-problem]"));
    }

    [Fact]
    public async Task A_query_that_is_too_long_or_too_deep_is_named_and_left_out()
    {
        foreach (var query in (string[])[new string('x', QueryParser.MaxCharacters + 1), new string('(', 200) + "x" + new string(')', 200)])
        {
            var page = await GetAsync($"runs?q={query}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.NotNull(page.Document.QuerySelector("[data-query-error]"));
            Assert.Equal(42, page.Ids.Count);
        }
    }

    [Fact]
    public async Task The_nearest_word_is_a_link_to_the_mended_query()
    {
        var page = await GetAsync("runs?q=kind(lr)+%3D+nmber&sort=id");

        var fix = page.Document.QuerySelector("[data-query-suggestion]")!;

        Assert.Equal("/samples/runs?q=kind(lr)%20%3D%20number&sort=id", fix.GetAttribute("href"));
        Assert.Null((await GetAsync(fix.GetAttribute("href")!)).Document.QuerySelector("[data-query-error]"));
    }

    [Fact]
    public async Task Notes_say_how_a_query_was_read_and_suggest_another_one()
    {
        var taken = await GetAsync("runs?q=momentum+%3E+0.1+and+id+%3C+40");
        Assert.Contains("momentum is taken from optimizer.momentum", taken.Document.QuerySelector("[data-query-note]")!.TextContent);
        Assert.NotEmpty(taken.Ids);

        var unknown = await GetAsync("runs?q=id+%3C+40+and+optimzer.name+%3D+sgd&size=25");
        var fix = unknown.Document.QuerySelector("[data-query-note] [data-query-suggestion]")!;
        Assert.Equal("/samples/runs?q=id%20%3C%2040%20and%20optimizer.name%20%3D%20sgd&size=25", fix.GetAttribute("href"));
        Assert.Empty(unknown.Ids);
        Assert.Equal("nothing-matches", unknown.Empty);
    }

    [Fact]
    public async Task A_script_that_searches_is_sent_the_fault_alone()
    {
        await samples.Board.LoadedAsync();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        client.DefaultRequestHeaders.Add("HX-Trigger", "search");

        using var response = await client.GetAsync(new Uri(samples.Address, "samples/runs?q=status+%3D"), TestContext.Current.CancellationToken);
        var page = await RunTablePage.ParseAsync(response);

        Assert.Equal("#query-feedback", response.Headers.GetValues("HX-Retarget").Single());
        Assert.False(response.Headers.Contains("HX-Replace-Url"));
        Assert.Empty(page.Ids);
        Assert.Equal("last", page.Document.QuerySelector("#query-feedback [data-query-shown]")!.GetAttribute("data-query-shown"));
    }

    [Fact]
    public async Task Changes_of_a_page_with_an_invalid_query_are_reported_as_on_any_other()
    {
        var page = await GetAsync("runs?q=status+%3D");

        var changes = await GetAsync($"{page.ChangesUrl}&since={page.Token}");

        Assert.Equal(HttpStatusCode.NoContent, changes.Status);
    }

    private static IElement Box(RunTablePage page) => page.Document.QuerySelector("#q")!;

    private Task<RunTablePage> GetAsync(string path) => RunTablePage.GetAsync(samples, path);
}
