using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Views;

/// <summary>The menus of saved views and export.</summary>
public sealed class ViewsTests(ChromiumFixture chromium) : BrowserTest(chromium)
{
    [Fact]
    public async Task A_search_marks_the_view_as_changed_until_it_is_saved_or_left()
    {
        await using var board = Board.OnSamples();
        var runs = await OpenAsync(board, "?sort=-result");
        await SaveAsync(runs.Page, "Best");

        await runs.Search.FillAsync("evaluate");
        await Expect(runs.Rows).ToHaveCountAsync(4);
        await Expect(runs.Page.Locator("[data-view-changed]")).ToBeVisibleAsync();

        await runs.Page.Locator("#views > summary").ClickAsync();
        await runs.Page.Locator("[data-view-form=update] button").ClickAsync();
        await Expect(runs.Page.Locator("[data-view-changed]")).ToHaveCountAsync(0);
        await Expect(runs.Search).ToHaveValueAsync("evaluate");
    }

    [Fact]
    public async Task A_name_in_use_is_reported_in_the_menu_and_the_typed_name_stays()
    {
        await using var board = Board.OnSamples();
        var runs = await OpenAsync(board, "");
        await SaveAsync(runs.Page, "Best");

        await runs.Page.Locator("#views > summary").ClickAsync();
        await runs.Page.Locator("[data-view-form=create] input[name=name]").FillAsync("best");
        await runs.Page.Locator("[data-view-form=create] button").ClickAsync();

        await Expect(runs.Page.Locator("#view-problem")).ToHaveTextAsync("There is already a view of this name. Choose another name.");
        await Expect(runs.Page.Locator("[data-view-form=create] input[name=name]")).ToHaveValueAsync("best");
        await Expect(runs.Rows).ToHaveCountAsync(42);
        Assert.EndsWith("/samples/runs?view=1", runs.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copied_link_shows_another_person_the_same_table()
    {
        await using var board = Board.OnSamples();
        var mine = await OpenAsync(board, "?status=COMPLETED&sort=-result&columns=result,optimizer.lr&size=25");
        await mine.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await SaveAsync(mine.Page, "Best");
        await mine.Page.Locator("#views > summary").ClickAsync();
        await mine.Page.Locator("[data-copy-link]").ClickAsync();
        await Expect(mine.Page.Locator("[data-copy-link]")).ToContainTextAsync("copied");
        var link = await mine.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

        var another = new RunsPage(await NewPageAsync(board.Address));
        await another.Page.GotoAsync(link);

        Assert.Equal(await mine.IdsAsync(), await another.IdsAsync());
        Assert.Equal(await mine.Page.Locator("thead").InnerTextAsync(), await another.Page.Locator("thead").InnerTextAsync());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_open_menus_and_the_page_of_all_views_are_accessible(ColorScheme theme)
    {
        await using var board = Board.OnSamples();
        var runs = await OpenAsync(board, "?status=FAILED", options => options.ColorScheme = theme);
        await SaveAsync(runs.Page, "Failures");
        await runs.Chip("TIMEOUT").ClickAsync();
        await Expect(runs.Page.Locator("[data-view-changed]")).ToBeVisibleAsync();

        await runs.Page.Locator("#views > summary").ClickAsync();
        await runs.Page.Locator(".confirm > summary").ClickAsync();
        await runs.Page.AssertAccessibleAsync();
        await runs.Page.Locator("[data-export] > summary").ClickAsync();
        await runs.Page.AssertAccessibleAsync();
        await runs.Page.GotoAsync("samples/views");
        await runs.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task The_menus_fit_on_a_telephone()
    {
        await using var board = Board.OnSamples();
        var runs = await OpenAsync(board, "", options => options.ViewportSize = new() { Width = 360, Height = 740 });
        await SaveAsync(runs.Page, "A name that is a good deal longer than the telephone is wide, as names may be");

        foreach (var menu in (string[])["#views", "[data-export]"])
        {
            await runs.Page.Locator($"{menu} > summary").ClickAsync();
            var box = (await runs.Page.Locator($"{menu} > .menu-items").BoundingBoxAsync())!;
            Assert.True(box.X >= 0 && box.X + box.Width <= 360, $"{menu} from {box.X}, {box.Width} wide");
        }

        await runs.Page.GotoAsync("samples/views");
        Assert.True(await runs.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private async Task<RunsPage> OpenAsync(Board board, string query, Action<BrowserNewContextOptions>? change = null)
    {
        await board.LoadedAsync();
        return await RunsPage.OpenAsync(await NewPageAsync(board.Address, change), "samples", query);
    }

    private static async Task SaveAsync(IPage page, string name)
    {
        await page.Locator("#views > summary").ClickAsync();
        await page.Locator("[data-view-form=create] input[name=name]").FillAsync(name);
        await page.Locator("[data-view-form=create] button").ClickAsync();
        await Expect(page.Locator("[data-views] [data-view][aria-current] bdi")).ToHaveTextAsync(name);
    }
}
