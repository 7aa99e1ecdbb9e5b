using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>The importance of config keys over the runs of the samples; 4 to 27 are a sweep over hidden size and learning rate.</summary>
public sealed class ImportanceTests(SamplesBoard board) : IAsyncLifetime
{
    private readonly RunPageClient _pages = new(board.Board, "samples");

    public async ValueTask InitializeAsync() => await board.Board.LoadedAsync();

    public ValueTask DisposeAsync()
    {
        _pages.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_keys_of_a_sweep_are_listed_by_what_they_explain_without_seeds()
    {
        var page = await ReadAsync($"ids={string.Join(',', Enumerable.Range(4, 24))}&figure=max(validation.accuracy)");

        var keys = page.QuerySelectorAll("[data-importance] tr[data-key]").Select(row => row.GetAttribute("data-key")!).ToList();
        Assert.Equal("optimizer.lr", keys[0]);
        Assert.Contains("model.hidden", keys);
        Assert.DoesNotContain("seed", keys);
        // Spearman's correlation of the 24 pairs is 0.87346 (computed by Python).
        Assert.Equal("+0.87", Cells(page, "optimizer.lr")[1]);
        Assert.Equal(["24", "4"], Cells(page, "optimizer.lr")[3..5]);
        Assert.Null(page.QuerySelector("[data-few]"));
        Assert.Equal("optimizer.lr", page.QuerySelector("[data-effect]")!.GetAttribute("data-effect"));
        Assert.Equal(4, page.QuerySelector(".effect-median")!.GetAttribute("d")!.Split('L').Length);
    }

    [Fact]
    public async Task Another_key_is_drawn_and_few_runs_are_said()
    {
        var page = await ReadAsync("ids=4,5,6,7,8,9&figure=min(validation.loss)&key=log.files");

        Assert.Equal("log.files", page.QuerySelector("[data-effect]")!.GetAttribute("data-effect"));
        Assert.Equal(2, page.QuerySelectorAll("[data-effect] tbody tr").Length);
        Assert.NotNull(page.QuerySelector("[data-few]"));
        var other = await _pages.ReadAsync(page.QuerySelector("tr[data-key='optimizer.lr'] [data-key-link]")!.GetAttribute("href")!);
        Assert.Equal("optimizer.lr", other.QuerySelector("[data-effect]")!.GetAttribute("data-effect"));
    }

    [Theory]
    [InlineData("all=true")]
    [InlineData("all=true&figure=result")]
    [InlineData("all=true&figure=duration&key=model.activation")]
    [InlineData("all=true&figure=status")]
    [InlineData("ids=4&figure=last(nothing)&key=nothing")]
    [InlineData("q=status+%3D+FAILED")]
    public async Task All_runs_of_a_query_are_looked_at(string query) =>
        Assert.NotNull((await ReadAsync(query)).QuerySelector("[data-importance], [data-empty], [data-progress]"));

    private async Task<IHtmlDocument> ReadAsync(string query)
    {
        var page = await _pages.ReadAsync($"/samples/compare?tab=importance&{query}");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), main script"));
        return page;
    }

    private static List<string> Cells(IParentNode page, string key) =>
        [.. page.QuerySelector($"tr[data-key='{key}']")!.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];
}
