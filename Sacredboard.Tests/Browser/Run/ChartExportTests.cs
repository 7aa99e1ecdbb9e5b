using System.Text;
using System.Xml.Linq;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

public sealed class ChartExportTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public async Task A_chart_is_exported_as_image_vectors_points_and_table()
    {
        var chart = await OpenAsync();

        var svg = XDocument.Parse(Encoding.UTF8.GetString(await DownloadAsync(chart, "svg"))).Root!;
        var texts = svg.Descendants(Svg + "text").Select(text => text.Value).ToList();
        Assert.Contains("training.loss", texts);
        Assert.Contains("20", texts);
        Assert.Equal(80, svg.Descendants(Svg + "path").Max(path => path.Attribute("d")!.Value.Count(sign => sign is 'M' or 'L')));

        var png = await DownloadAsync(chart, "png");
        Assert.Equal([0x89, 0x50, 0x4e, 0x47], png[..4]);

        var csv = Encoding.UTF8.GetString(await DownloadAsync(chart, "csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("curve,step,value", csv[0]);
        Assert.Equal(81, csv.Length);

        var tex = Encoding.UTF8.GetString(await DownloadAsync(chart, "tex"));
        Assert.Contains(@"training.loss & $0.00", tex, StringComparison.Ordinal);
        Assert.Contains(@"& last & min & max \\", tex, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_goes_by_keyboard()
    {
        var chart = await OpenAsync();
        await chart.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(chart.Locator("[data-export=png]")).ToBeFocusedAsync();
        await chart.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(chart.Locator("[data-copy-as=png]")).ToBeFocusedAsync();
        await chart.Page.Keyboard.PressAsync("Escape");
        await Expect(chart.Locator("[data-export=png]")).ToBeHiddenAsync();
        await Expect(chart.Locator("[data-chart-menu] > summary")).ToBeFocusedAsync();
    }

    private static async Task<byte[]> DownloadAsync(ILocator chart, string kind)
    {
        var download = await chart.Page.RunAndWaitForDownloadAsync(() => chart.Locator($"[data-export={kind}]").ClickAsync());
        Assert.Equal($"training.loss.{kind}", download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation);
    }

    private async Task<ILocator> OpenAsync()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7", "metrics");
        var chart = run.Chart("training.loss");
        await Expect(chart.Locator("canvas")).ToHaveAttributeAsync("data-drawn", "step");
        await chart.HoverAsync();
        await chart.Locator("[data-chart-menu] > summary").ClickAsync();
        return chart;
    }
}
