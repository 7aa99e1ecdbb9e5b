using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Sacredboard.Data.Querying.Language;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Runs;

/// <summary>Queries on the page with the table, without scripts: faults, chips, the builder and the help.</summary>
public sealed class QueryPageTests(QueryPageTests.Samples samples) : IClassFixture<QueryPageTests.Samples>
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
        Assert.Contains("lr is taken from optimizer.lr", asked.Document.QuerySelector("[data-problem='columns']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(inFull.Document.QuerySelectorAll("[data-problem]"));
    }

    [Fact]
    public async Task A_query_that_is_too_long_or_too_deep_is_named_and_left_out()
    {
        foreach (var query in (string[])[new string('x', QueryParser.MostCharacters + 1), new string('(', 200) + "x" + new string(')', 200)])
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
    public async Task How_a_query_was_understood_is_said_with_what_may_have_been_meant()
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

        using var response = await client.GetAsync(new Uri(samples.Board.Address, "samples/runs?q=status+%3D"), TestContext.Current.CancellationToken);
        var page = await RunTablePage.ParseAsync(response);

        Assert.Equal("#query-feedback", response.Headers.GetValues("HX-Retarget").Single());
        Assert.False(response.Headers.Contains("HX-Replace-Url"));
        Assert.Empty(page.Ids);
        Assert.Equal("last", page.Document.QuerySelector("#query-feedback [data-query-shown]")!.GetAttribute("data-query-shown"));
    }

    [Fact]
    public async Task What_changes_on_a_page_with_a_broken_query_is_told_as_on_any_other()
    {
        var page = await GetAsync("runs?q=status+%3D");

        var changes = await GetAsync($"{page.ChangesUrl}&since={page.Token}");

        Assert.Equal(HttpStatusCode.NoContent, changes.Status);
    }

    [Fact]
    public async Task Every_term_can_be_switched_off_and_removed_by_a_link()
    {
        var page = await GetAsync("runs?q=status+%3D+COMPLETED+and+(id+%3C+5+or+id+%3D+9)+experiment&sort=-id");
        Assert.Equal(["status = COMPLETED", "(id < 5 or id = 9)", "experiment"], Chips(page));

        var off = await GetAsync(Link(page, 1, "switch"));
        Assert.Equal("/samples/runs?q=status%20%3D%20COMPLETED%20and%20experiment&off=(id%20%3C%205%20or%20id%20%3D%209)&sort=-id", Link(page, 1, "switch"));
        Assert.Equal(["status = COMPLETED", "experiment", "(id < 5 or id = 9)"], Chips(off));
        Assert.Equal("false", off.Document.QuerySelector("[data-term=off0]")!.GetAttribute("data-on"));
        Assert.Equal("(id < 5 or id = 9)", off.Document.QuerySelector("input[name=off][form=search]")!.GetAttribute("value"));

        var on = await GetAsync(off.Document.QuerySelector("[data-term=off0] [data-term-switch]")!.GetAttribute("href")!);
        Assert.Equal(page.Ids.Order(), on.Ids.Order());
        Assert.Equal("status = COMPLETED and experiment and (id < 5 or id = 9)", Box(on).GetAttribute("value"));

        Assert.Equal("/samples/runs?q=status%20%3D%20COMPLETED%20and%20(id%20%3C%205%20or%20id%20%3D%209)&sort=-id", Link(page, 2, "remove"));
    }

    [Fact]
    public async Task A_term_that_is_off_and_cannot_be_read_is_named_and_ignored()
    {
        var page = await GetAsync("runs?off=id+%3C&off=id+%3D+3");

        Assert.Equal(["off"], page.Problems);
        Assert.Equal(["id = 3"], Chips(page));
        Assert.Equal(42, page.Ids.Count);
    }

    [Theory]
    [InlineData("q=&field=id&op=<&value=5", "?q=id%20%3C%205")]
    [InlineData("q=host&field=id&op=<&value=5", "?q=host%20and%20id%20%3C%205")]
    [InlineData("q=a+or+b&field=id&op=exists", "?q=(a%20or%20b)%20and%20exists(id)")]
    [InlineData("q=a+b&field=id&op=%3D&value=5&at=1", "?q=a%20and%20id%20%3D%205")]
    [InlineData("q=a&view=%3Foff%3Dx%26off%3Dy%26sort%3Did&field=id&op=%3D&value=5&at=off1", "?q=a&off=x&off=id%20%3D%205&sort=id")]
    [InlineData("q=&field=comment&op=contains&value=two+words", "?q=comment%20contains%20%22two%20words%22")]
    [InlineData("q=&field=id&op=in&value=1,+%22a,b%22,c+d", "?q=id%20in%20(1,%20%22a,b%22,%20%22c%20d%22)")]
    [InlineData("q=&field=odd+key&op=%3D&value=%22", "?q=%22odd%20key%22%20%3D%20%22%5C%22%22")]
    [InlineData("q=&field=x&op=nonsense&value=and", "?q=x%20%3D%20and")]
    [InlineData("q=&field=&op=%3D&value=5", "")]
    [InlineData("q=a&text=+b+or+c+", "?q=a%20and%20(b%20or%20c)")]
    [InlineData("q=a&text=(b+or+c)&at=0", "?q=(b%20or%20c)")]
    [InlineData("q=a+b&text=(c+or+d)+or+e&at=1", "?q=a%20and%20((c%20or%20d)%20or%20e)")]
    [InlineData("q=a&text=not+b+and+c&at=0", "?q=not%20b%20and%20c")]
    [InlineData("q=a&view=%3Foff%3Dx&text=y+or+z&at=off0", "?q=a&off=y%20or%20z")]
    [InlineData("q=a&text=lr+%3C&at=0", "?q=a&edit=0&text=lr%20%3C&as=text")]
    [InlineData("q=a&text=+&at=0", "?q=a&edit=0&text=&as=text")]
    [InlineData("q=a&text=b)+or+(c", "?q=a&edit=new&text=b)%20or%20(c&as=text")]
    [InlineData("q=a&view=%3Foff%3Dx%26page%3D3&field=host&op=~&value=[&at=off0", "?q=a&off=x&page=3&edit=off0&text=host%20~%20%5B&as=text")]
    [InlineData("q=lr+%3C+5&field=lr&op=<&value=5&at=0&as=text", "?q=lr%20%3C%205&edit=0&as=text")]
    [InlineData("q=lr+%3C+5&field=lr&op=<&value=6&at=0&as=text", "?q=lr%20%3C%205&edit=0&text=lr%20%3C%206&as=text")]
    [InlineData("q=lr+%3C+5&text=lr+%3E+7&at=0&as=fields", "?q=lr%20%3C%205&edit=0&text=lr%20%3E%207")]
    [InlineData("field=&as=text", "?edit=new&as=text")]
    [InlineData("q=x+a+b&text=c&at=1&was=b", "?q=x%20and%20a%20and%20c")]
    [InlineData("q=x+a&view=%3Foff%3Db&text=c&at=1&was=b", "?q=x%20a&off=c")]
    [InlineData("q=x+a&text=c&at=1&was=b", "?q=x%20and%20a%20and%20c")]
    [InlineData("q=a&view=%3Fpage%3D3%26nonsense%3D1&field=b&op=%3D&value=-7d", "?q=a%20and%20b%20%3D%20-7d")]
    public async Task The_builder_puts_a_term_into_the_query(string form, string expected)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        using var response = await client.GetAsync(new Uri(samples.Board.Address, $"samples/term?{form}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/samples/runs" + expected, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_builder_is_a_form_that_needs_no_script()
    {
        var page = await GetAsync("runs?q=id+%3E+40&off=host&sort=id&status=COMPLETED");
        var form = page.Document.QuerySelector("#builder form")!;
        var fields = page.Document.QuerySelectorAll("#builder form input, input[form=term]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        (fields["field"], fields["value"]) = ("id", "41");
        var query = string.Join('&', fields.Append(new("op", "=")).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

        var answer = await GetAsync($"{form.GetAttribute("action")}?{query}");

        Assert.Equal(["41"], answer.Ids);
        Assert.Equal(["id > 40", "id = 41", "host"], Chips(answer));
        Assert.Empty(answer.Problems);
    }

    [Fact]
    public async Task Suggestions_come_as_JSON_with_the_range_they_replace()
    {
        await samples.Board.LoadedAsync();
        using var client = new HttpClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri(samples.Board.Address, "samples/suggest?q=status+%3D+fa&at=11"), TestContext.Current.CancellationToken));

        Assert.Equal((9, 11), (json.RootElement.GetProperty("from").GetInt32(), json.RootElement.GetProperty("to").GetInt32()));
        var item = json.RootElement.GetProperty("items").EnumerateArray().Single();
        Assert.Equal(("FAILED", "value", 1), (item.GetProperty("text").GetString(), item.GetProperty("kind").GetString(), item.GetProperty("count").GetInt32()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?at=-5")]
    [InlineData("?q=%ff%00&at=99999999")]
    [InlineData("?q=lr&at=two")]
    public async Task Suggestions_are_given_to_any_request(string query)
    {
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(samples.Board.Address, "samples/suggest" + query), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task The_help_is_a_page_and_is_what_the_documentation_says()
    {
        var page = await GetAsync("help");

        var help = page.Document.QuerySelector("[data-help]")!;
        Assert.Contains("argmin", help.TextContent);
        Assert.NotNull(help.QuerySelector("table"));
        Assert.Empty(help.QuerySelectorAll("a:not([href^='http'])"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("/samples/help", (await GetAsync("runs")).Document.QuerySelector("[data-query-help]")!.GetAttribute("href"));
    }

    private static IElement Box(RunTablePage page) => page.Document.QuerySelector("#q")!;

    private static IEnumerable<string> Chips(RunTablePage page) => page.Document.QuerySelectorAll("[data-term] [data-term-edit]").Select(chip => chip.TextContent);

    private static string Link(RunTablePage page, int term, string what) => page.Document.QuerySelector($"[data-term='{term}'] [data-term-{what}]")!.GetAttribute("href")!;

    private async Task<RunTablePage> GetAsync(string path) =>
        await RunTablePage.GetAsync(samples.Board, path.StartsWith('/') ? path : "samples/" + path);

    public sealed class Samples : IAsyncDisposable
    {
        public Board Board { get; } = Board.OnSamples();

        public ValueTask DisposeAsync() => Board.DisposeAsync();
    }
}
