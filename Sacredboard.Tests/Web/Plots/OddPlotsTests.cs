using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Api;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Plots;

/// <summary>Runs with unexpected and hostile content in plots.</summary>
[Trait("Kind", "Mongo")]
public sealed class OddPlotsTests(CorpusBoard corpus) : IClassFixture<CorpusBoard>
{
    [Fact]
    public async Task Whatever_is_on_an_axis_can_be_chosen()
    {
        var board = await corpus.OpenAsync();
        using var pages = new RunPageClient(board, Board.Source);
        using var api = new ApiClient(board.Address);
        await board.LoadedAsync();
        Assert.NotNull((await pages.ReadAsync("/lab/compare?all=true&tab=parallel")).QuerySelector("[data-plot]"));
        var fields = (await pages.ReadAsync("/lab/compare?all=true&tab=scatter")).QuerySelectorAll("#plot-fields option")
            .Select(option => option.GetAttribute("value")!).Concat(["comment", "failure", "tags", "user", "model", "dataset", "lr"]).ToList();
        Assert.True(fields.Count > 20);

        foreach (var field in fields)
        {
            var name = Uri.EscapeDataString(field);
            var column = (await api.GetAsync($"api/v1/lab/values?columns={name}")).GetProperty("columns")[0];
            var texts = column.GetProperty("texts").GetArrayLength();
            var range = texts > 0 ? $"low={texts / 2}&high={texts - 1}" : "low=-1e300&high=1e300";
            var chosen = await api.GetAsync($"lab/compare/selection?field={name}&{range}&axis={column.GetProperty("axis")}");
            if (chosen.GetProperty("query").GetString() is { } query)
            {
                var found = await api.GetAsync($"api/v1/lab/runs?take=0&q={Uri.EscapeDataString(query)}");
                Assert.True(found.GetProperty("matched").GetInt32() == chosen.GetProperty("count").GetInt32(), query);
            }
        }
    }
}
