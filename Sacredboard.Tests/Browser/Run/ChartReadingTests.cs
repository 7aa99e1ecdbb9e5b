using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>What is read from charts: by pointer, by keyboard, as a table.</summary>
public sealed class ChartReadingTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task The_pointer_reads_a_stored_point_of_every_chart_with_six_digits()
    {
        var run = await OpenAsync("7");
        var area = await DrawnAsync(run, "training.loss");
        await DrawnAsync(run, "validation.loss");

        await area.MoveAsync(0.5, 0.5);

        foreach (var metric in (string[])["training.loss", "validation.loss"])
        {
            var text = await Reading(run, metric).TextContentAsync() ?? "";
            var match = Regex.Match(text, @"^step (\d+) ([\d.]+)$");
            Assert.True(match.Success, text);
            Assert.Equal(6, match.Groups[2].Value.TrimStart('0', '.').Count(char.IsAsciiDigit));
            var stored = await PointAsync(run.Page, metric, int.Parse(match.Groups[1].Value));
            Assert.Equal(stored, double.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture), 1e-5 * stored);
        }

        await run.Page.Mouse.MoveAsync(5, 5);
        await Expect(Reading(run, "validation.loss")).ToBeHiddenAsync();
        await Expect(run.Chart("validation.loss").Locator("[data-last]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_focused_chart_steps_through_its_points_and_they_are_announced()
    {
        var run = await OpenAsync("7");
        var area = await DrawnAsync(run, "training.loss");
        await area.Area.FocusAsync();
        var said = run.Page.Locator("[data-announce]");

        await area.Area.PressAsync("ArrowRight");
        await Expect(said).ToHaveTextAsync(new Regex("^training.loss: .*, step 1$"));
        await area.Area.PressAsync("ArrowRight");
        await Expect(said).ToHaveTextAsync(new Regex(", step 2$"));
        await area.Area.PressAsync("End");
        await Expect(said).ToHaveTextAsync(new Regex(", step 80$"));
        await area.Area.PressAsync("ArrowLeft");
        await Expect(said).ToHaveTextAsync(new Regex(", step 79$"));
        await Expect(Reading(run, "training.loss")).ToHaveTextAsync(new Regex("^step 79 "));
        await area.Area.PressAsync("Home");
        await Expect(said).ToHaveTextAsync(new Regex(", step 1$"));
    }

    [Fact]
    public async Task A_mark_at_the_edge_is_read_in_words()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        folder.WriteOld("1", "metrics.json", """
            {"loss": {"steps": [0, 1, 2, 3, 4], "values": [1, 2, NaN, 4, Infinity], "timestamps": []}}
            """);
        await using var board = Board.OnDirectory(folder.Root);
        await board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        var area = await DrawnAsync(run, "loss");

        var middle = await area.Canvas.EvaluateAsync<double>(
            "canvas => Chart.getChart(canvas).scales.x.getPixelForValue(2) / canvas.clientWidth");
        await area.MoveAsync(middle, 0.5);

        await Expect(Reading(run, "loss")).ToHaveTextAsync("NaN at step 2");
    }

    [Fact]
    public async Task The_points_drawn_are_a_table_too()
    {
        var run = await OpenAsync("7");
        await DrawnAsync(run, "training.loss");
        await Expect(run.Chart("training.loss").Locator("[data-exact]")).ToHaveTextAsync("exact");

        await run.Chart("training.loss").Locator("[data-table] > summary").ClickAsync();

        await Expect(run.Chart("training.loss").Locator("[data-table] tbody tr")).ToHaveCountAsync(80);
        await Expect(run.Chart("training.loss").Locator("[data-table] tbody tr").First).ToContainTextAsync("step 1");
        await run.Page.AssertAccessibleAsync();
    }

    private static ILocator Reading(RunPage run, string metric) => run.Chart(metric).Locator("[data-reading]");

    private static async Task<ChartArea> DrawnAsync(RunPage run, string metric)
    {
        var area = new ChartArea(run.Chart(metric));
        await area.Area.ScrollIntoViewIfNeededAsync();
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step");
        return area;
    }

    private static async Task<double> PointAsync(IPage page, string metric, int step)
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/samples/runs/7/metrics/{metric}");
        var series = (await answer.JsonAsync())!.Value;
        var place = series.GetProperty("x").EnumerateArray().ToList().FindIndex(x => x.GetDouble() == step);
        return series.GetProperty("y")[place].GetDouble();
    }

    private async Task<RunPage> OpenAsync(string id) =>
        await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", id, "metrics");
}
