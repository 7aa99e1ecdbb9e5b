using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Sacredboard.Tests.Browser.Run;

/// <summary>The tabs of a run change without a page load, and the scripts of each tab start again.</summary>
public sealed class BoostedTabsTests(ChromiumFixture chromium, SamplesBoard samples) : BrowserTest(chromium)
{
    [Fact]
    public async Task Charts_are_drawn_after_a_change_of_tab_and_after_going_back_and_forward()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7");
        await MarkAsync(run.Page);
        var title = await run.Page.TitleAsync();

        await run.Tab("output").ClickAsync();
        await ExpectTabAsync(run, "output");
        await run.Tab("metrics").ClickAsync();
        await ExpectTabAsync(run, "metrics");
        await Eventually.TrueAsync(async () => await run.DrawnAsync() > 1, "curves after a click");

        await run.Page.GoBackAsync();
        await ExpectTabAsync(run, "output");
        await Expect(run.Terminal).ToContainTextAsync("Started run with ID");
        await run.Page.GoBackAsync();
        await ExpectTabAsync(run, "overview");
        await Eventually.TrueAsync(async () => await run.DrawnAsync() > 1, "curves after going back");
        await run.Page.GoForwardAsync();
        await run.Page.GoForwardAsync();
        await ExpectTabAsync(run, "metrics");
        await Eventually.TrueAsync(async () => await run.DrawnAsync() > 1, "curves after going forward");

        Assert.Equal(title, await run.Page.TitleAsync());
        Assert.True(await IsMarkedAsync(run.Page));
    }

    [Fact]
    public async Task A_slow_answer_does_not_replace_the_tab_that_was_gone_to_after_it()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7");
        await run.Tab("output").ClickAsync();
        await ExpectTabAsync(run, "output");
        await run.Tab("config").ClickAsync();
        await ExpectTabAsync(run, "config");
        await run.Page.GoBackAsync();
        await ExpectTabAsync(run, "output");
        await run.Page.GoBackAsync();
        await ExpectTabAsync(run, "overview");
        var answer = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await run.Page.RouteAsync("**/runs/7/output", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        run.Page.RequestFinished += (_, request) => Ended(request);
        run.Page.RequestFailed += (_, request) => Ended(request);

        await run.Page.GoForwardAsync();
        await run.Page.GoForwardAsync();
        await ExpectTabAsync(run, "config");
        answer.SetResult();
        await ended.Task.WaitAsync(Cancellation);

        await run.Page.EvaluateAsync("new Promise(resolve => setTimeout(resolve))");
        await ExpectTabAsync(run, "config");

        void Ended(IRequest request) => _ = request.Url.EndsWith("/output", StringComparison.Ordinal) && ended.TrySetResult();
    }

    [Fact]
    public async Task With_Shift_a_tab_opens_in_a_window_of_its_own()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7");

        var opened = await run.Page.Context.RunAndWaitForPageAsync(() =>
            run.Tab("metrics").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] }));

        await Expect(opened).ToHaveURLAsync(new Regex("/samples/runs/7/metrics$"));
        await ExpectTabAsync(run, "overview");
    }

    [Fact]
    public async Task The_focus_stays_on_the_tab_that_was_chosen_and_keys_go_on()
    {
        var run = await RunPage.OpenAsync(await NewPageAsync(samples.Address), "samples", "7");
        await run.Tab("config").FocusAsync();
        await run.Page.Keyboard.PressAsync("Enter");
        await ExpectTabAsync(run, "config");
        await Expect(run.Tab("config")).ToBeFocusedAsync();

        await run.Page.Keyboard.PressAsync("/");
        await run.Page.Keyboard.TypeAsync("seed");
        await Expect(run.Page.Locator("[data-tree-found]")).ToContainTextAsync("found");
        await run.Page.Keyboard.PressAsync("Tab");
        await run.Page.Keyboard.PressAsync("1");
        await ExpectTabAsync(run, "overview");

        await run.Page.Locator("[data-region=output] a.more").PressAsync("Enter");
        await ExpectTabAsync(run, "output");
        await Expect(run.Tab("output")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Output_and_curves_of_a_running_run_go_on_after_a_change_of_tab()
    {
        using var directory = new TemporaryDirectory();
        await using var board = Board.OnDirectory(directory.Path);
        var live = new DirectoryRun(directory.Path, "1");
        await live.StartAsync();
        live.Print("epoch 1");
        live.Log("loss", 0, 1);
        live.Log("loss", 1, 0.5);
        await live.BeatAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1");
        await MarkAsync(run.Page);

        await run.Tab("output").ClickAsync();
        await Expect(run.Terminal).ToContainTextAsync("epoch 1");
        live.Print("epoch 2");
        await live.BeatAsync();
        await Expect(run.Terminal).ToContainTextAsync("epoch 2");

        await run.Tab("metrics").ClickAsync();
        await Eventually.TrueAsync(async () => await run.DrawnAsync() == 1, "a curve");
        live.Log("loss", 2, 0.0625);
        await live.BeatAsync();
        await Expect(run.Chart("loss").Locator("[data-last]")).ToHaveTextAsync("0.0625");

        await run.Page.GoBackAsync();
        await Expect(run.Terminal).ToContainTextAsync("epoch 2");
        live.Print("epoch 3");
        await live.CompleteAsync(result: 0.75);
        await Expect(run.Terminal).ToContainTextAsync("epoch 3");
        await Expect(run.Header).ToContainTextAsync("Completed", new() { IgnoreCase = true });
        Assert.True(await IsMarkedAsync(run.Page));
    }

    [Fact]
    public async Task A_tab_that_cannot_be_read_shows_an_error_page()
    {
        using var directory = new TemporaryDirectory();
        await using var board = Board.OnDirectory(directory.Path);
        var live = new DirectoryRun(directory.Path, "1");
        await live.StartAsync();
        await live.CompleteAsync(result: 1);
        await board.LoadedAsync();
        var run = await RunPage.OpenAsync(await NewPageAsync(board.Address), Board.Source, "1");
        Problems.Expect("404");
        Problems.Expect("Response Status Error Code");
        await live.DeleteAsync();

        await run.Tab("config").ClickAsync();

        await Expect(run.Page.Locator("body.error-page")).ToBeVisibleAsync();
    }

    private static async Task ExpectTabAsync(RunPage run, string tab)
    {
        await Expect(run.Content).ToHaveAttributeAsync("data-tab", tab);
        await Expect(run.Tab(tab)).ToHaveAttributeAsync("aria-current", "page");
        Assert.EndsWith(tab == "overview" ? "/runs/7" : $"/runs/7/{tab}", new Uri(run.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    // A page load removes it.
    private static Task MarkAsync(IPage page) => page.EvaluateAsync("window.marked = true");

    private static Task<bool> IsMarkedAsync(IPage page) => page.EvaluateAsync<bool>("window.marked === true");
}
