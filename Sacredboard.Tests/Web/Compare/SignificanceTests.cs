using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Curves;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

public sealed class SignificanceTests(CurvesBoard board, SamplesBoard samples) : CompareTest(board.Board), IClassFixture<CurvesBoard>
{
    // By hand: the losses end at 1.02, 2.02, 3.02 and 4.02, 5.02, 6.02, so the means differ by 3 and each has a variance of 1: with
    // 4 degrees of freedom the margin is 2.776 √(2/3) = 2.267. All of one group lie below the other: p = 2 / 20, the number of orders.
    [Fact]
    public async Task Two_groups_of_three_seeds_are_compared_in_words()
    {
        var page = await ReadAsync("ids=1,2,3,4,5,6&group=config");

        Assert.Equal("last(loss)", page.QuerySelector("[data-figure]")!.GetAttribute("value"));
        Assert.Equal(["lr=0.1 is better than lr=0.2 by 3.0 ± 2.3 (95 %), 3 and 3 seeds."], Texts(page, "[data-differences] li"));
        Assert.Equal(["3", "3"], Texts(page, "[data-n]"));
        Assert.Equal(["2.0 ± 1.0", "5.0 ± 1.0"], Texts(page, "[data-mean]"));
        Assert.Equal(["–", "+3.0 ± 2.3"], Texts(page, "[data-difference]"));
        Assert.Equal(["–", "0.100"], Texts(page, "[data-p]"));
        Assert.Equal("1", page.QuerySelector("tr:has([data-best])")!.GetAttribute("data-group"));
    }

    [Fact]
    public async Task The_goal_and_the_base_are_chosen()
    {
        var page = await ReadAsync("ids=1,2,3,4,5,6&group=lr&goal=higher&against=1&figure=min(loss)");

        Assert.Equal(["lr=0.2 is better than lr=0.1 by 3.0 ± 2.3 (95 %), 3 and 3 runs."], Texts(page, "[data-differences] li"));
        Assert.Equal("4", page.QuerySelector("tr:has([data-best])")!.GetAttribute("data-group"));
        Assert.Equal("1", page.QuerySelector("tr:has([data-base])")!.GetAttribute("data-group"));
    }

    [Fact]
    public async Task Too_few_runs_are_said_and_not_tested()
    {
        var page = await ReadAsync("ids=1,2,3,4,5,plain&group=config");

        Assert.Empty(Texts(page, "[data-differences] li"));
        Assert.Contains("fewer than 3 runs: no test", Texts(page, "[data-difference]"));
        Assert.Contains("1 of 6 runs have no finite number last(loss)", Texts(page, "[data-left-out]")[0]);
    }

    [Fact]
    public async Task Without_groups_a_link_makes_them()
    {
        var page = await ReadAsync("ids=1,2,3,4");
        Assert.Equal(["lr"], Texts(page, "[data-group-by]"));
        var grouped = await Pages.ReadAsync(page.QuerySelector("[data-group-link]")!.GetAttribute("href")!);
        Assert.Equal(2, grouped.QuerySelectorAll("tr[data-group]").Length);
    }

    [Fact]
    public async Task Groups_become_larger_regardless_of_a_key()
    {
        var page = await ReadAsync("ids=1,2,3,4,5,6&group=config");
        var larger = await Pages.ReadAsync(page.QuerySelector("[data-regardless=lr]")!.GetAttribute("href")!);
        Assert.Equal(["6"], Texts(larger, "[data-n]"));
    }

    [Theory]
    [InlineData("result")]
    [InlineData("status")]
    [InlineData("last(none)")]
    [InlineData("duration")]
    [InlineData("config.note")]
    public async Task Any_field_may_be_asked_for(string figure) =>
        Assert.NotEmpty((await ReadAsync($"ids=1,2,odd,long,plain&group=config&figure={figure}")).QuerySelectorAll("tr[data-group]"));

    [Fact]
    public async Task The_best_setting_of_the_sweep_of_the_samples_is_found()
    {
        await samples.Board.LoadedAsync();
        using var pages = new RunPageClient(samples.Board, "samples");
        var ids = string.Join(',', Enumerable.Range(4, 24));
        var page = await pages.ReadAsync($"/samples/compare?tab=significance&group=lr,hidden&figure=max(validation.accuracy)&ids={ids}");

        var best = page.QuerySelector("tr:has([data-best])")!;
        Assert.Equal(["lr=0.3 hidden=64"], Texts(best, "bdi"));
        Assert.Equal(["0.9787 ± 0.0016"], Texts(best, "[data-mean]"));
        Assert.Equal(8, page.QuerySelectorAll("tr[data-group]").Length);
    }

    private async Task<IHtmlDocument> ReadAsync(string query)
    {
        var page = await Pages.ReadAsync($"/lab/compare?tab=significance&{query}");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), main script"));
        return page;
    }

    private static List<string> Texts(IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(element =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
