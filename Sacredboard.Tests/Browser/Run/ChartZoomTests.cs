using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

public sealed class ChartZoomTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(0.7, 0.52, "zoom", "range")]
    [InlineData(0.41, 0.9, "range", "zoom")]
    public async Task The_direction_of_a_drag_decides_along_which_axis_it_zooms(double x, double y, string changed, string kept)
    {
        var (page, area) = await OpenAsync();

        await area.DragAsync(0.4, 0.5, x, y);

        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
        await Expect(page).ToHaveURLAsync(new Regex(changed + @"=training\.loss"));
        Assert.DoesNotContain(kept + "=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_box_zooms_both_axes_and_the_points_of_the_box_are_requested()
    {
        var (page, area) = await OpenAsync();

        var request = await page.RunAndWaitForRequestAsync(
            () => area.DragAsync(0.3, 0.2, 0.7, 0.8), new Regex(@"/api/v1/.*rows=\d+.*from=.*to=.*low=.*high="));

        var query = System.Web.HttpUtility.ParseQueryString(new Uri(request.Url).Query);
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
        foreach (var (edge, name) in ((string, string)[])[("x.min", "from"), ("x.max", "to"), ("y.min", "low"), ("y.max", "high")])
        {
            Assert.Equal(double.Parse(query[name]!, System.Globalization.CultureInfo.InvariantCulture), await area.EdgeAsync(edge), 9);
        }

        await area.Area.DblClickAsync();
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step");
        Assert.DoesNotContain("zoom=", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("range=", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wheel_with_Ctrl_zooms_around_the_pointer_and_without_it_scrolls()
    {
        var (page, area) = await OpenAsync();
        var (from, to) = (await area.EdgeAsync("x.min"), await area.EdgeAsync("x.max"));
        await area.MoveAsync(0.5, 0.5);
        await page.Mouse.WheelAsync(0, 50);
        await page.Keyboard.DownAsync("Control");
        await page.Mouse.WheelAsync(0, -60);
        await page.Keyboard.UpAsync("Control");

        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
        Assert.InRange(await area.EdgeAsync("x.min"), from + 1, to);
        Assert.InRange(await area.EdgeAsync("x.max"), from, to - 1);
    }

    [Fact]
    public async Task All_charts_zoom_together_when_asked()
    {
        var (page, area) = await OpenAsync("?together=true");
        var other = new ChartArea(page.Locator("[data-metric='validation.loss']"));
        await Expect(other.Canvas).ToHaveAttributeAsync("data-drawn", "step");

        await area.DragAsync(0.4, 0.5, 0.7, 0.52);

        await Expect(other.Canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
        await Expect(page).ToHaveURLAsync(new Regex(@"zoom=(\*|%2A)%3A"));
        Assert.Equal(await area.EdgeAsync("x.min"), await other.EdgeAsync("x.min"));
        await page.ReloadAsync();
        await Expect(other.Canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
        await page.Locator("[data-metric='validation.loss'] [data-zoom-reset]").ClickAsync();
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step");
    }

    [Fact]
    public async Task A_range_of_the_y_axis_can_be_typed_and_a_wrong_one_says_why()
    {
        var (page, area) = await OpenAsync();
        var chart = page.Locator("[data-metric='training.loss']");
        await chart.HoverAsync();
        await chart.Locator("[data-chart-menu] > summary").ClickAsync();
        await chart.GetByLabel("Lowest y").FillAsync("2");
        await chart.GetByLabel("Highest y").FillAsync("1");
        await page.Keyboard.PressAsync("Enter");
        await Expect(chart.Locator("[data-range-problem]")).ToHaveTextAsync("The lower edge must be below the upper one.");

        await chart.GetByLabel("Lowest y").FillAsync("-1");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync(new Regex(@"range=training\.loss%3A-1%3A1"));
        Assert.Equal((-1, 1), (await area.EdgeAsync("y.min"), await area.EdgeAsync("y.max")));
    }

    [Fact]
    public async Task A_chart_zooms_by_keyboard()
    {
        var (_, area) = await OpenAsync();
        var to = await area.EdgeAsync("x.max");
        await area.Area.FocusAsync();
        await area.Area.PressAsync("+");
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step zoomed");
        Assert.NotEqual(to, await area.EdgeAsync("x.max"));

        await area.Area.PressAsync("0");

        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(to, await area.EdgeAsync("x.max"));
    }

    private async Task<(IPage Page, ChartArea Area)> OpenAsync(string query = "")
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "20", "metrics" + query);
        var area = new ChartArea(run.Chart("training.loss"));
        await Expect(area.Canvas).ToHaveAttributeAsync("data-drawn", "step");
        return (run.Page, area);
    }
}
