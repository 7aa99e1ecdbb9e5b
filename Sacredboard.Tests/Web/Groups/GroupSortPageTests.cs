using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.TablePage;

namespace Sacredboard.Tests.Web.Groups;

/// <summary>Headings and the menu sort groups by several levels, without scripts.</summary>
public sealed class GroupSortPageTests(GroupSortPageTests.Storage storage) : IClassFixture<GroupSortPageTests.Storage>
{
    [Fact]
    public async Task A_heading_sorts_by_it_alone_turns_round_and_stops()
    {
        var page = await GetAsync("?group=lr&columns=x");
        foreach (var (order, sorted) in new[] { ("x", "ascending"), ("-x", "descending"), (null, (string?)null) })
        {
            page = await RunTablePage.GetAsync(storage.Address, page.Heading("x"));
            Assert.Equal(order, Sort(page));
            Assert.Equal(sorted, Heading(page, "x").GetAttribute("aria-sort"));
        }
    }

    [Fact]
    public async Task The_number_of_runs_goes_down_first_and_is_no_config_key()
    {
        var page = await GetAsync("?group=lr&columns=x");
        var once = await RunTablePage.GetAsync(storage.Address, page.Heading("count"));
        var twice = await RunTablePage.GetAsync(storage.Address, once.Heading("count"));

        Assert.Equal(("-count", "count"), (Sort(once), Sort(twice)));
        Assert.Equal("Largest first again", Heading(twice, "count").QuerySelector("button")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Headings_show_the_level_and_the_statistic_that_is_compared()
    {
        var page = await GetAsync("?group=lr&columns=x&sort=-lr,std:x");

        Assert.Equal(("descending", null), (Heading(page, "lr").GetAttribute("aria-sort"), Heading(page, "x").GetAttribute("aria-sort")));
        Assert.Equal(["descending, level 1"], Levels(page, "lr"));
        Assert.Equal(["std", "ascending, level 2"], Levels(page, "x"));
        Assert.Equal(["2"], [.. page.Document.QuerySelectorAll("[data-sort-menu] .count").Select(count => count.TextContent)]);
    }

    [Fact]
    public async Task The_menu_offers_every_measure_of_numbers_and_lists_turns_raises_and_removes_levels()
    {
        var page = await GetAsync("?group=lr&columns=x,name,started");
        Assert.Equal("Largest first", page.Document.QuerySelector("[data-sort-menu] .menu-title")!.TextContent);
        Assert.Equal(
            ["then:-count", "then:lr", "then:x", "then:std:x", "then:min:x", "then:max:x", "then:started"],
            page.Document.QuerySelectorAll("[data-step-choice] option")
                .Select(option => option.GetAttribute("value"))
                .Where(value => value != ""));

        page = await GetAsync("?group=lr&columns=x,name,started&sort=max:x&order=then:-count");
        Assert.Equal("max:x,-count", Sort(page));
        page = await StepAsync(page, "count", "turn");
        page = await StepAsync(page, "count", "sooner");
        Assert.Equal("count,max:x", Sort(page));
        page = await StepAsync(page, "max:x", "drop");
        Assert.Equal("count", Sort(page));
    }

    [Fact]
    public async Task The_mean_is_one_level_however_it_is_written()
    {
        var page = await GetAsync("?group=lr&columns=x&sort=mean:x");

        Assert.Equal("ascending", Heading(page, "x").GetAttribute("aria-sort"));
        Assert.Equal("-mean:x", Sort(await RunTablePage.GetAsync(storage.Address, page.Heading("x"))));
        Assert.DoesNotContain(
            "then:x",
            page.Document.QuerySelectorAll("[data-step-choice] option").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task Groups_stand_in_the_order_of_all_levels()
    {
        var page = await GetAsync("?group=lr,name&columns=x&sort=name,-max:x");

        Assert.Equal(
            ["n0 0", "n0 0.1", "n0 0.2", "n1 0.2", "n1 0", "n1 0.1"],
            page.Document.QuerySelectorAll("[data-group]").Select(group => $"{Key(group, "name")} {Key(group, "lr")}"));
    }

    private static string Key(IElement group, string field) => group.QuerySelector($"[data-key={field}]")!.TextContent.Trim();

    private static IReadOnlyList<string> Levels(RunTablePage page, string field) =>
        [.. Heading(page, field).QuerySelectorAll("button > .level").Select(level => level.TextContent.Trim())];

    private static IElement Heading(RunTablePage page, string field) =>
        page.Document.QuerySelectorAll("[data-column]").Single(heading => heading.GetAttribute("data-column") == field);

    private static string? Sort(RunTablePage page) => page.Document.QuerySelector("#order [name=sort]")?.GetAttribute("value");

    private Task<RunTablePage> StepAsync(RunTablePage page, string level, string step) => RunTablePage.GetAsync(
        storage.Address, page.Leads(page.Document.QuerySelector($"[data-level='{level}'] [value^={step}]")!));

    private Task<RunTablePage> GetAsync(string query) => RunTablePage.GetAsync(storage.Address, "lab/runs" + query);

    public sealed class Storage() : MemoryBoard(
        Enumerable.Range(1, 12)
            .Select(i => TestRuns.Run(i).With(("lr", (i % 3) / 10.0), ("x", (double)i), ("name", "n" + (i % 2)), ("count", i))));
}
