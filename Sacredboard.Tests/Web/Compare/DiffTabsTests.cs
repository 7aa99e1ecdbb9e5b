using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Compare;

/// <summary>The tabs that lay runs side by side.</summary>
public sealed class DiffTabsTests(DiffBoard board) : CompareTest(board.Board), IClassFixture<DiffBoard>
{
    [Fact]
    public async Task Configs_are_compared_with_that_of_the_first_run()
    {
        var page = await ReadAsync("config", "ids=1,2,3,bare");

        Assert.Equal(["2", "3", "bare"], page.QuerySelectorAll("[data-config-of]").Select(run => run.GetAttribute("data-config-of")));
        var two = page.QuerySelector("[data-config-of='2']")!;
        Assert.Equal("differs in model.width, model.old, model.new, seed, note", Text(two, "[data-words]"));
        Assert.Equal(
            ["model.width changed 8 16", "model.old removed True –", "model.new added – [1]", "seed changed 1 2"],
            two.QuerySelectorAll("tr[data-kind]").Take(4).Select(row => string.Join(' ',
                [row.GetAttribute("data-key"), row.GetAttribute("data-kind"), .. row.QuerySelectorAll("td").Select(cell => cell.TextContent)])));
        Assert.Equal("line 7 of a long text", Assert.Single(two.QuerySelectorAll("[data-inner=note] del")).TextContent);
        Assert.Equal(
            "removed", page.QuerySelector("[data-config-of=bare] [data-key='model.width']")!.GetAttribute("data-kind"));
    }

    [Fact]
    public async Task Each_run_can_be_the_base_and_seeds_can_be_left_out()
    {
        var page = await ReadAsync("config", "ids=1,2,3");
        var link = page.QuerySelector("[data-config-of='3'] [data-as-base]")!.GetAttribute("href")!;
        var other = await Pages.ReadAsync(link);
        Assert.Equal("differs in seed", Text(other, "[data-config-of='1'] [data-words]"));

        var seedless = await Pages.ReadAsync(other.QuerySelector("[data-seedless]")!.GetAttribute("href")!);
        Assert.Equal("the same config", Text(seedless, "[data-config-of='1'] [data-words]"));
        var chosen = await ReadAsync("config", "ids=1,2&group=config&seeds=model,note,seed&seedless=true");
        Assert.Equal("the same config", Text(chosen, "[data-config-of='2'] [data-words]"));
    }

    [Fact]
    public async Task Outputs_are_folded_side_by_side_or_unified()
    {
        var page = await ReadAsync("output", "ids=1,2");
        Assert.NotNull(page.QuerySelector("[data-diff=side]"));
        Assert.Contains("10:00:49 epoch 0", page.QuerySelectorAll("del").Select(line => line.TextContent));

        var unified = await ReadAsync("output", "ids=1,2&clean=true&lines=unified");
        Assert.Equal(["loss of <b>1</b>"], unified.QuerySelectorAll("del").Select(line => line.TextContent));
        Assert.Equal(["loss of <b>2</b>"], unified.QuerySelectorAll("ins").Select(line => line.TextContent));
        Assert.Equal(["1"], unified.QuerySelectorAll("del mark").Select(word => word.TextContent));
        Assert.Equal(["58 equal lines", "36 equal lines"], unified.QuerySelectorAll(".diff-fold summary").Select(fold => fold.TextContent));
        Assert.Empty(unified.QuerySelectorAll("[data-diff] b"));
    }

    [Fact]
    public async Task What_has_no_output_says_so()
    {
        var page = await ReadAsync("output", "ids=1,bare");
        Assert.Equal("#bare has no output.", Text(page, "[data-note]"));
        Assert.NotNull((await ReadAsync("output", "ids=1")).QuerySelector("[data-alone]"));
        var wrong = await ReadAsync("output", "ids=1,2&base=99&other=%3Cb%3E");
        Assert.Contains("99", Text(wrong, "[data-unknown-pair]"), StringComparison.Ordinal);
        Assert.NotNull(wrong.QuerySelector("[data-diff]"));
    }

    [Theory]
    [InlineData("", "1", "2")]
    [InlineData("&base=2", "2", "1")]
    [InlineData("&other=1", "2", "1")]
    [InlineData("&base=3&other=3", "3", "1")]
    [InlineData("&base=3&other=2", "3", "2")]
    public async Task The_address_names_both_runs(string pair, string first, string second)
    {
        var page = await ReadAsync("output", "ids=1,2,3" + pair);
        Assert.Equal([first, second], page.QuerySelectorAll("[data-pair] option[selected]").Select(run => run.GetAttribute("value")));
    }

    [Fact]
    public async Task Sources_are_compared_file_by_file()
    {
        var page = await ReadAsync("sources", "ids=1,2");
        Assert.Equal(
            ["train.py changed", "data.py onlyinother"],
            page.QuerySelectorAll("[data-source]").Select(file => $"{file.GetAttribute("data-source")} {file.GetAttribute("data-state")}"));
        Assert.Equal(["    <script>alert(1)</script>"], page.QuerySelectorAll("[data-source='train.py'] ins").Select(line => line.TextContent));
        Assert.Equal(
            "https://github.com/lab/digits/compare/a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd...0123456789abcdef0123456789abcdef01234567",
            page.QuerySelector("[data-forge]")!.GetAttribute("href"));

        var same = await ReadAsync("sources", "ids=1,3");
        Assert.Equal(["same"], same.QuerySelectorAll("[data-source]").Select(file => file.GetAttribute("data-state")));
        Assert.Null(same.QuerySelector("[data-forge]"));
    }

