using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

public sealed class RunPageTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Every_tab_opens_from_the_one_before()
    {
        var run = await OpenAsync("36");

        foreach (var tab in RunPage.Tabs.Skip(1))
        {
            await run.Tab(tab).ClickAsync();
            await Expect(run.Tab(tab)).ToHaveAttributeAsync("aria-current", "page");
            await Expect(run.Content).ToHaveAttributeAsync("data-tab", tab);
            await Expect(run.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/runs/36/{tab}$"));
        }
    }

    [Fact]
    public async Task A_failed_run_shows_its_exception_without_scrolling()
    {
        var run = await OpenAsync("2");

        await Expect(run.Failure).ToContainTextAsync("ValueError");
        await Expect(run.Failure.Locator("h2")).ToBeInViewportAsync();
        await Expect(run.Failure.Locator("[data-frame]:visible").First).ToBeInViewportAsync();
        await run.Failure.GetByText("Raw traceback").ClickAsync();
        await Expect(run.Failure.Locator("#fail-trace")).ToContainTextAsync("Traceback (most recent call last)");
    }

    [Fact]
    public async Task Every_metric_has_a_chart_with_a_curve()
    {
        var run = await OpenAsync("7", "metrics");
        var metrics = await run.Charts.CountAsync();

        Assert.True(metrics >= 4, $"{metrics} charts");
        foreach (var chart in await run.Charts.AllAsync())
        {
            // Charts are drawn when they come into view.
            await chart.ScrollIntoViewIfNeededAsync();
        }

        await Eventually.TrueAsync(async () => await run.DrawnAsync() == metrics, "a curve in each of the charts");
    }

    [Fact]
    public async Task Zooming_requests_the_points_of_the_window()
    {
        var run = await OpenAsync("7", "metrics");
        await Eventually.TrueAsync(async () => await run.DrawnAsync() > 0, "a curve");
        var canvas = run.Page.Locator("canvas").First;
        await canvas.ScrollIntoViewIfNeededAsync();
        var box = await canvas.BoundingBoxAsync() ?? throw new InvalidOperationException("The canvas has no place.");

        var asked = run.Page.WaitForRequestAsync(request =>
            request.Url.Contains("/api/v1/", StringComparison.Ordinal) && request.Url.Contains("from=", StringComparison.Ordinal));
        await run.Page.Mouse.MoveAsync(box.X + (box.Width * 0.4f), box.Y + (box.Height * 0.5f));
        await run.Page.Mouse.DownAsync();
        await run.Page.Mouse.MoveAsync(box.X + (box.Width * 0.7f), box.Y + (box.Height * 0.6f), new() { Steps = 5 });
        await run.Page.Mouse.UpAsync();

        Assert.Contains("to=", (await asked).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curves_go_by_step_or_by_time()
    {
        var run = await OpenAsync("7", "metrics");
        await Eventually.TrueAsync(async () => await run.DrawnAsync() > 0, "a curve");

        var asked = run.Page.WaitForRequestAsync(request => request.Url.Contains("x=relative", StringComparison.Ordinal));
        await run.Page.Locator("[data-x]").SelectOptionAsync("relative");

        Assert.Contains("/metrics/", (await asked).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_are_found_by_name()
    {
        var run = await OpenAsync("7", "metrics");

        await run.Page.Locator("[data-filter]").FillAsync("validation");

        await Expect(run.Chart("validation.loss")).ToBeVisibleAsync();
        await Expect(run.Chart("training.loss")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Output_is_shown_as_a_terminal_shows_it()
    {
        var run = await OpenAsync("35", "output");

        await Expect(run.Terminal).ToContainTextAsync("Started run with ID");
        var text = await run.Terminal.InnerTextAsync();
        Assert.DoesNotContain("[36m", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_downloaded_under_their_names()
    {
        var run = await OpenAsync("4", "files");

        var download = await run.Page.RunAndWaitForDownloadAsync(
            () => run.Page.GetByLabel("Download weights.npz").ClickAsync());

        Assert.Equal("weights.npz", download.SuggestedFilename);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "4", "weights.npz"), Cancellation),
            await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation));
    }

    [Fact]
    public async Task An_uploaded_page_is_not_run()
    {
        var run = await OpenAsync("4", "files");

        await Expect(run.Content).ToContainTextAsync("report.html");
        var answer = await run.Page.APIRequest.GetAsync(
            await run.Page.GetByLabel("Download report.html").EvaluateAsync<string>("link => link.href"));
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Contains("sandbox", answer.Headers["content-security-policy"], StringComparison.Ordinal);
    }

    private async Task<RunPage> OpenAsync(string id, string tab = "") =>
        await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", id, tab);
}
