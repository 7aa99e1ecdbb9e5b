using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>What one chooses for charts is in the address, and goes along to other runs.</summary>
public sealed class ChartSettingsTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string Zoomed = "?zoom=training.loss:20:40&yscale=log&table=status%3DCOMPLETED";

    [Fact]
    public async Task Axes_and_zoom_are_in_the_address_and_go_along_to_the_next_run()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "20", "metrics?table=status%3DCOMPLETED");
        await run.Page.Locator("[data-log]").CheckAsync();
        await ZoomAsync(run, "training.loss");
        await Expect(run.Page).ToHaveURLAsync(new Regex(@"table=.*yscale=log.*zoom=training\.loss%3A"));
        var zoom = Query(run.Page)["zoom"];
        await run.Page.WaitForLoadStateAsync();

        await run.Page.Keyboard.PressAsync("]");
        await Expect(run.Page.Locator(".run-id")).Not.ToHaveTextAsync("#20");
        await Expect(run.Page.Locator("[data-log]")).ToBeCheckedAsync();
        await Expect(Window(run, "training.loss")).ToContainTextAsync("steps");
        await Expect(Window(run, "training.accuracy")).ToHaveCountAsync(0);
        Assert.Equal((zoom, "log", "status=COMPLETED"), (Query(run.Page)["zoom"], Query(run.Page)["yscale"], Query(run.Page)["table"]));

        await run.Page.Locator("[data-x]").SelectOptionAsync("relative");
        await Expect(run.Page).ToHaveURLAsync(new Regex("x=relative"));
        await Expect(Window(run, "training.loss")).ToHaveCountAsync(0);
        Assert.Null(Query(run.Page)["zoom"]);
        await run.Page.ReloadAsync();
        await Expect(run.Page.Locator("[data-x]")).ToHaveValueAsync("relative");
        await Expect(run.Page.Locator("[data-metric='training.loss'] canvas")).ToHaveAttributeAsync("data-drawn", "relative");
    }

    [Fact]
    public async Task A_zoom_is_ended_by_a_button_that_is_seen()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "20", "metrics" + Zoomed);
        await Expect(run.Chart("training.loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step zoomed");
        await Expect(Window(run, "training.loss")).ToContainTextAsync("steps 20 to 40, values ");

        await run.Chart("training.loss").GetByRole(AriaRole.Button, new() { Name = "Reset zoom" }).ClickAsync();

        await Expect(run.Chart("training.loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(Window(run, "training.loss")).ToHaveCountAsync(0);
        Assert.Equal((null, "log"), (Query(run.Page)["zoom"], Query(run.Page)["yscale"]));
        Assert.DoesNotContain("zoom=", await run.Page.Locator("[data-next]").GetAttributeAsync("href"));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task A_zoomed_chart_and_its_text_alternative_are_accessible(ColorScheme theme, int width)
    {
        var page = await NewPageAsync(samples.Address, options =>
        {
            options.ColorScheme = theme;
            options.ViewportSize = new() { Width = width, Height = 800 };
        });
        var run = await RunPage.OpenAsync(page, "samples", "20", "metrics" + Zoomed);

        await Expect(run.Chart("training.loss").Locator("canvas"))
            .ToHaveAccessibleNameAsync(new Regex(@"^training\.loss: 80 points, last 0\.00380821\. steps 20 to 40, values \S+ to \S+$"));
        await page.AssertAccessibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task What_cannot_be_drawn_by_step_says_so_and_is_drawn_by_time()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        folder.WriteOld("1", "metrics.json", """
            {"text": {"steps": ["a", "b"], "values": [1, 2], "timestamps": ["2026-01-01T00:00:01", "2026-01-01T00:00:02"]},
             "timeless": {"steps": [1, 2], "values": [1, 2], "timestamps": []},
             "moment": {"steps": [1], "values": [1], "timestamps": ["2026-01-01T00:00:01"]}}
            """);
        await using var board = Board.OnDirectory(folder.Root);
        await board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        await Expect(run.Chart("timeless").Locator("canvas")).ToBeVisibleAsync();
        await Expect(run.Chart("text")).ToContainTextAsync("None of its steps is a number.");
        await Expect(run.Chart("text").Locator("canvas")).ToBeHiddenAsync();

        await run.Page.Locator("[data-x]").SelectOptionAsync("time");

        await Expect(run.Chart("text").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "time");
        await Expect(run.Chart("text").Locator("canvas")).ToBeVisibleAsync();
        await Expect(run.Chart("moment").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "time");
        Assert.Equal(2000, await run.Chart("moment").Locator("canvas").EvaluateAsync<double>(
            "canvas => { const { min, max } = Chart.getChart(canvas).scales.x; return max - min }"));
        await Expect(run.Chart("timeless").Locator("[data-problem]")).ToHaveTextAsync("None of its points has a time.");
        await Expect(run.Chart("timeless").Locator("canvas")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Texts_of_charts_follow_a_run_also_while_they_are_zoomed()
    {
        using var directory = new TemporaryDirectory();
        await using var board = Board.OnDirectory(directory.Path);
        var live = new DirectoryRun(directory.Path, "1");
        await live.StartAsync();
        var points = 0;
        for (; points < 10; points++)
        {
            live.Log("loss", points, 10 - points);
        }

        await live.BeatAsync();
        foreach (var tab in new[] { "", "/metrics" })
        {
            var page = await NewPageAsync(board.Address);
            await page.GotoAsync($"{Board.Source}/runs/1{tab}?zoom=loss:5:20");
            var run = new RunPage(page);
            await Expect(run.Chart("loss").Locator("canvas"))
                .ToHaveAccessibleNameAsync(new Regex($@"^loss: {points} points, last .*\. steps 5 to 20, values "));

            // Twice, because of the first change the whole tab is read again.
            for (var change = 0; change < 2; change++)
            {
                var value = (100 - points) / 100.0;
                live.Log("loss", points++, value);
                await live.BeatAsync();

                await Expect(run.Chart("loss").Locator("canvas"))
                    .ToHaveAccessibleNameAsync(new Regex($@"^loss: {points} points, last {value}\. steps 5 to 20, values {value} to "));
                await Expect(run.Chart("loss").Locator("[data-points]")).ToHaveTextAsync($"{points} points");
                await Expect(run.Tab("output")).ToHaveAttributeAsync("href", new Regex("zoom=loss"));
                if (tab.Length > 0)
                {
                    await Expect(page.Locator("[data-total]")).ToContainTextAsync($"{points} points");
                }
            }
        }
    }

    private static ILocator Window(RunPage run, string metric) => run.Chart(metric).Locator("[data-window]");

    private static System.Collections.Specialized.NameValueCollection Query(IPage page) =>
        System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query);

    private static async Task ZoomAsync(RunPage run, string metric)
    {
        var canvas = run.Chart(metric).Locator("canvas");
        await Expect(canvas).ToHaveAttributeAsync("data-drawn", "step");
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = await canvas.BoundingBoxAsync() ?? throw new InvalidOperationException("The canvas has no place.");
        await run.Page.Mouse.MoveAsync(box.X + (box.Width * 0.4f), box.Y + (box.Height * 0.5f));
        await run.Page.Mouse.DownAsync();
        await run.Page.Mouse.MoveAsync(box.X + (box.Width * 0.7f), box.Y + (box.Height * 0.6f), new() { Steps = 5 });
        await run.Page.Mouse.UpAsync();
        await Expect(canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
    }
}
