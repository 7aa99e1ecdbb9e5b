using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>Axes, order and what a chart says about points that it does not show.</summary>
public sealed class ChartAxesTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task Another_metric_is_the_x_axis()
    {
        using var folder = new StorageFolder();
        await using var board = await BoardAsync(folder, """
            "lr": {"steps": [0, 1, 2], "values": [0.1, 0.01, 0.001], "timestamps": []},
            "loss": {"steps": [0, 1, 2], "values": [3, 2, 1], "timestamps": []}
            """);
        var run = await OpenAsync(board);
        await run.Page.Locator("[data-x]").SelectOptionAsync("metric:");
        await run.Page.Locator("[data-x-metric]").FillAsync("lr");
        await run.Page.Keyboard.PressAsync("Enter");
        var area = new ChartArea(run.Chart("loss"));
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "metric:lr");

        await OptionAsync(run, "log x");

        await Expect(run.Page).ToHaveURLAsync(new Regex("x=metric%3Alr&xscale=log"));
        await Eventually.TrueAsync(
            async () => await area.Canvas.EvaluateAsync<string>("canvas => Chart.getChart(canvas).scales.x.type") == "logarithmic",
            "a logarithmic axis");
        Assert.Equal(
            [0.001, 0.01, 0.1],
            (await area.Canvas.EvaluateAsync<double[]>(
                "canvas => Chart.getChart(canvas).data.datasets[0].data.map(point => point.x)")).Order());
    }

    [Fact]
    public async Task A_page_whose_address_asks_for_logarithmic_axes_opens_with_them()
    {
        using var folder = new StorageFolder();
        await using var board = await BoardAsync(folder, """
            "loss": {"steps": [1, 2, 3, 4, 5], "values": [0.7, 1, 2, 10, 100], "timestamps": []}
            """);
        var run = await OpenAsync(board);

        await run.Page.GotoAsync("lab/runs/1/metrics?xscale=log&yscale=log");

        var canvas = run.Chart("loss").Locator("canvas");
        await Expect(canvas).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(
            "logarithmic logarithmic",
            await canvas.EvaluateAsync<string>("canvas => ['x', 'y'].map(axis => Chart.getChart(canvas).scales[axis].type).join(' ')"));
    }

    [Fact]
    public async Task Values_that_a_logarithmic_axis_cannot_show_are_counted_and_marked()
    {
        using var folder = new StorageFolder();
        await using var board = await BoardAsync(folder, """
            "loss": {"steps": [0, 1, 2, 3, 4], "values": [1, 0, -1, 10, 100], "timestamps": []}
            """);
        var run = await OpenAsync(board);
        await run.Page.Locator("[data-log]").CheckAsync();

        await Expect(run.Chart("loss").Locator("[data-notes]"))
            .ToContainTextAsync("2 values of 0 or below cannot be shown on a logarithmic axis; marked at the bottom");
        var area = new ChartArea(run.Chart("loss"));
        var at = await area.Canvas.EvaluateAsync<double>(
            "canvas => Chart.getChart(canvas).scales.x.getPixelForValue(1.5) / canvas.clientWidth");
        await area.MoveAsync(at, 0.5);
        await Expect(run.Chart("loss").Locator("[data-reading]")).ToContainTextAsync("of 0 or below");
    }

    [Fact]
    public async Task Steps_that_were_recorded_again_are_said_and_can_be_shown()
    {
        using var folder = new StorageFolder();
        await using var board = await BoardAsync(folder, """
            "loss": {"steps": [0, 1, 2, 1, 2, 3], "values": [1, 2, 3, 4, 5, 6], "timestamps": []}
            """);
        var run = await OpenAsync(board);
        var notes = run.Chart("loss").Locator("[data-notes]");
        await Expect(notes).ToContainTextAsync("steps 1 to 2 were recorded again (2 points); the last values are shown");

        await notes.GetByRole(AriaRole.Button, new() { Name = "show all as recorded" }).ClickAsync();

        await Expect(notes).ToContainTextAsync("All points are shown as they were recorded");
        await Expect(run.Page).ToHaveURLAsync(new Regex("order=recorded"));
        Assert.Equal(
            6,
            await run.Chart("loss").Locator("canvas").EvaluateAsync<int>(
                "canvas => Chart.getChart(canvas).data.datasets[0].data.filter(point => !Number.isNaN(point.y)).length"));
    }

    [Fact]
    public async Task Outliers_are_left_out_and_counted()
    {
        var values = string.Join(", ", Enumerable.Range(0, 500).Select(i => i is 3 or 200 ? "100000" : $"{1 + (i % 7)}"));
        using var folder = new StorageFolder();
        await using var board = await BoardAsync(folder, $$"""
            "loss": {"steps": [{{string.Join(", ", Enumerable.Range(0, 500))}}], "values": [{{values}}], "timestamps": []}
            """);
        var run = await OpenAsync(board);
        await OptionAsync(run, "ignore outliers on the y axis");

        await Expect(run.Chart("loss").Locator("[data-notes]")).ToContainTextAsync("2 points outside");
        var area = new ChartArea(run.Chart("loss"));
        Assert.InRange(await area.EdgeAsync("y.max"), 7, 20);
        await run.Page.AssertAccessibleAsync();
    }

    private static async Task OptionAsync(RunPage run, string label)
    {
        await run.Page.Locator("[data-key=chart-options] > summary").ClickAsync();
        await run.Page.GetByLabel(label, new() { Exact = true }).CheckAsync();
        await run.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task<Board> BoardAsync(StorageFolder folder, string metrics)
    {
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        folder.WriteOld("1", "metrics.json", $"{{{metrics}}}");
        var board = Board.OnDirectory(folder.Root);
        await board.LoadedAsync();
        return board;
    }

    private async Task<RunPage> OpenAsync(Board board)
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        await Expect(run.Chart("loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        return run;
    }
}
