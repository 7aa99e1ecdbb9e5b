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
}
