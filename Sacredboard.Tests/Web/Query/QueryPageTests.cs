using System.Net;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Query;

/// <summary>
/// The terms of a query on the page with the table, without scripts: chips to switch and remove, the builder and the help.
/// </summary>
public sealed class QueryPageTests(SamplesBoard samples)
{
    [Fact]
    public async Task Every_term_can_be_switched_off_and_removed_by_a_link()
    {
        var page = await GetAsync("runs?q=status+%3D+COMPLETED+and+(id+%3C+5+or+id+%3D+9)+experiment&sort=-id");
        Assert.Equal(["status = COMPLETED", "(id < 5 or id = 9)", "experiment"], Chips(page));

        var off = await GetAsync(Link(page, 1, "switch"));
        Assert.Equal(
            "/samples/runs?q=status%20%3D%20COMPLETED%20and%20experiment&off=(id%20%3C%205%20or%20id%20%3D%209)&sort=-id",
            Link(page, 1, "switch"));
        Assert.Equal(["status = COMPLETED", "experiment", "(id < 5 or id = 9)"], Chips(off));
        Assert.Equal("false", off.Document.QuerySelector("[data-term=off0]")!.GetAttribute("data-on"));
        Assert.Equal("(id < 5 or id = 9)", off.Document.QuerySelector("input[name=off][form=search]")!.GetAttribute("value"));

        var on = await GetAsync(off.Document.QuerySelector("[data-term=off0] [data-term-switch]")!.GetAttribute("href")!);
        Assert.Equal(page.Ids.Order(), on.Ids.Order());
        Assert.Equal("status = COMPLETED and experiment and (id < 5 or id = 9)", on.Document.QuerySelector("#q")!.GetAttribute("value"));

        Assert.Equal(
            "/samples/runs?q=status%20%3D%20COMPLETED%20and%20(id%20%3C%205%20or%20id%20%3D%209)&sort=-id",
            Link(page, 2, "remove"));
    }

    [Fact]
    public async Task The_links_of_a_query_of_thousands_of_words_stay_few()
    {
        using var client = samples.Client();
        var words = string.Join('+', Enumerable.Repeat("a", 1999));

        var html = await client.GetStringAsync($"samples/runs?q={words}", TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(html);

        Assert.InRange(html.Length, 1, 3_000_000);
        Assert.InRange(page.QuerySelectorAll("[data-term]").Length, 5, 20);
        Assert.StartsWith("and 1,9", page.QuerySelector("[data-terms-more]")!.TextContent, StringComparison.Ordinal);
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

        using var response = await client.GetAsync(new Uri(samples.Address, $"samples/term?{form}"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/samples/runs" + expected, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_builder_is_a_form_that_needs_no_script()
    {
        var page = await GetAsync("runs?q=id+%3E+40&off=host&sort=id&status=COMPLETED");
        var form = page.Document.QuerySelector("#builder form")!;
        var fields = page.Document.QuerySelectorAll("#builder form input, input[form=term]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        (fields["field"], fields["value"]) = ("id", "41");
        var query = string.Join('&', fields.Append(new("op", "=")).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

        var answer = await GetAsync($"{form.GetAttribute("action")}?{query}");

        Assert.Equal(["41"], answer.Ids);
        Assert.Equal(["id > 40", "id = 41", "host"], Chips(answer));
        Assert.Empty(answer.Problems);
    }

    [Fact]
    public async Task The_help_is_a_page_and_is_what_the_documentation_says()
    {
        var page = await GetAsync("help");

        var help = page.Document.QuerySelector("[data-help]")!;
        Assert.Contains("argmin", help.TextContent);
        Assert.NotNull(help.QuerySelector("table"));
        Assert.Empty(help.QuerySelectorAll("a:not([href^='http'], [data-query-example])"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Equal("/samples/help", (await GetAsync("runs")).Document.QuerySelector("[data-query-help]")!.GetAttribute("href"));
    }

    private static IEnumerable<string> Chips(RunTablePage page) =>
        page.Document.QuerySelectorAll("[data-term] [data-term-edit]").Select(chip => chip.TextContent);

    private static string Link(RunTablePage page, int term, string what) =>
        page.Document.QuerySelector($"[data-term='{term}'] [data-term-{what}]")!.GetAttribute("href")!;

    private Task<RunTablePage> GetAsync(string path) => RunTablePage.GetAsync(samples, path);
}
