using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Compare;

/// <summary>Runs as dots, and as lines over axes.</summary>
public sealed class PlotsTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string Sweep = "samples/compare?q=id+%3E%3D+4+and+id+%3C%3D+27";

    [Fact]
    public async Task A_box_of_dots_becomes_a_query_and_keys_step_through_the_runs()
    {
        var page = await OpenAsync(Sweep + "&tab=scatter&plotx=optimizer.lr&ploty=seed&color=status&front=true");
        var area = page.Locator("[data-plot-area]");
        await Expect(area).ToHaveAttributeAsync("data-drawn", "24");
        await Expect(page.Locator("[data-plot-about]")).ToHaveTextAsync(new Regex("^24 runs by optimizer.lr and seed, 2 of them not beaten"));

        await DragAsync(page, (0.3, 0.02), (0.98, 0.5));
        await Expect(page.Locator("[data-chosen-query]")).ToHaveTextAsync(
            "id >= 4 and id <= 27 and optimizer.lr >= 0.03 and optimizer.lr <= 0.3 and seed >= 2 and seed <= 3");
        await Expect(page.Locator("[data-plot-selection]")).ToContainTextAsync("12 runs chosen");
        await page.AssertAccessibleAsync();
        await page.Locator("[data-chosen-clear]").ClickAsync();
        await Expect(page.Locator("[data-plot-selection]")).ToBeHiddenAsync();

        await area.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Expect(page.Locator("[data-plot-reading]")).ToContainTextAsync("optimizer.lr 0.3, seed 3");
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await Expect(page.Locator("[data-plot-selection]")).ToContainTextAsync("chosen: id >= 4");
        var run = Regex.Match((await page.Locator("[data-plot-reading]").TextContentAsync())!, "#([0-9]+)").Groups[1].Value;
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"/samples/runs/{run}$"));
    }

    [Fact]
    public async Task Brushes_on_axes_become_a_query_and_axes_are_moved_by_pointer_and_keys()
    {
        var page = await OpenAsync(Sweep + "&tab=parallel&axes=optimizer.lr,model.hidden,seed");
        var area = page.Locator("[data-plot-area]");
        await Expect(area).ToHaveAttributeAsync("data-drawn", "24");

        var (x, top, height) = await AxisAsync(page, "optimizer.lr");
        await page.Mouse.MoveAsync(x, top + 65);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, top + (height * 0.45f), new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await Expect(page.Locator("[data-chosen-query]")).ToHaveTextAsync(new Regex(@"optimizer\.lr >= 0\.1 and optimizer\.lr <= 0\.3$"));

        await page.Locator("[data-axis=seed]").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Locator("[data-chosen-query]")).ToHaveTextAsync(new Regex(@"optimizer\.lr <= 0\.3 and seed >= 2 and seed <= 3$"));
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page).ToHaveURLAsync(new Regex("axes=optimizer.lr,seed,model.hidden"));
        await Expect(page.Locator("[data-axis=seed]")).ToBeFocusedAsync();

        var (from, _, _) = await AxisAsync(page, "model.hidden");
        var (to, _, _) = await AxisAsync(page, "optimizer.lr");
        await page.Mouse.MoveAsync(from, top + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to, top + 10, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Expect(page).ToHaveURLAsync(new Regex("axes=model.hidden,optimizer.lr,seed"));

        await page.AssertAccessibleAsync();
        await page.Locator("[data-chosen-table]").ClickAsync();
        await Expect(page.Locator("[data-rows] > [data-run]")).ToHaveCountAsync(8);
    }

    private static async Task DragAsync(IPage page, (double X, double Y) from, (double X, double Y) to)
    {
        var box = (await page.Locator("[data-plot-area]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * from.X)), (float)(box.Y + (box.Height * from.Y)));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync((float)(box.X + (box.Width * to.X)), (float)(box.Y + (box.Height * to.Y)), new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    // The middle of an axis, and the top and height of the plot.
    private static async Task<(float X, float Top, float Height)> AxisAsync(IPage page, string field)
    {
        var head = (await page.Locator($"[data-axis='{field}']").BoundingBoxAsync())!;
        var area = (await page.Locator("[data-plot-area]").BoundingBoxAsync())!;
        return (head.X + (head.Width / 2), area.Y, area.Height);
    }

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync(path);
        return page;
    }
}
