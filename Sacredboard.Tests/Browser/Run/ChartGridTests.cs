using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

public sealed class ChartGridTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Pinned_charts_come_first_on_all_tabs_and_runs()
    {
        var run = await OpenAsync();
        await run.Chart("validation.loss").HoverAsync();
        await run.Chart("validation.loss").GetByRole(AriaRole.Button, new() { Name = "Pin" }).ClickAsync();

        await Expect(run.Charts.First).ToHaveAttributeAsync("data-metric", "validation.loss");
        await Expect(run.Chart("validation.loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(run.Page).ToHaveURLAsync(new Regex(@"pin=validation\.loss"));
        await run.Tab("overview").ClickAsync();
        await Expect(run.Content).ToHaveAttributeAsync("data-tab", "overview");
        await Expect(run.Charts.First).ToHaveAttributeAsync("data-metric", "validation.loss");
    }

    [Fact]
    public async Task A_drawing_follows_the_size_of_its_area()
    {
        var run = await OpenAsync();
        var chart = run.Chart("validation.loss");
        var wide = await DrawnAsync(chart);

        await run.Page.SetViewportSizeAsync(500, 800);
        await DrawnAsync(chart, less: wide);
        await run.Page.SetViewportSizeAsync(1280, 800);
        await chart.HoverAsync();
        await chart.GetByRole(AriaRole.Button, new() { Name = "Whole width" }).ClickAsync();
        await DrawnAsync(chart, more: wide);
    }

    [Fact]
    public async Task Training_and_validation_share_charts_when_asked_and_an_expression_with_a_fault_says_so()
    {
        var run = await OpenAsync();
        await run.Page.Locator("[data-key=chart-options] > summary").ClickAsync();
        await run.Page.GetByLabel("training and validation together").CheckAsync();

        var chart = run.Chart("=loss");
        await Expect(chart.Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(chart.Locator("[data-curve]")).ToHaveCountAsync(2);
        Assert.Equal(2, await chart.Locator("canvas").EvaluateAsync<int>("canvas => Chart.getChart(canvas).data.datasets.length"));
        await run.Page.Keyboard.PressAsync("Escape");
        await chart.Locator("[data-curve='training.loss'] [data-curve-switch]").ClickAsync();
        Assert.Equal(1, await chart.Locator("canvas").EvaluateAsync<int>("canvas => Chart.getChart(canvas).data.datasets.length"));
        await run.Page.AssertAccessibleAsync();

        await run.Page.Locator("[data-key=chart-options] > summary").ClickAsync();
        await run.Page.GetByLabel("same text in ( ) of").FillAsync("training.(");
        await run.Page.Keyboard.PressAsync("Enter");

        await Expect(run.Page.Locator("[data-combine-problem]")).ToContainTextAsync("This is not a regular expression");
        await Expect(run.Chart("training.loss")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_chart_fills_the_screen_until_Escape()
    {
        var run = await OpenAsync();
        var chart = run.Chart("training.loss");
        await chart.HoverAsync();

        await chart.GetByRole(AriaRole.Button, new() { Name = "Full screen" }).ClickAsync();
        await Expect(chart).ToHaveCSSAsync("position", "fixed");
        await Eventually.TrueAsync(
            async () => await chart.Locator("canvas").EvaluateAsync<int>("canvas => canvas.clientWidth") > 1000, "a wide chart");
        await run.Page.Keyboard.PressAsync("Escape");
        await Expect(chart).Not.ToHaveCSSAsync("position", "fixed");

        await chart.GetByRole(AriaRole.Button, new() { Name = "Whole width" }).ClickAsync();
        await Eventually.TrueAsync(async () => (await chart.BoundingBoxAsync())!.Width > 1200, "a chart as wide as the page");
    }

    [Fact]
    public async Task Charts_in_a_row_are_chosen_and_remembered()
    {
        var run = await OpenAsync();
        await run.Page.Locator("[data-across]:is(select)").SelectOptionAsync("2");
        await Eventually.TrueAsync(
            async () => (await run.Chart("training.loss").BoundingBoxAsync())!.Width is > 600 and < 640, "two in a row");
        await run.Page.Locator("[data-filter]").FillAsync("loss");

        await run.Page.ReloadAsync();

        await Expect(run.Page.Locator("[data-filter]")).ToHaveValueAsync("loss");
        await Expect(run.Chart("training.accuracy")).ToBeHiddenAsync();
        await Expect(run.Chart("training.loss")).ToBeVisibleAsync();
        Assert.InRange((await run.Chart("training.loss").BoundingBoxAsync())!.Width, 600, 640);
    }

    private async Task<RunPage> OpenAsync()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7", "metrics");
        await Expect(run.Chart("training.loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(run.Chart("validation.loss").Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        return run;
    }

    // The width of its drawing, once that has the size of its area and the pixels of the screen.
    private static async Task<double> DrawnAsync(ILocator chart, double less = double.MaxValue, double more = 0)
    {
        await Expect(chart.Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        var width = 0d;
        await Eventually.TrueAsync(
            async () =>
            {
                width = await chart.Locator("canvas").EvaluateAsync<double>("""
                    canvas => {
                      const { width, height } = Chart.getChart(canvas)
                      const area = canvas.parentElement
                      return width === area.clientWidth && height === area.clientHeight && canvas.width === width * devicePixelRatio ? width : 0
                    }
                    """);
                return width > more && width < less;
            },
            "a drawing of the size of its area");
        return width;
    }
}
