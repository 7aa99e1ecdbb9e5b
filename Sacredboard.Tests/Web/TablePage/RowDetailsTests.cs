using System.Net;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>Expanded rows, without scripts.</summary>
public sealed class RowDetailsTests(SamplesBoard samples)
{
    [Fact]
    public async Task A_row_is_expanded_by_a_plain_link_and_several_stay_open()
    {
        var page = await GetAsync("runs");
        page = await GetAsync(page.Toggle("39"));
        page = await GetAsync(page.Toggle("2"));

        Assert.Equal(["39", "2"], page.Document.QuerySelectorAll("[data-detail]").Select(detail => detail.GetAttribute("data-detail")));
        Assert.Equal("true", page.Row("39").QuerySelector("[data-toggle]")!.GetAttribute("aria-expanded"));
    }

    [Fact]
    public async Task An_expanded_row_has_config_host_output_result_and_curves()
    {
        var page = await GetAsync("runs/39/row");

        var config = page.Document.QuerySelector("[data-tree=config]")!;
        Assert.Contains("momentum", config.TextContent);
        Assert.Contains("A wider network", config.QuerySelector(".doc")!.TextContent);
        Assert.Contains("lab-02", page.Document.QuerySelector(".facts")!.TextContent);
        Assert.Contains("Completed after", page.Document.QuerySelector(".output")!.TextContent);
        Assert.Contains("0.9722222222222222", page.Document.QuerySelector("[data-part=result]")!.TextContent);
        Assert.Equal(5, page.Document.QuerySelectorAll(".sparkline path").Count(path => path.GetAttribute("d")!.StartsWith('M')));
        Assert.NotNull(page.Document.QuerySelector("a[href='/samples/runs/39']"));
        Assert.Null(page.Document.QuerySelector("[style]"));
    }

    [Theory]
    [InlineData("runs/999/row")]
    [InlineData("runs/~zz/row")]
    [InlineData("runs/..%2F..%2Fetc/row")]
    public async Task A_run_that_is_not_there_has_no_details(string path)
    {
        var page = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private Task<RunTablePage> GetAsync(string path) => RunTablePage.GetAsync(samples, path);
}
