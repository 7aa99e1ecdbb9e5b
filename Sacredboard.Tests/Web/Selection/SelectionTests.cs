using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Selection;

/// <summary>What is offered for the selected runs.</summary>
public sealed class SelectionTests(SamplesBoard samples)
{
    [Fact]
    public async Task Selected_runs_are_exported_by_a_query_of_their_ids_whatever_the_table_filters()
    {
        var offered = await GetAsync("q=mlp&status=COMPLETED&sort=-result&columns=experiment,result&ids=4&ids=39&ids=4");

        Assert.Equal("/samples/runs.csv?q=id%20in%20(4,%2039)&sort=-result&columns=experiment,result", Url(offered, "csv"));
        Assert.Equal("/samples/runs.json?q=id%20in%20(4,%2039)&sort=-result&columns=experiment,result", Url(offered, "json"));
        Assert.Equal(["39", "4"], (await RunTablePage.GetAsync(samples.Board, Url(offered, "only"))).Ids.Order());
        Assert.Null(offered.QuerySelector("[data-tensorboard-start]"));
    }

    [Fact]
    public async Task Selected_runs_are_compared_and_the_way_back_leads_to_the_table()
    {
        var offered = await GetAsync("q=mlp&sort=-result&columns=experiment,result&ids=4&ids=39");
        Assert.Equal("/samples/compare?ids=4,39&table=q%3Dmlp%26sort%3D-result", Url(offered, "compare"));
        Assert.Equal("Compare 2 runs", offered.QuerySelector("[data-selection-compare]")!.TextContent.Trim());
        Assert.Equal("/samples/compare?q=mlp&table=q%3Dmlp", Url(await GetAsync("q=mlp&columns=result"), "compare"));
        Assert.Equal("/samples/compare?all=true", Url(await GetAsync("columns=result"), "compare"));
    }

    [Fact]
    public async Task All_that_match_are_the_query_itself()
    {
        var offered = await GetAsync("q=mlp&status=COMPLETED&columns=result");

        Assert.Equal("/samples/runs.csv?q=mlp&status=COMPLETED&columns=result", Url(offered, "csv"));
        Assert.Null(offered.QuerySelector("[data-selection-only]"));
        Assert.Null(offered.QuerySelector("[data-tensorboard-start]"));
    }

    [Fact]
    public async Task A_tensorboard_is_offered_where_one_of_the_runs_has_logs()
    {
        using var storage = new LogStorage();
        storage.Run("1");
        storage.RunWithLogs("2");
        await using var board = Board.OnDirectory(storage.Root);
        await board.LoadedAsync();

        Assert.NotNull((await GetAsync(board.Address, Board.Source, "ids=1&ids=2")).QuerySelector("[data-tensorboard-start]"));
        Assert.Null((await GetAsync(board.Address, Board.Source, "ids=1")).QuerySelector("[data-tensorboard-start]"));
    }

    [Theory]
    [InlineData("ids=~zz")]
    [InlineData("ids=4&ids=999")]
    [InlineData("ids=")]
    public async Task Nothing_is_offered_for_runs_that_are_not_there(string ids) =>
        Assert.Empty((await GetAsync(ids)).QuerySelectorAll("a, button"));

    [Fact]
    public async Task Nothing_is_offered_for_more_runs_than_a_query_can_name() =>
        Assert.Empty((await GetAsync(string.Join('&', Enumerable.Range(1, 201).Select(id => $"ids={id}")))).QuerySelectorAll("a, button"));

    [Fact]
    public async Task Only_the_table_of_runs_has_the_box_of_the_page()
    {
        Assert.Single((await RunTablePage.GetAsync(samples.Board, "samples/runs")).Document.QuerySelectorAll("[data-select-page]"));
        Assert.Empty((await RunTablePage.GetAsync(samples.Board, "samples/runs?group=status")).Document.QuerySelectorAll("[data-select-page]"));
    }

    private static string Url(IDocument page, string what) => page.QuerySelector($"[data-selection-{what}]")!.GetAttribute("href")!;

    private static async Task<IDocument> GetAsync(Uri board, string source, string parameters)
    {
        using var client = new HttpClient { BaseAddress = board };
        return await new HtmlParser().ParseDocumentAsync(
            await client.GetStringAsync($"{source}/selection?{parameters}", TestContext.Current.CancellationToken));
    }

    private async Task<IDocument> GetAsync(string parameters)
    {
        await samples.Board.LoadedAsync();
        return await GetAsync(samples.Address, "samples", parameters);
    }
}
