using System.Net;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Groups;

/// <summary>The sample runs in groups, and the line of totals, without scripts.</summary>
public sealed class GroupTableTests(SamplesBoard samples)
{
    [Fact]
    public async Task Same_settings_and_other_seeds_are_one_row()
    {
        var page = await GetAsync("?group=experiment,config");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var groups = Groups(page);
        Assert.Equal(34, groups.Count);
        Assert.Equal(["2", "2"], groups.Take(2).Select(group => group.QuerySelector("[data-count]")!.GetAttribute("data-count")));
        Assert.Contains("config without data.split_seed and seed", page.Document.QuerySelector("[data-grouped-by]")!.TextContent);
        Assert.DoesNotContain(
            page.Document.QuerySelectorAll("[data-column]"),
            heading => heading.GetAttribute("data-column")!.Contains("seed"));
        Assert.Equal("0.9569 ± 0.0020", Text(groups[0].QuerySelector("[data-value=result] .summary")!));
        Assert.Equal("2 completed", groups[0].QuerySelector(".mix")!.GetAttribute("title"));
        Assert.Equal("1–34 of 34", page.Range);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task A_key_in_which_groups_differ_can_be_left_out()
    {
        var page = await GetAsync("?group=experiment,config&sort=-count");
        var without = page.Document.QuerySelector("[data-leave-out='optimizer.lr']")!.GetAttribute("href")!;
        Assert.Equal("/samples/runs?group=experiment,config&seeds=auto,optimizer.lr&sort=-count", without);

        var fewer = await RunTablePage.GetAsync(samples.Address, without);
        Assert.True(Groups(fewer).Count < Groups(page).Count, $"{Groups(fewer).Count} of {Groups(page).Count}");
        Assert.Contains("optimizer.lr", fewer.Document.QuerySelector("[data-grouped-by]")!.TextContent);
        Assert.Null(fewer.Document.QuerySelector("[data-column='optimizer.lr']"));
        Assert.Equal("auto,optimizer.lr", fewer.Document.QuerySelector("#group-seeds")!.GetAttribute("value"));

        Assert.Equal(
            "/samples/runs?group=config&sort=-count",
            page.Document.QuerySelector("[data-leave-out=experiment]")!.GetAttribute("href"));
        Assert.Empty((await GetAsync("?group=experiment")).Document.QuerySelectorAll("[data-leave-out]"));
        Assert.Equal(
            "/samples/runs?group=status",
            (await GetAsync("?group=status,optimizer.name")).Document.QuerySelector("[data-leave-out='optimizer.name']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_expanded_group_shows_its_runs_their_seeds_and_from_where_to_where_its_numbers_go()
    {
        var closed = await GetAsync("?group=experiment,config");
        var toggle = Groups(closed)[0].QuerySelector("[data-group-toggle]")!;
        Assert.Equal("false", toggle.GetAttribute("aria-expanded"));
        var open = await RunTablePage.GetAsync(samples.Address, toggle.GetAttribute("href")!);
        var group = Groups(open)[0];

        Assert.Equal(["27", "26"], group.QuerySelectorAll("[data-run]").Select(row => row.GetAttribute("data-run")));
        Assert.Equal(["seed 3", "seed 2"], group.QuerySelectorAll(".seed").Select(Text));
        Assert.Equal("0.955556 … 0.958333", Text(group.QuerySelector("[data-range-of=result]")!));
        var closing = group.QuerySelector("[data-group-toggle]")!;
        Assert.Equal("true", closing.GetAttribute("aria-expanded"));
        Assert.DoesNotContain("open=", closing.GetAttribute("href"));
    }

    [Fact]
    public async Task A_group_leads_to_just_its_runs_in_the_table_of_runs()
    {
        var page = await GetAsync("?group=experiment,config&open=27&columns=result");
        var link = page.Document.QuerySelector("[data-group-all]")!;
        var flat = await RunTablePage.GetAsync(samples.Address, link.GetAttribute("href")!);

        Assert.Equal("All 2 runs in the table", Text(link));
        Assert.Equal(["27", "26"], flat.Ids);
        Assert.Empty(flat.Problems);
        Assert.Null(flat.Document.QuerySelector("[data-groups]"));
    }

    [Fact]
    public async Task Every_link_keeps_groups_and_order()
    {
        var page = await GetAsync("?q=digits&status=COMPLETED&group=optimizer.lr&seeds=fold&sort=-mean:result&size=25");

        Assert.Equal(
            "/samples/runs?q=digits&status=COMPLETED&sort=-result&size=25",
            page.Document.QuerySelector("[data-ungroup]")!.GetAttribute("href"));
        var chip = page.Filter("")!.GetAttribute("href")!;
        Assert.Contains("group=optimizer.lr&seeds=fold&sort=-mean%3Aresult", chip);
        var kept = page.Document.QuerySelectorAll("input[form=search][type=hidden]")
            .ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value"));
        Assert.Equal(("optimizer.lr", "fold", "-mean:result"), (kept["group"], kept["seeds"], kept["sort"]));
        var form = page.Document.QuerySelector("[data-group-form]")!;
        Assert.Equal("optimizer.lr", form.QuerySelector("[name=group]")!.GetAttribute("value"));
        Assert.Equal(
            ["digits", "COMPLETED", "-mean:result", "25"],
            form.QuerySelectorAll("[type=hidden]").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task Headings_sort_groups_and_turn_round()
    {
        var page = await GetAsync("?group=experiment");
        var once = await RunTablePage.GetAsync(samples.Address, page.Heading("duration"));
        var twice = await RunTablePage.GetAsync(samples.Address, once.Heading("duration"));

        Assert.Equal("ascending", Heading(once, "duration").GetAttribute("aria-sort"));
        Assert.Equal(Experiments(once).Reverse(), Experiments(twice));
        Assert.Equal("descending", Heading(twice, "duration").GetAttribute("aria-sort"));
        Assert.Null(Heading(await RunTablePage.GetAsync(samples.Address, twice.Heading("duration")), "duration").GetAttribute("aria-sort"));
    }

    [Fact]
    public async Task Texts_that_are_all_the_same_are_shown_and_others_differ()
    {
        var page = await GetAsync("?group=experiment&columns=command,host,last(training.loss)");
        var evaluate = Groups(page).Single(group => Text(group.QuerySelector("[data-key=experiment]")!) == "evaluate");

        Assert.Equal("evaluate", Text(evaluate.QuerySelector("[data-value=command]")!));
        Assert.Equal("differ", Text(Groups(page)[0].QuerySelector("[data-value=host]")!));
    }

    [Theory]
    [InlineData("?group=a..b", "group")]
    [InlineData("?group=experiment&seeds=[", "seeds")]
    [InlineData("?group=experiment&sort=mean:", "sort")]
    [InlineData("?group=experiment&page=9", "page")]
    public async Task Invalid_parameters_are_reported_and_ignored(string query, string parameter)
    {
        var page = await GetAsync(query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal([parameter], page.Problems);
    }

    [Theory]
    [InlineData("?group=model.hiden", "group")]
    [InlineData("?sort=-model.hiden", "sort")]
    public async Task What_no_run_has_is_reported(string query, string parameter)
    {
        var page = await GetAsync(query);

        Assert.Equal([parameter], page.Problems);
        Assert.Contains("No run has a config value model.hiden.", page.Document.QuerySelector("[data-problem]")!.TextContent);
    }

    [Fact]
    public async Task The_whole_config_has_two_names()
    {
        var (named, usual) = (await GetAsync("?group=config-without-seed"), await GetAsync("?group=config"));

        Assert.True(Groups(usual).Count() > 1);
        Assert.Equal(Groups(usual).Select(Text), Groups(named).Select(Text));
    }

    [Fact]
    public async Task A_status_that_nothing_has_leaves_no_group()
    {
        Assert.Equal("nothing-matches", (await GetAsync("?group=experiment&status=RUNNING")).Empty);
    }

    [Fact]
    public async Task All_pages_are_summed_up_under_the_table()
    {
        var page = await GetAsync("?size=25&columns=result,duration,seed,optimizer.lr,experiment");
        var all = await GetAsync("?page=2&size=25&columns=result,duration,seed,optimizer.lr,experiment");

        Assert.Equal("42 runs", Text(page.Document.QuerySelector("[data-total]")!));
        Assert.Equal("0.92 ± 0.18", Total(page, "result"));
        Assert.Contains("besides", page.Document.QuerySelector("[data-total-of=result] .summary")!.GetAttribute("title"));
        Assert.Equal("", Total(page, "experiment"));
        Assert.Equal(Total(page, "optimizer.lr"), Total(all, "optimizer.lr"));
        Assert.Equal("", Total(page, "seed"));
        Assert.Null((await GetAsync("?q=id%20%3D%203")).Document.QuerySelector("tfoot"));
    }

    [Fact]
    public async Task Means_have_bars_and_seeds_have_no_mean()
    {
        var page = await GetAsync("?group=experiment&columns=result~bar0,seed&open=27");

        var means = page.Document.QuerySelectorAll(".group [data-value=result]");
        Assert.Contains(means, cell => cell.ClassName!.Contains("bar part-"));
        Assert.All(means, cell => Assert.Equal(cell.TextContent.Contains("0."), cell.ClassName!.Contains("bar part-")));
        Assert.Contains(page.Document.QuerySelectorAll(".member .c-result"), cell => cell.ClassName!.Contains("bar part-"));
        Assert.Contains("differ", page.Document.QuerySelectorAll(".group [data-value=seed]").Select(Text));
        Assert.DoesNotContain(page.Document.QuerySelectorAll(".group [data-value=seed]"), cell => cell.TextContent.Contains('±'));
    }

    private static string Total(RunTablePage page, string column) =>
        page.Document.QuerySelector($"[data-total-of='{column}']") is { } cell ? Text(cell.QuerySelector(".summary")) : "none";

    private static string Text(IElement? element) =>
        element is null ? "" : string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IReadOnlyList<IElement> Groups(RunTablePage page) => [.. page.Document.QuerySelectorAll("[data-group]")];

    private static IEnumerable<string> Experiments(RunTablePage page) =>
        Groups(page).Select(group => Text(group.QuerySelector("[data-key=experiment]")!));

    private static IElement Heading(RunTablePage page, string field) =>
        page.Document.QuerySelectorAll("[data-column]").Single(heading => heading.GetAttribute("data-column") == field);

    private async Task<RunTablePage> GetAsync(string query)
    {
        while ((await RunTablePage.GetAsync(
            samples.Address,
            "samples/runs")).Document.QuerySelector("#view")!.GetAttribute("data-phase") == "loading")
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return await RunTablePage.GetAsync(samples.Address, "samples/runs" + query);
    }
}
