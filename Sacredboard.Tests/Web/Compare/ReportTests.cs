using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Web.Curves;
using Sacredboard.Web.Formatting;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.Compare;

public sealed class ReportTests(CurvesBoard board) : CompareTest(board.Board), IClassFixture<CurvesBoard>
{
    [Fact]
    public async Task Its_curves_have_the_colours_of_the_pages()
    {
        var style = (await Pages.ReadAsync("/lab/compare/report.html?ids=1,2")).QuerySelector("style")!.TextContent;
        var pages = await File.ReadAllTextAsync(
            Path.Combine(ContentRoot.Find(AppContext.BaseDirectory), "wwwroot", "css", "site.css"), TestContext.Current.CancellationToken);

        var colours = Colours(pages, @"--curve-(\d+): (#\w+)");
        Assert.Equal(20, colours.Count);
        Assert.Equal(colours, Colours(style, @"\.curve\.c(\d+) \{ stroke: (#\w+)"));
    }

    [Fact]
    public async Task A_report_holds_all_of_a_comparison()
    {
        using var answer = await Pages.SendAsync("/lab/compare/report.html?ids=1,2,3,4,5,6&group=config&note=**Look**&find=loss");
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Look", page.QuerySelector("[data-note] strong")!.TextContent);
        Assert.Contains("lr=0.1 is better than lr=0.2 by 3.0 ± 2.3 (95 %), 3 and 3 seeds.", page.Body!.TextContent);
        Assert.Equal(["loss"], page.QuerySelectorAll("figcaption").Select(name => name.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("figure .curve").Length);
        Assert.Equal(2, page.QuerySelectorAll("figure .band").Length);
        Assert.Equal(3, page.QuerySelectorAll("tr[data-field]").Length);
        Assert.Equal(
            new Uri(board.Board.Address, "lab/compare?ids=1,2,3,4,5,6&group=config&find=loss&note=**Look**").AbsoluteUri,
            Uri.UnescapeDataString(page.QuerySelector("[data-back]")!.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("ids=1,4")]
    [InlineData("ids=1,odd,resumed,long,plain&keys=all&yscale=log&smooth=ema:0.9")]
    [InlineData("all=true&group=lr&x=time&mid=median&band=quartiles&yscale=log&xscale=log")]
    [InlineData("all=true&x=relative&smooth=ema:9")]
    public async Task A_report_needs_nothing_from_elsewhere(string query)
    {
        using var answer = await Pages.SendAsync($"/lab/compare/report.html?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(text);

        Assert.Empty(page.QuerySelectorAll("[src], [srcset], [style], link, script, base, iframe, object, image, use, figcaption b"));
        Assert.DoesNotContain("url(", text);
        Assert.DoesNotContain("@import", text);
        Assert.Single(page.QuerySelectorAll("a[href]:not([data-note] a)"));
        Assert.NotEmpty(page.QuerySelectorAll("figure .curve[d^=M]"));
    }

    [Fact]
    public async Task Charts_and_tables_come_as_files()
    {
        using var answer = await Pages.SendAsync("/lab/compare/report.zip?ids=1,odd");
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var zip = new ZipArchive(stream);

        Assert.Equal(
            ["about.txt", "table.csv", "table.md", "table.tex"],
            zip.Entries.Select(entry => entry.FullName).Where(name => !name.StartsWith("charts/", StringComparison.Ordinal)).Order());
        var charts = zip.Entries.Where(entry => entry.FullName.StartsWith("charts/", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, charts.Count);
        Assert.All(charts, chart =>
        {
            Assert.DoesNotContain('/', chart.Name);
            using var svg = chart.Open();
            Assert.Equal("svg", XDocument.Load(svg).Root!.Name.LocalName);
        });
    }

    [Theory]
    [InlineData("html")]
    [InlineData("zip")]
    public async Task Without_runs_there_is_none(string ending)
    {
        using var answer = await Pages.SendAsync($"/lab/compare/report.{ending}?ids=99");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(0, 1, false, new[] { "0", "0.2", "0.4", "0.6", "0.8", "1" })]
    [InlineData(-3, 12, false, new[] { "0", "5", "10" })]
    [InlineData(0.001, 10, true, new[] { "0.001", "0.01", "0.1", "1", "10" })]
    [InlineData(2, 3, true, new[] { "2", "2.2", "2.4", "2.6", "2.8", "3" })]
    [InlineData(5, 5, false, new[] { "5" })]
    public void Axes_have_round_numbers(double low, double high, bool isLog, string[] ticks) =>
        Assert.Equal(ticks, AxisTicks.Of(low, high, isLog).Select(AxisTicks.Text));

    // Those of the light theme, then those of the dark one.
    private static List<string> Colours(string text, string pattern) =>
        [.. Regex.Matches(text, pattern).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}")];
}
