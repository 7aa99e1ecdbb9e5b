using AngleSharp.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Query;

/// <summary>The help begins with what can be tried, and ends with the grammar.</summary>
public sealed class QueryHelpTests(SamplesBoard samples)
{
    [Fact]
    public async Task Examples_come_first_and_the_grammar_last()
    {
        var headings = (await HelpAsync()).QuerySelectorAll("[data-help] h3").Select(heading => heading.TextContent).ToList();

        Assert.Equal(("Examples", "The grammar"), (headings[0], headings[^1]));
    }

    [Fact]
    public async Task Every_example_is_a_link_that_runs_it_on_the_source()
    {
        var examples = (await HelpAsync()).QuerySelectorAll("[data-help] a[data-query-example]");

        Assert.InRange(examples.Length, 8, 20);
        foreach (var example in examples)
        {
            var url = example.GetAttribute("href")!;
            Assert.StartsWith("/samples/runs?q=", url, StringComparison.Ordinal);
            Assert.Equal(example.TextContent, QueryHelpers.ParseQuery(url[url.IndexOf('?')..])["q"].ToString());
            Assert.True(QueryParser.TryParse(example.TextContent, out _, out var error), $"{example.TextContent}: {error}");
        }
    }

    [Fact]
    public async Task An_example_leads_to_its_runs()
    {
        var example = (await HelpAsync()).QuerySelector("[data-query-example='result > 0.95 duration < 10m']")!;

        var page = await RunTablePage.GetAsync(samples, example.GetAttribute("href")!);

        Assert.NotEmpty(page.Ids);
    }

    private async Task<IDocument> HelpAsync() => (await RunTablePage.GetAsync(samples, "help")).Document;
}
