using AngleSharp.Html.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>Runs with unexpected and hostile content, each beside another.</summary>
[Trait("Kind", "Mongo")]
public sealed class OddComparisonsTests(CorpusBoard corpus) : IClassFixture<CorpusBoard>
{
    private static readonly string[] Tabs = ["config", "output", "sources", "environment", "images"];

    [Fact]
    public async Task Every_recorded_run_can_be_compared_with_others()
    {
        var board = await corpus.OpenAsync();
        using var pages = new RunPageClient(board, Board.Source);
        using var api = new ApiClient(board.Address);
        await board.LoadedAsync();
        var runs = (await api.GetAsync("api/v1/lab/runs?take=10000")).GetProperty("runs").EnumerateArray()
            .Select(run => run.GetProperty("id").GetString()!).ToList();
        Assert.True(runs.Count > 100);

        // Each with the next one, and with one far away.
        for (var i = 0; i < runs.Count; i++)
        {
            var ids = $"{runs[i]},{runs[(i + 1) % runs.Count]},{runs[(i + 57) % runs.Count]}";
            string[] queries =
            [
                $"ids={ids}{(i % 2 == 0 ? "" : "&group=config")}", $"ids={ids}&tab=table&keys=all", $"ids={ids}&group=config&tab=significance",
                $"ids={ids}&tab={Tabs[i % Tabs.Length]}&lines=unified&keys=all",
            ];
            foreach (var query in queries)
            {
                var page = await pages.ReadAsync($"/lab/compare?{query}");
                Assert.True(page.QuerySelector("[data-unknown]") is null, query);
                Assert.Empty(page.QuerySelectorAll("[style], script:not([src])"));
            }
        }
    }

    [Fact]
    public async Task All_recorded_runs_at_once_are_a_page_and_an_answer()
    {
        var board = await corpus.OpenAsync();
        using var pages = new RunPageClient(board, Board.Source);
        using var api = new ApiClient(board.Address);
        await board.LoadedAsync();
        foreach (var query in new[] { "all=true", "all=true&tab=table&keys=all", "group=experiment", "group=config", "group=experiment&tab=significance" })
        {
            var page = await pages.ReadAsync($"/lab/compare?{query}");
            Assert.True(Count(page) > 3, query);
        }

        foreach (var x in new[] { "step", "relative", "time" })
        {
            var answer = await api.GetAsync($"api/v1/lab/curves?metric=training.loss&metric=loss&columns=300&x={x}");
            Assert.NotEmpty(answer.GetProperty("curves").EnumerateArray());
        }
    }

    private static int Count(IHtmlDocument page) => page.QuerySelectorAll("[data-curve-key], tr[data-run], tr[data-group]").Length;
}
