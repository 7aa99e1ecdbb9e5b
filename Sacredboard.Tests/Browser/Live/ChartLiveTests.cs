using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Run;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Live;

/// <summary>A chart of a metric that grows.</summary>
public sealed class ChartLiveTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    private const int Before = 21_000;
    private const int More = 50;

    [Fact]
    public async Task Only_what_is_new_is_sent_and_the_axes_stay()
    {
        using var directory = new TemporaryDirectory();
        await using var board = Board.OnDirectory(directory.Path);
        var live = new DirectoryRun(directory.Path, "1");
        await live.StartAsync();
        for (var step = 0; step < Before; step++)
        {
            live.Log("loss", step, Math.Sin(step * step));
        }

        await live.BeatAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1", "metrics");
        var area = new ChartArea(run.Chart("loss"));
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(run.Chart("loss").Locator("[data-points]")).ToHaveTextAsync("21,000 points");
        var edges = await EdgesAsync(area);
        var answer = run.Page.WaitForResponseAsync(response => response.Url.Contains($"after={Before}", StringComparison.Ordinal));

        for (var step = Before; step < Before + More; step++)
        {
            live.Log("loss", step, Math.Sin(step * step));
        }

        await live.BeatAsync();

        Assert.InRange((await (await answer).BodyAsync()).Length, 1, 2048);
        await Expect(run.Chart("loss").Locator("[data-points]")).ToHaveTextAsync("21,050 points");
        await Eventually.TrueAsync(async () => await LastAsync(area) == Before + More - 1, "the new points on the line");
        Assert.Equal(edges, await EdgesAsync(area));
        Assert.True(await area.Canvas.EvaluateAsync<bool>("""
            canvas => {
              const points = Chart.getChart(canvas).data.datasets[0].data
              return points.every((point, i) => i === 0 || point.x >= points[i - 1].x)
            }
            """));
    }

    private static Task<double> LastAsync(ChartArea area) =>
        area.Canvas.EvaluateAsync<double>("canvas => Chart.getChart(canvas).data.datasets[0].data.at(-1).x");

    private static async Task<(double, double, double, double)> EdgesAsync(ChartArea area) =>
        (await area.EdgeAsync("x.min"), await area.EdgeAsync("x.max"), await area.EdgeAsync("y.min"), await area.EdgeAsync("y.max"));
}
