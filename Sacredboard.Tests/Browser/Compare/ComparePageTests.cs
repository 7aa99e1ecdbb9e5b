using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Runs;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Compare;

/// <summary>Runs side by side: one chart for each metric, one legend for all of them.</summary>
public sealed class ComparePageTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    private const string Sweep = "samples/compare?q=id+%3E%3D+4+and+id+%3C%3D+27&group=model.hidden,optimizer.lr";

    [Fact]
    public async Task From_ticks_in_the_table_to_curves_and_back()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "?q=digits_mlp&sort=result");
        var page = runs.Page;
        await runs.Row("4").Locator("[data-select]").CheckAsync();
        await runs.Row("19").Locator("[data-select]").CheckAsync();
        await page.Locator("a[data-selection-compare]").ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Compare 2 runs");
        await Expect(Canvas(page, "validation.loss")).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(["4", "19"], await KeysAsync(page, "validation.loss"));
        await Expect(page.Locator("[data-nav-compare]")).ToHaveAttributeAsync("aria-current", "page");
        await page.Locator("[data-back]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/samples/runs\?q=digits_mlp&sort=result$"));
    }

    [Fact]
    public async Task The_legend_hides_and_lights_up_curves_and_tells_their_values()
    {
        var page = await OpenAsync("samples/compare?ids=4,7,19");
        var line = page.Locator("[data-curve-key='7']");
        await Expect(Canvas(page, "training.loss")).ToHaveAttributeAsync("data-drawn", "step");

        await line.Locator("[data-toggle-curve]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("hide=7"));
        Assert.Equal(["4", "19"], await KeysAsync(page, "training.loss"));
        Assert.Equal(["4", "19"], await KeysAsync(page, "validation.accuracy"));
        await page.ReloadAsync();
        await Expect(line).ToHaveClassAsync(new Regex("off"));
        await Expect(Canvas(page, "training.loss")).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(["4", "19"], await KeysAsync(page, "training.loss"));
        await line.Locator("[data-toggle-curve]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).Not.ToHaveURLAsync(new Regex("hide="));

        await page.Locator("[data-curve-key='4'] [data-run-link]").HoverAsync();
        Assert.Equal("4", (await KeysAsync(page, "training.loss"))[0]);
        await Canvas(page, "training.loss").HoverAsync();
        await Expect(page.Locator("[data-curve-key='4'] [data-value]")).Not.ToBeEmptyAsync();
        await Expect(page.Locator("[data-curve-key='19'] [data-value]")).Not.ToBeEmptyAsync();
    }

    [Fact]
    public async Task The_table_is_copied_as_it_is_downloaded()
    {
        var page = await OpenAsync("samples/compare?ids=4,7&tab=table");
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        foreach (var copy in await page.Locator("[data-copy-file]").AllAsync())
        {
            var file = await page.APIRequest.GetAsync((await copy.GetAttributeAsync("data-copy-file"))!);
            var text = await file.TextAsync();
            Assert.Contains("0.96666", text, StringComparison.Ordinal);

            await copy.ClickAsync();
            await Eventually.TrueAsync(
                async () => await page.EvaluateAsync<string>("navigator.clipboard.readText()") == text, "the file in the clipboard");
        }
    }

    [Fact]
    public async Task Groups_are_drawn_as_mean_and_band()
    {
        var page = await OpenAsync(Sweep);
        await Expect(page.Locator("[data-curve-key]")).ToHaveCountAsync(8);
        await Expect(page.Locator("[data-look]")).ToContainTextAsync("Band: standard deviation");
        await Expect(Canvas(page, "validation.loss")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(page.Locator("[data-metric='validation.loss'] [data-points]")).ToHaveTextAsync("8 groups of 24 runs, all points");
        Assert.Equal(24, (await KeysAsync(page, "validation.loss")).Length);

        await page.Locator("[data-band]").SelectOptionAsync("none");
        await Expect(page).ToHaveURLAsync(new Regex("band=none"));
        await Expect(Canvas(page, "validation.loss")).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(8, (await KeysAsync(page, "validation.loss")).Length);
        await page.Locator("[data-ungroup]").ClickAsync();
        await Expect(page.Locator("[data-curve-key]")).ToHaveCountAsync(24);
    }

    [Fact]
    public async Task Charts_beside_the_table_follow_it()
    {
        var runs = await RunsPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "?q=id+%3C+10");
        var page = runs.Page;
        await page.Locator("[data-charts-switch]").ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("charts=on"));
        await Expect(Canvas(page, "validation.loss")).ToHaveAttributeAsync("data-drawn", "step");
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7", "8", "9"], (await KeysAsync(page, "validation.loss")).Order());

        // Scripts find the rows of the table by this hook, and the chart stands before them.
        await Expect(page.Locator("[data-rows]")).ToHaveCountAsync(1);

        await runs.Search.FillAsync("id < 4");
        await runs.Search.PressAsync("Enter");
        await Expect(runs.Rows).ToHaveCountAsync(3);
        await Expect(page.Locator("[data-table-charts] [data-points]")).ToContainTextAsync("3 runs");
        await page.Locator("[data-charts-metric]").SelectOptionAsync("metric:training.accuracy");
        await Expect(Canvas(page, "training.accuracy")).ToHaveAttributeAsync("data-drawn", "step");
        await Expect(page).ToHaveURLAsync(new Regex("charts=metric"));
        await runs.Row("2").HoverAsync();
        Assert.Equal("2", (await KeysAsync(page, "training.accuracy"))[0]);

        await page.GotoAsync("samples/runs?q=id+%3E%3D+4+and+id+%3C%3D+27&charts=on&group=model.hidden");
        await Expect(page.Locator("[data-charts-groups] li")).ToHaveTextAsync(["hidden=16, 12 runs", "hidden=64, 12 runs"]);
        await page.Locator("[data-charts-off]").ClickAsync();
        await Expect(page.Locator("[data-table-charts]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_table_without_charts_loads_nothing_of_them()
    {
        var page = await NewPageAsync(samples.Address);
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync("samples/runs", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.DoesNotContain(asked, url => Regex.IsMatch(url, @"chart\.umd|/js/(charts|compare)/"));
    }

    private const string CurrentTabIsSeen = """
        () => {
          const tab = document.querySelector('[data-tab-link][aria-current]')?.getBoundingClientRect()
          return !tab || (tab.left >= 0 && tab.right <= innerWidth)
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task All_of_it_is_accessible_in_both_themes_and_on_a_telephone(ColorScheme theme, int width)
    {
        var page = await NewPageAsync(samples.Address, options =>
        {
            options.ColorScheme = theme;
            options.ViewportSize = new() { Width = width, Height = 800 };
        });
        foreach (var path in new[] { "samples/compare?ids=4,7,19,99&hide=7", Sweep, "samples/compare?ids=4,7&tab=table", "samples/compare",
            "samples/compare?all=true&tab=table&keys=all", "samples/compare?all=true&tab=importance", "samples/compare?all=true&group=model.hidden&tab=significance",
            "samples/runs?charts=on", "samples/runs?charts=on&group=model.hidden" })
        {
            await page.GotoAsync(path);
            if (!path.Contains("tab=", StringComparison.Ordinal) && path.Contains('?'))
            {
                await Expect(page.Locator("canvas[data-drawn]").First).ToBeVisibleAsync();
            }

            await page.AssertAccessibleAsync();
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
            Assert.True(await page.EvaluateAsync<bool>(CurrentTabIsSeen), path);
        }
    }

    [Fact]
    public async Task Without_scripts_ticked_runs_are_compared_in_a_table()
    {
        var page = await NewPageAsync(samples.Address, options => options.JavaScriptEnabled = false);
        await page.GotoAsync("samples/runs");
        await page.Locator("[data-select][value='4']").CheckAsync();
        await page.Locator("[data-select][value='19']").CheckAsync();
        await page.Locator("button[data-selection-compare]").ClickAsync();

        await Expect(page.Locator("h1")).ToHaveTextAsync("Compare 2 runs");
        await page.Locator("[data-tab-link=table]").ClickAsync();
        await Expect(page.Locator("tr[data-field='model.hidden'] td").First).ToHaveTextAsync("64");
    }

    private static ILocator Canvas(IPage page, string metric) => page.Locator($"[data-metric='{metric}'] canvas").First;

    /// <summary>The keys of the datasets that are drawn, the topmost first.</summary>
    private static Task<string[]> KeysAsync(IPage page, string metric) => Canvas(page, metric)
        .EvaluateAsync<string[]>("canvas => Chart.getChart(canvas).data.datasets.map(dataset => dataset.$key)");

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await NewPageAsync(samples.Address);
        await page.GotoAsync(path);
        return page;
    }
}
