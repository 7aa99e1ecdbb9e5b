using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>A run's config beside that of another run.</summary>
public sealed class RunBaselineTests(SamplesBoard samples) : IDisposable
{
    private readonly RunPageClient _pages = new(samples.Board, "samples");

    [Fact]
    public async Task Values_say_what_they_are_in_the_run_before_and_which_were_set_from_outside()
    {
        var page = await ReadAsync("4/config");

        Assert.Equal("/samples/runs/3/config", page.QuerySelector("[data-baseline-run] a")!.GetAttribute("href"));
        Assert.Equal(
            [
                "epochs there 60", "log.batches set", "log.files set there False", "model.activation there relu", "model.hidden set there 128",
                "optimizer.lr set there 300", "seed set",
            ],
            Marks(page).Where(mark => !mark.StartsWith("tags ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("7", "7", "as chosen")]
    [InlineData("%237", "7", "as chosen")]
    [InlineData("max(validation.accuracy)", null, "the best by max(validation.accuracy)")]
    public async Task The_other_run_is_chosen_by_its_id_or_as_the_best(string baseline, string? id, string words)
    {
        var page = await ReadAsync($"4/config?baseline={baseline}");
        var shown = page.QuerySelector("[data-baseline-run]")!;

        Assert.Contains(words, shown.TextContent);
        var best = id ?? await BestAsync();
        Assert.Equal($"/samples/runs/{best}/config?baseline={baseline}", shown.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("1/config", "There is no earlier run of this experiment.")]
    [InlineData("4/config?baseline=4", "It is this run.")]
    [InlineData("4/config?baseline=99", "There is no run 99, and it is no statistic of a metric such as min(loss).")]
    [InlineData("4/config?baseline=min(nothing)", "No run of this experiment has min(nothing).")]
    [InlineData("4/config?baseline=%3Cscript%3E", "There is no run <script>, and it is no statistic of a metric such as min(loss).")]
    public async Task Without_another_run_the_page_says_why(string path, string why)
    {
        var page = await ReadAsync(path);

        Assert.Equal(why, page.QuerySelector("[data-baseline-none]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("[data-mark=differs]"));
    }

    [Fact]
    public async Task The_choice_goes_along_to_the_overview_and_to_other_runs()
    {
        var page = await ReadAsync("4/config?baseline=7");
        var overview = await ReadAsync(page.QuerySelector("[data-tab-link=overview]")!.GetAttribute("href")!);

        Assert.Equal("#7", overview.QuerySelector("[data-difference] h2 a")!.TextContent);
        Assert.Equal("/samples/runs/3?baseline=7", overview.QuerySelector("[data-next]")!.GetAttribute("href"));
    }

    public void Dispose() => _pages.Dispose();

    private async Task<string> BestAsync()
    {
        var table = await _pages.ReadAsync("/samples/runs?q=experiment=digits_mlp&sort=-max(validation.accuracy)");
        return table.QuerySelector("tr.run")!.GetAttribute("data-run")!;
    }

    private async Task<IHtmlDocument> ReadAsync(string path)
    {
        await samples.Board.LoadedAsync();
        return await _pages.ReadAsync(path);
    }

    // The keys that lead to each marked value, and its marks.
    private static IEnumerable<string> Marks(IHtmlDocument page) =>
        from node in page.QuerySelectorAll("[data-tree=config] [data-node]")
        let line = node.LocalName == "details" ? node.QuerySelector("summary")! : node
        let marks = line.Children.Where(child => child.HasAttribute("data-mark")).Select(mark => mark.TextContent).ToList()
        where marks.Count > 0
        let keys = node.Ancestors().OfType<IElement>().Where(above => above.LocalName == "details")
            .Select(above => above.QuerySelector("summary > .key")!.TextContent).Reverse().Append(line.QuerySelector(".key")!.TextContent)
        select $"{string.Join('.', keys)} {string.Join(' ', marks)}";
}
