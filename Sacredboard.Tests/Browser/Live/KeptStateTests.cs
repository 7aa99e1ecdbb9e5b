using Microsoft.Playwright;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Live;

/// <summary>Focus, selection, scroll position, open parts and typed text stay while the page is updated.</summary>
public sealed class KeptStateTests(ChromiumFixture chromium) : BrowserTest(chromium), IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task In_the_rows_of_the_table()
    {
        await using var board = Board.OnDirectory(_directory.Path);
        var (first, second) = (NewRun(1), NewRun(2));
        await first.StartAsync();
        await second.StartAsync();
        first.Print(new string('x', 2000));
        await first.BeatAsync();
        await second.BeatAsync(result: 0.0625);
        var page = await NewPageAsync(board.Address);
        var runs = await RunsPage.OpenAsync(page, Board.Source);
        await Expect(runs.Cell("2", "result")).ToContainTextAsync("0.0625");
        await runs.Toggle("1").ClickAsync();
        await Expect(runs.Details).ToHaveCountAsync(1);
        await runs.Detail("1").Locator("[data-tree] details > summary").First.ClickAsync();
        await page.Locator("[data-select][value='1']").CheckAsync();
        await page.EvaluateAsync("document.querySelector('[data-part=output] pre').scrollLeft = 30");
        await SelectAsync(page, "[data-run='2'] .c-result");
        await runs.Toggle("1").FocusAsync();

        await second.BeatAsync(result: 0.25);
        first.Print("the next line");
        await first.BeatAsync(result: 0.125);
        await NewRun(3).StartAsync();
        await Expect(runs.Row("3")).ToBeVisibleAsync();
        await Expect(runs.Cell("1", "result")).ToContainTextAsync("0.125");

        await Expect(runs.Toggle("1")).ToBeFocusedAsync();
        await Expect(runs.Toggle("1")).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("[data-select][value='1']")).ToBeCheckedAsync();
        await Expect(runs.Detail("1")).ToContainTextAsync("the next line");
        await Expect(runs.Detail("1").Locator("[data-tree] details").First).Not.ToHaveAttributeAsync("open", "");
        Assert.Equal("0.0625", await SelectedAsync(page));
        Assert.Equal(30, await page.EvaluateAsync<int>("document.querySelector('[data-part=output] pre').scrollLeft"));

        await page.EvaluateAsync("getSelection().removeAllRanges()");
        await Expect(runs.Cell("2", "result")).ToContainTextAsync("0.25");
    }

    [Fact]
    public async Task In_a_row_that_moves_to_another_place()
    {
        var store = new MemoryRunStore();
        store.Put(TestRuns.Run(1) with { Comment = "a" }, TestRuns.Run(2) with { Comment = "b" }, TestRuns.Run(3) with { Comment = "c" });
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        var runs = await RunsPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "?columns=comment&sort=comment");
        await runs.Toggle("3").FocusAsync();

        store.Put(TestRuns.Run(3) with { Comment = "0" });

        await Eventually.TrueAsync(async () => (await runs.IdsAsync())[0] == "3", "run 3 at the top");
        await Expect(runs.Toggle("3")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task In_the_table_of_groups()
    {
        var store = new MemoryRunStore();
        store.Put([.. Enumerable.Range(1, 60).Select(id => TestRuns.Run(id) with { Experiment = $"exp {id:00}" })]);
        await using var board = Board.OnStore(store);
        await board.LoadedAsync();
        var page = await NewPageAsync(board.Address, options => options.ViewportSize = new() { Width = 1280, Height = 700 });
        var runs = await RunsPage.OpenAsync(page, Board.Source, "?group=experiment&sort=experiment");
        await page.EvaluateAsync("document.querySelector('[data-groups]').scrollTop = 120");
        await page.Locator("#views > summary").ClickAsync();
        var name = page.Locator("#views [data-view-form=create] [name=name]");
        await name.FillAsync("half a na");

        store.Put(TestRuns.Run(61) with { Experiment = "exp 01" });

        await Expect(runs.Chip("COMPLETED")).ToContainTextAsync("61");
        await Expect(page.Locator("[data-count='2']")).ToHaveCountAsync(1);
        await Expect(name).ToBeFocusedAsync();
        await Expect(name).ToHaveValueAsync("half a na");
        Assert.Equal(120, await page.EvaluateAsync<int>("document.querySelector('[data-groups]').scrollTop"));
        // The inserted elements work as those of the first page did.
        await page.Keyboard.PressAsync("Escape");
        await runs.Chip("COMPLETED").ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("status=COMPLETED"));
    }

    [Fact]
    public async Task On_the_overview_of_a_run()
    {
        await using var board = Board.OnDirectory(_directory.Path);
        var run = NewRun(1);
        await run.StartAsync();
        run.Print(string.Join('\n', Enumerable.Range(1, 200).Select(line => $"line {line} {new string('x', 200)}")));
        await run.BeatAsync(result: 0.25);
        var page = await NewPageAsync(board.Address, options => options.ViewportSize = new() { Width = 1280, Height = 500 });
        await RunPage.OpenAsync(page, Board.Source, "1");
        await Expect(page.Locator("[data-output-tail]")).ToContainTextAsync("line 200");
        await page.EvaluateAsync("document.querySelector('[data-output-tail]').scrollLeft = 40");
        await page.EvaluateAsync("scrollTo(0, 20)");
        await SelectAsync(page, "[data-region=facts] h2");
        await page.Locator("[data-region=output] a.more").FocusAsync();

        run.Print("line 201");
        await run.BeatAsync(result: 0.5);
        await Expect(page.Locator("[data-output-tail]")).ToContainTextAsync("line 201");

        await Expect(page.Locator("[data-region=output] a.more")).ToBeFocusedAsync();
        Assert.Equal(40, await page.EvaluateAsync<int>("document.querySelector('[data-output-tail]').scrollLeft"));
        Assert.Equal(20, await page.EvaluateAsync<int>("scrollY"));
        Assert.Equal("Result", await SelectedAsync(page));
        await Expect(page.Locator("[data-region=facts]")).ToContainTextAsync("0.25");

        await page.EvaluateAsync("getSelection().removeAllRanges()");
        await Expect(page.Locator("[data-region=facts]")).ToContainTextAsync("0.5");
    }

    [Fact]
    public async Task Among_the_charts_when_a_metric_is_new()
    {
        await using var board = Board.OnDirectory(_directory.Path);
        var run = NewRun(1);
        await run.StartAsync();
        foreach (var metric in (string[])["training.loss", "training.accuracy", "speed"])
        {
            run.Log(metric, 0, 1);
            run.Log(metric, 1, 0.5);
        }

        await run.BeatAsync();
        var page = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        await Eventually.TrueAsync(async () => await page.DrawnAsync() == 3, "three curves");
        await page.Page.Locator("[data-group=training] > summary").ClickAsync();
        await page.Chart("speed").Locator(".chart-statistics > summary").ClickAsync();
        await page.Page.Locator("[data-x]").SelectOptionAsync("relative");
        await page.Page.Locator("[data-filter]").FillAsync("e");

        run.Log("seconds", 0, 3);
        run.Log("seconds", 1, 4);
        run.Log("ohm", 1, 4);
        await run.BeatAsync();
        await Expect(page.Chart("seconds")).ToBeVisibleAsync();

        await Eventually.TrueAsync(
            async () => await page.Chart("seconds").Locator("canvas[data-drawn]").CountAsync() == 1,
            "the new curve");
        await Expect(page.Chart("ohm")).ToBeHiddenAsync();
        await Expect(page.Page.Locator("[data-group=training]")).Not.ToHaveAttributeAsync("open", "");
        await Expect(page.Chart("speed").Locator(".chart-statistics")).ToHaveAttributeAsync("open", "");
        await Expect(page.Chart("speed").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "relative");
        await Expect(page.Page.Locator("[data-x]")).ToHaveValueAsync("relative");
        await Expect(page.Page.Locator("[data-filter]")).ToBeFocusedAsync();
        await Expect(page.Page.Locator("[data-filter]")).ToHaveValueAsync("e");
    }

    [Fact]
    public async Task In_the_status_of_a_TensorBoard()
    {
        using var storage = new LogStorage();
        storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync("""
            echo "TensorBoard 9.9 at http://127.0.0.1:$PORT$PREFIX/ (Press CTRL+C to quit)" >&2
            i=0
            while [ $i -lt 1000 ]; do i=$((i + 1)); echo "a long line that has to be scrolled $(printf '%0300d' $i)" >&2; sleep 0.2; done
            """);
        await using var board = Board.OnDirectory(storage.Root, ("TensorBoard:Command", fake.Command));
        var page = await NewPageAsync(board.Address);
        await RunPage.OpenAsync(page, Board.Source, "7", "tensorboard");
        await page.Context.RunAndWaitForPageAsync(() => page.Locator("[data-tensorboard] [data-tensorboard-start]").ClickAsync());
        await Expect(page.Locator("[data-tensorboard]")).ToHaveAttributeAsync("data-phase", "running");
        await page.Locator(".tb-output > summary").ClickAsync();
        var lines = page.Locator("[data-tensorboard-lines]");
        await Expect(lines).ToContainTextAsync("0020\n");
        await lines.EvaluateAsync("lines => lines.scrollTop = 50");
        await page.Locator("[data-tensorboard-stop]").FocusAsync();

        var before = await lines.InnerTextAsync();
        await Expect(lines).Not.ToHaveTextAsync(before);

        await Expect(page.Locator(".tb-output")).ToHaveAttributeAsync("open", "");
        await Expect(page.Locator("[data-tensorboard-stop]")).ToBeFocusedAsync();
        Assert.Equal(50, await lines.EvaluateAsync<int>("lines => lines.scrollTop"));

        await SelectAsync(page, "#tb-title");
        before = await lines.InnerTextAsync();
        await page.WaitForResponseAsync(response => response.Url.Contains("part=status", StringComparison.Ordinal));
        Assert.Equal("TensorBoard", await SelectedAsync(page));
        Assert.Equal(before, await lines.InnerTextAsync());
    }

    private DirectoryRun NewRun(int id) => new(_directory.Path, $"{id}");

    private static Task SelectAsync(IPage page, string selector) =>
        page.EvaluateAsync("selector => getSelection().selectAllChildren(document.querySelector(selector))", selector);

    private static Task<string> SelectedAsync(IPage page) => page.EvaluateAsync<string>("String(getSelection()).trim()");
}
