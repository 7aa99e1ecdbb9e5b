using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Columns;

public sealed class SortingTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Shift_and_a_click_add_a_level()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples");
        await runs.Heading("experiment").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(runs.Heading("experiment")).ToHaveAttributeAsync("aria-sort", "ascending");

        await runs.Heading("result").GetByRole(AriaRole.Button).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(runs.Heading("result").Locator(".level")).ToContainTextAsync("2");
        Assert.EndsWith("?sort=experiment,result", runs.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Levels_are_added_reversed_and_removed_in_the_menu_which_stays_open()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "?sort=experiment");
        var menu = runs.Page.Locator("[data-sort-menu]");
        await menu.Locator("summary").PressAsync("Enter");
        await menu.Locator("[data-step-choice]").SelectOptionAsync("then:result");
        await menu.Locator("[data-step-add]").PressAsync("Enter");
        await Expect(menu.Locator("[data-level]")).ToHaveCountAsync(2);

        await menu.Locator("[data-level=result] [value^=turn]").ClickAsync();
        await Expect(runs.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sort=experiment,-result$"));
        await menu.Locator("[data-level=experiment] [value^=drop]").ClickAsync();
        await Expect(runs.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sort=-result$"));
        await Expect(menu.Locator("[data-level]")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task The_header_status_and_id_stay_in_sight_when_the_table_is_scrolled(int width)
    {
        var page = await NewPageAsync(samples.Address, options => options.ViewportSize = new() { Width = width, Height = 600 });
        var runs = await RunsPage.OpenAsync(
            page,
            "samples",
            "?columns=experiment,command,started,stopped,heartbeat,duration,host,result,optimizer.lr,optimizer.momentum,model.hidden,batch_size,comment,notes,tags,failure");

        await page.Locator(".table-scroll").EvaluateAsync("box => box.scrollTo(600, box.scrollHeight > box.clientHeight ? 400 : 0)");

        var box = await page.EvaluateAsync<float[]>("""
            () => {
              const table = document.querySelector('.table-scroll').getBoundingClientRect()
              const row = [...document.querySelectorAll('tr.run')].at(-1)
              const [status, id, next] = [...row.cells].map(cell => cell.getBoundingClientRect())
              const heading = document.querySelector('th.c-id').getBoundingClientRect()
              return [status.left - table.left, id.left - status.right, next.left - id.right, heading.left - id.left, heading.top - table.top]
            }
            """);
        Assert.InRange(box[0], -1, 2);
        Assert.InRange(box[1], -2, 2);
        Assert.True(box[2] < 0, "the other columns have gone below them");
        Assert.InRange(box[3], -2, 2);
        Assert.True(width == 360 || box[4] is > -2 and < 2, "the header stays");
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Expect(runs.Rows).ToHaveCountAsync(42);
    }
}
