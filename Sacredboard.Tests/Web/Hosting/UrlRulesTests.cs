using System.Net;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.Hosting;

/// <summary>Invalid parameters of any address are reported and ignored, and never cause a server error.</summary>
public sealed class UrlRulesTests(SamplesBoard board)
{
    private static readonly string[] Parameters =
        ["q", "off", "status", "sort", "columns", "group", "seeds", "page", "size", "open", "view", "order", "shown", "since", "wait",
            "skip", "take", "at", "edit", "text", "as", "field", "op", "value", "was", "nonsense"];

    private static readonly string[] Values =
    [
        "", " ", "\0", "'", "\"", "\\", "(", ")", "a..b", ",,,", "~", "lr~zz", "-", "--", "-1", "0", "99999999999999999999", "1e400", "NaN",
        "null",
        "not", "lr <", "x ~ '['", "exists(", "at(loss,", "last()", "min(\"", "id in (", "captured_out = x", "$where", "{\"$gt\": \"\"}",
        "..%2F..", "<script>alert(1)</script>",
        "😀\u202e\u2028", "\r\nSet-Cookie: x=1", "config.", "[0]", "a[999999999999]", "%00%ff",
    ];

    private readonly HttpClient _http = new() { BaseAddress = board.Address };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("samples/runs", true)]
    [InlineData("samples/columns", true)]
    [InlineData("samples/runs.csv", false)]
    [InlineData("samples/runs.json", false)]
    [InlineData("samples/changes", false)]
    [InlineData("samples/suggest", false)]
    [InlineData("samples/term", true)]
    [InlineData("samples/views", true)]
    [InlineData("api/v1/samples/runs", false)]
    public async Task No_value_of_any_parameter_breaks_anything(string path, bool isPage)
    {
        var wrong = new List<string>();
        var long8 = new string('(', 3900);
        foreach (var (name, value) in Parameters.SelectMany(name => Values.Append(long8).Select(value => (name, value))))
        {
            // Long polls would wait for a change that never comes.
            if (name == "wait" && path.EndsWith("changes", StringComparison.Ordinal))
            {
                continue;
            }

            using var answer = await _http.GetAsync($"{path}?{name}={Uri.EscapeDataString(value)}", HttpCompletionOption.ResponseHeadersRead, Token);
            if ((int)answer.StatusCode >= 500 || (isPage && answer.StatusCode != HttpStatusCode.OK))
            {
                wrong.Add($"{path}?{name}={value}: {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("sort", "a..b")]
    [InlineData("columns", "\"")]
    [InlineData("columns", "result~zz")]
    [InlineData("group", "a..b")]
    [InlineData("page", "x")]
    [InlineData("page", "999")]
    [InlineData("size", "7")]
    [InlineData("view", "x")]
    [InlineData("view", "77")]
    [InlineData("order", "zz")]
    [InlineData("edit", "0")]
    [InlineData("edit", "off0")]
    [InlineData("edit", "")]
    [InlineData("text", "lr <")]
    [InlineData("as", "text")]
    [InlineData("nonsense", "1")]
    public async Task Invalid_parameters_are_reported_on_the_page_and_ignored(string name, string value)
    {
        var page = await new HtmlParser()
            .ParseDocumentAsync(await _http.GetStringAsync($"samples/runs?status=FAILED&{name}={Uri.EscapeDataString(value)}", Token));

        Assert.Equal([name], page.QuerySelectorAll("[data-problem]").Select(note => note.GetAttribute("data-problem")));
        Assert.Equal(["2"], page.QuerySelectorAll("[data-run]").Select(row => row.GetAttribute("data-run")));
    }

    [Fact]
    public async Task An_invalid_query_is_reported_with_its_position_and_ignored()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await _http.GetStringAsync("samples/runs?status=FAILED&q=lr+%3C", Token));

        Assert.Equal("4", page.QuerySelector("[data-query-error]")!.GetAttribute("data-position"));
        Assert.Single(page.QuerySelectorAll("[data-run]"));
    }

    [Fact]
    public async Task A_repeated_parameter_is_reported()
    {
        var page = await new HtmlParser().ParseDocumentAsync(await _http.GetStringAsync("samples/runs?sort=id&sort=-id", Token));

        Assert.Equal(["sort"], page.QuerySelectorAll("[data-problem]").Select(note => note.GetAttribute("data-problem")));
        Assert.Equal("42", page.QuerySelector("[data-run]")!.GetAttribute("data-run"));
    }
}