    [Fact]
    public async Task Environments_list_what_differs()
    {
        var page = await ReadAsync("environment", "ids=1,2,3");
        Assert.Equal(["lab-1", "lab-2", "lab-3"], Row(page, "Host"));
        Assert.Equal(["2.0", "2.1", "2.0"], Row(page, "numpy"));
        Assert.Equal(["3.1", "–", "3.1"], Row(page, "torch"));
        Assert.Null(page.QuerySelector("[data-field='GPU 1']"));
        Assert.Equal(["A100", "A100"], Row(await ReadAsync("environment", "ids=1,2&keys=same"), "GPU 1"));
        Assert.NotNull((await ReadAsync("environment", "ids=bare")).QuerySelector("[data-nothing]"));
    }

    [Fact]
    public async Task Pictures_of_a_name_are_a_row_and_numbered_ones_follow_a_slider()
    {
        var page = await ReadAsync("images", "ids=1,2,3");
        Assert.Equal(["epoch_*.png", "final.png", "other.png"], page.QuerySelectorAll("[data-image]").Select(row => row.GetAttribute("data-image")));
        Assert.Equal(["/lab/runs/1/files/artifact-1?inline=true", "/lab/runs/2/files/artifact-1?inline=true"],
            page.QuerySelectorAll("[data-image='epoch_*.png'] img").Take(2).Select(image => image.GetAttribute("src")));
        Assert.Equal("5", Text(page, "[data-shown]"));

        var earlier = await Pages.ReadAsync(page.QuerySelector("[data-earlier]")!.GetAttribute("href")!);
        Assert.Contains("artifact-0", earlier.QuerySelector("[data-image='epoch_*.png'] img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal("1", Text(await ReadAsync("images", "ids=1,2,3&at=4"), "[data-shown]"));
        var laid = await ReadAsync("images", "ids=1,2,3&overlay=difference&base=2&other=3");
        Assert.Equal(["epoch_005.png of #2", "epoch_005.png of #3"], laid.QuerySelectorAll("[data-overlay].difference img").Select(image => image.GetAttribute("alt")));
        Assert.NotNull((await ReadAsync("images", "ids=bare")).QuerySelector("[data-empty]"));
    }

    [Fact]
    public async Task Of_many_runs_the_last_have_one_line_and_what_is_long_is_cut()
    {
        using var folder = new StorageFolder();
        for (var id = 10; id < 25; id++)
        {
            folder.WriteOld($"{id}", "run.json", $$"""{"status": "COMPLETED", "start_time": "2026-11-23T04:00:{{id}}"}""");
            folder.WriteOld($"{id}", "config.json", $"{{{string.Join(", ", Enumerable.Range(0, 250).Select(key => $"\"k{key}\": {id}"))}}}");
        }

        await using var many = Board.OnDirectory(folder.Root);
        await many.LoadedAsync();
        using var pages = new RunPageClient(many, "lab");
        var page = await pages.ReadAsync("/lab/compare?tab=config&all=true");
        Assert.Equal(14, page.QuerySelectorAll("[data-config-of]").Length);
        Assert.Equal(12, page.QuerySelectorAll("[data-config-of] table").Length);
        Assert.Equal("50 more keys differ.", Text(page, "[data-config-of] [data-left]"));
        Assert.Contains("last 2 runs", Text(page, "[data-brief]"), StringComparison.Ordinal);
        Assert.EndsWith("and 238 more", Text(page.QuerySelectorAll("[data-config-of]")[^1], "[data-words]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2", "before 2,1", "source 2,1")]
    [InlineData("3", "before 3,2", "twins 3,1")]
    [InlineData("1", "twins 1,3")]
    [InlineData("bare")]
    public async Task A_run_offers_those_that_are_worth_comparing(string run, params string[] offered)
    {
        var page = await Pages.ReadAsync(run);
        Assert.Equal(offered, page.QuerySelectorAll("[data-compare-with]").Select(link =>
            $"{link.GetAttribute("data-compare-with")} {link.GetAttribute("href")!.Split("ids=")[1]}"));
    }

    [Theory]
    [InlineData("config")]
    [InlineData("output")]
    [InlineData("sources")]
    [InlineData("environment")]
    [InlineData("images")]
    public async Task Changes_have_the_region_of_the_tab(string tab)
    {
        var changes = await Pages.ReadAsync($"/lab/compare/changes?ids=1,2&tab={tab}&since=");
        Assert.NotNull(changes.QuerySelector($"[data-region=compare-{tab}]"));
        Assert.NotNull((await ReadAsync(tab, "ids=1,2")).QuerySelector($"[data-region=compare-{tab}]"));
    }

    private async Task<IHtmlDocument> ReadAsync(string tab, string query)
    {
        var page = await Pages.ReadAsync($"/lab/compare?tab={tab}&{query}");
        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src]), main script"));
        return page;
    }

    private static string Text(IParentNode page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
