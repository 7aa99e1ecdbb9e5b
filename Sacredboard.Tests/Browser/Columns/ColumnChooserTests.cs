using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Columns;

/// <summary>Choosing columns beside the table.</summary>
public sealed class ColumnChooserTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_column_is_dragged_to_another_place()
    {
        var columns = await ColumnsPage.OpenAsync(await NewPageAsync(samples.Address), "samples/runs?columns=host,result,comment");
        var mouse = columns.Runs.Page.Mouse;
        var grip = (await columns.Item("comment").Locator("[data-grip]").BoundingBoxAsync())!;
        var target = (await columns.Item("host").BoundingBoxAsync())!;

        await mouse.MoveAsync(grip.X + 5, grip.Y + 5);
        await mouse.DownAsync();
        await mouse.MoveAsync(grip.X + 5, (grip.Y + target.Y) / 2, new() { Steps = 5 });
        await mouse.MoveAsync(grip.X + 5, target.Y + 2, new() { Steps = 5 });
        await mouse.UpAsync();

        await Expect(columns.Said).ToHaveTextAsync("comment is column 1 of 3.");
        await Expect(columns.Runs.Page).ToHaveURLAsync(new Regex("columns=comment,host,result"));
        Assert.Equal(["comment", "host", "result"], await columns.ChosenAsync());
        Assert.Equal(["status", "id", "comment", "host", "result"], await columns.ShownAsync());
    }

    [Fact]
    public async Task What_is_searched_stands_on_top_and_what_is_added_is_brought_into_view()
    {
        var columns = await ColumnsPage.OpenAsync(
            await NewPageAsync(samples.Address),
            "samples/runs?columns=experiment,command,started,stopped,heartbeat,duration,host,result,comment,failure");
        await columns.Find.FillAsync("optimizer.momentum");
        var found = columns.Available("optimizer.momentum");
        await Expect(columns.Panel.Locator("h3").First).ToHaveTextAsync("Found");
        var (search, result) = ((await columns.Find.BoundingBoxAsync())!, (await found.BoundingBoxAsync())!);
        Assert.InRange(result.Y - search.Y - search.Height, 0, 160);

        await found.ClickAsync();

        await Expect(columns.Said).ToHaveTextAsync("optimizer.momentum added as column 11.");
        await Expect(columns.Runs.Heading("optimizer.momentum")).ToBeInViewportAsync(new() { Ratio = 0.9f });
        var heading = (await columns.Runs.Heading("optimizer.momentum").BoundingBoxAsync())!;
        var panel = (await columns.Panel.BoundingBoxAsync())!;
        Assert.True(heading.X + heading.Width <= panel.X + 1, "the panel does not cover it");
        Assert.Equal((await found.BoundingBoxAsync())!.Y, result.Y);

        var left = await columns.Runs.Page.Locator(".table-scroll").EvaluateAsync<float>("box => box.scrollLeft");
        await columns.Control("remove comment").ClickAsync();
        await Expect(columns.Runs.Heading("comment")).ToHaveCountAsync(0);
        Assert.InRange(await columns.Runs.Page.Locator(".table-scroll").EvaluateAsync<float>("box => box.scrollLeft"), 1, left);
    }

    [Fact]
    public async Task Differing_settings_are_chosen_for_the_query_and_the_back_button_undoes_it()
    {
        var columns = await ColumnsPage.OpenAsync(await NewPageAsync(samples.Address), "samples/runs?columns=experiment,result");
        await columns.Runs.Search.FillAsync("evaluate");
        await Expect(columns.Runs.Rows).ToHaveCountAsync(4);

        await columns.Control("differ").ClickAsync();
        await Expect(columns.Said).ToContainTextAsync("differing setting");
        await Expect(columns.Runs.Heading("seed")).ToHaveCountAsync(1);
        await Expect(columns.Runs.Rows).ToHaveCountAsync(4);
        Assert.Contains("q=evaluate", columns.Runs.Page.Url, StringComparison.Ordinal);

        await columns.Control("usual").ClickAsync();
        await Expect(columns.Runs.Page).Not.ToHaveURLAsync(new Regex("columns="));
        await columns.Runs.Page.GoBackAsync();
        await Expect(columns.Runs.Heading("heartbeat")).ToHaveCountAsync(0);
        Assert.Contains("columns=experiment", columns.Runs.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_chooser_bars_and_colours_are_accessible(ColorScheme theme)
    {
        var columns = await ColumnsPage.OpenAsync(
            await NewPageAsync(samples.Address, options => options.ColorScheme = theme),
            "samples/runs?columns=experiment,result~bar,optimizer.lr~e1~scale,batch_size~scale,model.hidden~bar&sort=experiment,-result");
        await columns.Control("edit optimizer.lr").ClickAsync();
        await Expect(columns.Control("name")).ToBeVisibleAsync();

        await columns.Runs.Page.AssertAccessibleAsync();

        await columns.Runs.Page.Locator("[data-sort-menu] > summary").ClickAsync();
        await columns.Runs.Page.AssertAccessibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Without_scripts_the_chooser_is_a_page_that_does_the_same(int width)
    {
        var page = await NewPageAsync(samples.Address, options =>
        {
            options.JavaScriptEnabled = false;
            options.ViewportSize = new() { Width = width, Height = 800 };
        });
        await page.GotoAsync("samples/runs?columns=host");
        await page.Locator("[data-columns-open]").ClickAsync();
        await page.Locator("[data-key=find]").FillAsync("momentum");
        await page.Locator("[data-find] button").ClickAsync();
        await page.Locator("[data-available='optimizer.momentum']").ClickAsync();
        await page.Locator("[data-key='up optimizer.momentum']").ClickAsync();
        await page.Locator("[data-key='edit optimizer.momentum']").ClickAsync();
        await page.Locator("[data-look] [name=name]").FillAsync("μ");
        await page.Locator("[data-look] [name=look]").SelectOptionAsync("bar");
        await page.Locator("[data-key=apply]").ClickAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await page.Locator("[data-columns-close]").ClickAsync();

        await Expect(page.Locator("th[data-column='optimizer.momentum']")).ToContainTextAsync("μ");
        await Expect(page.Locator("td.bar").First).ToBeVisibleAsync();
    }
}
