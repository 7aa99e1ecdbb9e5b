using Microsoft.Playwright;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Runs;

/// <summary>What is where in the table: nothing is hidden behind an edge, covers something else or moves away.</summary>
public sealed class TableLookTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string Columns = "?columns=experiment,started,duration,host,result,optimizer.lr,model.hidden,batch_size,epochs,seed";

    // Of what is seen: its name, and where it is.
    private const string Boxes = """
        elements => elements
          .filter(element => element.checkVisibility() && element.getBoundingClientRect().bottom <= innerHeight)
          .map(element => {
            const { statusFilter, statusInMenu } = element.dataset
            const box = element.getBoundingClientRect()
            return [statusFilter ?? statusInMenu ?? 'tools', box.left, box.right]
          })
        """;

    // Of the narrow first cells of each row: what is not whole or lies on something else.
    private const string CoveredOrCut = """
        rows => rows.flatMap(row => {
          const parts = [...row.querySelectorAll('.c-status :is(input, .toggle, .status .icon), .c-id a, .pick, th button')]
            .filter(part => part.checkVisibility())
          const outside = parts.filter(part => {
            const [box, cell] = [part.getBoundingClientRect(), part.closest('td, th').getBoundingClientRect()]
            return box.left < cell.left - 0.5 || box.right > cell.right + 0.5
          })
          const covered = parts.filter((part, i) => parts.some((other, j) => {
            const [box, beside] = [part.getBoundingClientRect(), other.getBoundingClientRect()]
            return j > i && !part.contains(other) && box.left < beside.right && beside.left < box.right
          }))
          return [...outside, ...covered].map(part => `${row.dataset.run ?? 'heading'}: ${part.outerHTML.slice(0, 80)}`)
        })
        """;

    [Theory]
    [InlineData(1280, true, 6)]
    [InlineData(1280, false, 6)]
    [InlineData(800, true, 3)]
    [InlineData(360, true, 2)]
    [InlineData(360, false, 2)]
    public async Task Every_status_is_a_whole_tab_or_in_the_menu(int width, bool withScripts, int leastTabs)
    {
        await using var board = await ManyAsync();
        var page = await NewPageAsync(board.Address, options =>
        {
            options.ViewportSize = new() { Width = width, Height = 740 };
            options.JavaScriptEnabled = withScripts;
        });
        await RunsPage.OpenAsync(page, "lab");

        var tabs = await BoxesAsync(page, "[data-status-filter]");
        var menu = page.Locator("[data-status-more]");
        IReadOnlyList<(string Name, double Left, double Right)> hidden = [];
        if (await menu.IsVisibleAsync())
        {
            await menu.Locator("summary").ClickAsync();
            hidden = await BoxesAsync(page, "[data-status-in-menu]");
            Assert.NotEmpty(hidden);
        }

        Assert.InRange(tabs.Count, leastTabs, 12);
        Assert.All(tabs.Concat(hidden), tab => Assert.InRange(tab.Right, 0, width));
        Assert.Equal(tabs.OrderBy(tab => tab.Left), tabs);
        Assert.All(tabs.Zip(tabs.Skip(1)), pair => Assert.True(pair.First.Right <= pair.Second.Left));
        Assert.Equal(
            ManyStatuses().Select(run => run.Status!).Append("").Order(StringComparer.Ordinal),
            tabs.Concat(hidden).Select(tab => tab.Name).Order(StringComparer.Ordinal));
        if (width > 640)
        {
            Assert.True(tabs[^1].Right < (await BoxesAsync(page, ".table-tools"))[0].Left);
        }
    }

    [Fact]
    public async Task A_status_in_the_menu_is_a_tab_once_it_is_chosen()
    {
        await using var board = await ManyAsync();
        var page = await NewPageAsync(board.Address, options => options.ViewportSize = new() { Width = 360, Height = 740 });
        var runs = await RunsPage.OpenAsync(page, "lab");
        await Expect(runs.Chip("EARLY_STOPPED")).ToBeHiddenAsync();

        await page.Locator("[data-status-more] summary").ClickAsync();
        await page.Locator("[data-status-in-menu=EARLY_STOPPED]").ClickAsync();

        await Expect(runs.Chip("EARLY_STOPPED")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(runs.Chip("EARLY_STOPPED")).ToBeVisibleAsync();
        await Expect(runs.Rows).ToHaveCountAsync(1);

        await page.Locator("[data-status-more] summary").ClickAsync();
        await page.Locator("[data-status-in-menu=OUT_OF_MEMORY]").ClickAsync();
        await Expect(runs.Chip("OUT_OF_MEMORY")).ToBeVisibleAsync();
        await Expect(runs.Chip("EARLY_STOPPED")).ToBeVisibleAsync();
        Assert.All(await BoxesAsync(page, "[data-status-filter]"), tab => Assert.InRange(tab.Right, 0, 360));
        await page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Tabs_stay_where_they_are_when_one_is_chosen()
    {
        var runs = await OpenAsync();
        var before = await BoxesAsync(runs.Page, "[data-status-filter]");

        await runs.Chip("COMPLETED").ClickAsync();
        await Expect(runs.Chip("COMPLETED")).ToHaveAttributeAsync("aria-current", "true");
        Assert.Equal(before, await BoxesAsync(runs.Page, "[data-status-filter]"));

        await runs.Page.GotoAsync("samples/runs/42");
        var tabs = runs.Page.Locator("[data-tab-link]");
        var left = "tabs => tabs.map(tab => tab.getBoundingClientRect().left)";
        var places = await tabs.EvaluateAllAsync<double[]>(left);
        await tabs.Nth(3).ClickAsync();
        await Expect(tabs.Nth(3)).ToHaveAttributeAsync("aria-current", "page");
        Assert.Equal(places, await tabs.EvaluateAllAsync<double[]>(left));
    }

    [Fact]
    public async Task The_number_of_runs_stays_in_view_when_the_table_is_scrolled_sideways()
    {
        var runs = await OpenAsync(Columns, 700);
        await runs.Page.Locator(".table-scroll").EvaluateAsync("box => { box.scrollLeft = 300 }");

        var label = runs.Page.Locator("[data-total]");
        var total = (await label.BoundingBoxAsync())!;
        var id = (await runs.Rows.First.Locator(".c-id").BoundingBoxAsync())!;
        Assert.Equal(0, total.X);
        Assert.Equal(id.X + id.Width, total.X + total.Width, 1.0);
        // It covers the totals that are scrolled behind it.
        Assert.True(await label.EvaluateAsync<bool>("""
            label => {
              const box = label.getBoundingClientRect()
              return document.elementFromPoint(box.right - 20, box.top + 10) === label
            }
            """));
    }

    [Theory]
    [InlineData("min(validation.accuracy_of_the_best_model)")]
    [InlineData("data.a_very_long_key_of_a_config")]
    public async Task The_heading_that_the_table_is_sorted_by_is_read_whole(string field)
    {
        var heading = (await OpenAsync($"?columns=experiment,{field}&sort={field},id")).Heading(field).Locator("bdi");

        Assert.True(await heading.EvaluateAsync<bool>("title => title.scrollWidth <= title.clientWidth"));
    }

    [Fact]
    public async Task Rows_are_compact_when_chosen_and_stay_so()
    {
        var runs = await OpenAsync();
        Assert.Equal(36, (await runs.Row("42").BoundingBoxAsync())!.Height);

        await runs.Page.Locator("[data-density]").ClickAsync();
        Assert.Equal(28, (await runs.Row("42").BoundingBoxAsync())!.Height);
        await runs.Page.ReloadAsync();
        Assert.Equal(28, (await runs.Row("42").BoundingBoxAsync())!.Height);
        await runs.Page.GotoAsync("samples/runs?group=experiment");
        Assert.Equal(28, (await runs.Page.Locator("tr.group").First.BoundingBoxAsync())!.Height);

        await runs.Page.Locator("[data-density]").ClickAsync();
        Assert.Equal(36, (await runs.Page.Locator("tr.group").First.BoundingBoxAsync())!.Height);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Completed_is_quiet_and_failed_is_not(ColorScheme theme)
    {
        var page = await NewPageAsync(samples.Address, options => options.ColorScheme = theme);
        var runs = await RunsPage.OpenAsync(page, "samples");
        var colour = "element => getComputedStyle(element).color";

        var muted = await runs.Cell("42", "host").Or(page.Locator(".pager")).Last.EvaluateAsync<string>(colour);
        Assert.Equal(muted, await runs.Status("42").EvaluateAsync<string>(colour));
        Assert.NotEqual(muted, await runs.Status("2").EvaluateAsync<string>(colour));
    }

    [Fact]
    public async Task On_a_telephone_icons_are_whole_and_nothing_overlaps()
    {
        var runs = await OpenAsync("", 360);
        await runs.Cell("41", "status").HoverAsync();
        await Expect(runs.Cell("41", "status").Locator(".pick")).ToBeAttachedAsync();

        Assert.Empty(await runs.Page.Locator(".runs tr").EvaluateAllAsync<string[]>(CoveredOrCut));
    }

    private static RunSummary[] ManyStatuses() =>
    [
        .. ((string[])[
            RunStatus.Completed, RunStatus.Failed, RunStatus.Interrupted, RunStatus.Timeout, RunStatus.Queued,
            "EARLY_STOPPED", "KILLED_BY_SCHEDULER", "OUT_OF_MEMORY", "PREEMPTED"])
            .Select((status, i) => TestRuns.Run(i + 1) with { Status = status }),
    ];

    private static async Task<Board> ManyAsync()
    {
        var store = new MemoryRunStore();
        store.Put(ManyStatuses());
        var board = Board.OnStore(store);
        await board.LoadedAsync();
        return board;
    }

    private static async Task<IReadOnlyList<(string Name, double Left, double Right)>> BoxesAsync(IPage page, string selector)
    {
        var boxes = await page.Locator(selector).EvaluateAllAsync<object[][]>(Boxes);
        return [.. boxes.Select(box => ((string)box[0], Convert.ToDouble(box[1]), Convert.ToDouble(box[2])))];
    }

    private async Task<RunsPage> OpenAsync(string query = "", int width = 1280) => await RunsPage.OpenAsync(
        await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = width, Height = 740 }), "samples", query);
}
