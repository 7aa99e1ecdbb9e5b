using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.Formatting;

namespace Sacredboard.Tests.Browser;

public sealed class TimesTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Scripts_write_ages_as_the_server_does()
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync("samples/runs/36");
        double[] ages = [.. TimeFormattingTests.Ages.Select(row => row.Data.Item1)];

        var written = await page.EvaluateAsync<string[]>(
            """
            async ages => {
              const { ageText } = await import('/js/shared/times.js')
              const now = Date.UTC(2026, 10, 23, 12)
              return ages.map(age => ageText(now - age * 1000, now))
            }
            """,
            ages);

        Assert.Equal(TimeFormattingTests.Ages.Select(row => row.Data.Item2), written);
    }

    [Fact]
    public async Task A_run_that_started_a_little_after_the_clock_of_the_page_has_run_for_no_time_yet()
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync("samples/runs/36");

        var written = await page.EvaluateAsync<string>(
            """
            async () => {
              const { serverNow, tick } = await import('/js/shared/times.js')
              const live = document.querySelector('[data-duration] span')
              live.dataset.runningSince = new Date(serverNow() + 5000).toISOString()
              tick()
              return live.textContent
            }
            """);

        Assert.Equal("0.0 s", written);
    }

    [Fact]
    public async Task The_zone_of_a_table_is_the_browsers_until_the_menu_chooses_another()
    {
        var page = await NewPageAsync(samples.Address, options => options.TimezoneId = "Asia/Tokyo");
        await page.GotoAsync("samples/runs?q=started%20%3E%202010-01-01");
        var menu = page.Locator("[data-zone-menu]");
        var note = page.Locator("[data-query-zone]");
        await Assertions.Expect(note).ToHaveAttributeAsync("data-query-zone", "Asia/Tokyo");

        await menu.Locator("summary").ClickAsync();
        await menu.Locator("[data-zone-choice=UTC]").ClickAsync();
        await Assertions.Expect(note).ToHaveAttributeAsync("data-query-zone", "UTC");

        await menu.Locator("summary").ClickAsync();
        await Assertions.Expect(menu.Locator("option[value='Europe/Berlin']")).ToHaveCountAsync(1);
        await menu.Locator("input[name=tz]").FillAsync("Europe/Berlin");
        await menu.Locator("button").ClickAsync();
        await Assertions.Expect(note).ToHaveAttributeAsync("data-query-zone", "Europe/Berlin");
        Assert.Contains("tz=Europe", page.Url, StringComparison.Ordinal);
        Assert.Contains("started", page.Url, StringComparison.Ordinal);
    }
}
