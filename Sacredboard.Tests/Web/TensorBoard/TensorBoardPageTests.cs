using System.Net;
using AngleSharp.Dom;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Controllers;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>What the page of a run shows about its log directories and their TensorBoard, from start to end.</summary>
public sealed class TensorBoardPageTests : IDisposable
{
    private const string Page = "runs/7/tensorboard";

    private readonly LogStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Fact]
    public async Task A_run_without_log_directories_has_no_tab_for_them()
    {
        _storage.Run("8");
        await using var board = Board.OnDirectory(_storage.Root);
        using var client = new TensorBoardClient(board);

        var overview = await client.PageAsync("runs/8");
        var page = await client.PageAsync("runs/8/tensorboard");

        Assert.Null(overview.QuerySelector("[data-tab-link=tensorboard]"));
        Assert.Null(overview.QuerySelector("[data-tensorboard-start]"));
        Assert.NotNull(page.QuerySelector("[data-empty]"));
    }

    [Fact]
    public async Task Each_directory_is_listed_with_whether_it_can_be_read_from_here()
    {
        var there = _storage.Logs("there");
        var outside = Directory.CreateDirectory(_storage.Outside("elsewhere")).FullName;
        _storage.Run("7", there, Path.Combine(_storage.Root, "not there"), outside, "");
        await using var board = Board.OnDirectory(_storage.Root);
        using var client = new TensorBoardClient(board);

        var page = await client.PageAsync(Page);

        Assert.Equal(
            ["readable", "Missing", "OutsideRoots", "NotAPath"],
            page.QuerySelectorAll("[data-directory]").Select(row => row.GetAttribute("data-directory")!));
        Assert.Contains("Sacredboard:TensorBoard:Roots", page.QuerySelector("[data-roots-hint]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector("[data-tab-link=tensorboard] .count")!.TextContent);
    }

    [Fact]
    public async Task It_is_started_looked_at_and_stopped()
    {
        var logs = _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        using (var started = await client.SubmitAsync(Page, "start"))
        {
            Assert.Equal("/lab/runs/7/tensorboard?open=true", started.Headers.Location?.OriginalString);
        }

        await client.UntilAsync(Page, "running");
        await Eventually.TrueAsync(
            async () => (await client.StatusAsync(Page)).QuerySelector("[data-memory]") is not null,
            "its memory is told");
        var running = await client.StatusAsync(Page);
        Assert.Equal("a user on this machine", running.QuerySelector("[data-by]")?.TextContent);
        Assert.NotNull(running.QuerySelector("[data-since] time"));
        Assert.NotNull(running.QuerySelector("[data-idle-stop] time"));
        Assert.Matches(@"^[\d.]+ [kM]B$", running.QuerySelector("[data-memory]")?.TextContent);
        Assert.Contains("TensorBoard 9.9", running.QuerySelector("[data-tensorboard-lines]")?.TextContent, StringComparison.Ordinal);
        using (var open = await client.GetAsync(Page + "?open=true"))
        {
            Assert.Equal("/lab/runs/7/tensorboard/", open.Headers.Location?.OriginalString);
        }

        var process = Assert.Single(fake.Processes);
        Assert.True(TestProcess.IsAlive(process));
        using (var stopped = await client.SubmitAsync(Page, "stop"))
        {
            Assert.Equal(HttpStatusCode.SeeOther, stopped.StatusCode);
        }

        Assert.Contains(
            "Stopped by a user on this machine.",
            (await client.UntilAsync(Page, "stopped")).TextContent,
            StringComparison.Ordinal);
        Assert.False(TestProcess.IsAlive(process));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(board.StatePath, "tensorboard")));
        Assert.NotEmpty(Directory.EnumerateFiles(logs));
    }

    [Fact]
    public async Task It_listens_on_loopback_below_a_secret_path_and_gets_links_instead_of_names()
    {
        var logs = _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync(FakeTensorBoard.Runs.Replace(
            "exec",
            "for link in \"$LOGDIR\"/*; do echo \"$(basename \"$link\") -> $(readlink -f \"$link\")\" >&2; done; exec",
            StringComparison.Ordinal));
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        var running = await client.StartAsync(Page);

        var links = Path.Combine(board.StatePath, "tensorboard");
        Assert.Equal(["--logdir", "--host", "--port", "--path_prefix"], fake.Arguments.Where((_, i) => i % 2 == 0));
        Assert.StartsWith(links, fake.Arguments[1], StringComparison.Ordinal);
        Assert.Equal(["127.0.0.1", "0"], [fake.Arguments[3], fake.Arguments[5]]);
        Assert.Matches("^/[0-9a-f]{32}$", fake.Arguments[7]);
        await Eventually.TrueAsync(
            async () => (await client.StatusAsync(Page)).TextContent.Contains($"7 -> {logs}", StringComparison.Ordinal),
            "the link to the logs is there");
        Assert.NotNull(running);
    }

    [Fact]
    public async Task Nothing_of_the_dashboards_settings_is_told_to_it()
    {
        _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = SacredboardProcess.Start(
            [_storage.Root, "--no-browser", "--port", "0"],
            ("Sacredboard__TensorBoard__Command", fake.Command),
            ("Sacredboard__Place__Title", "a secret"),
            ("PLAIN", "told"));
        using var client = new TensorBoardClient(await board.AddressAsync(), Path.GetFileName(_storage.Root));

        await client.StartAsync(Page);

        Assert.Contains("PLAIN=told", fake.Environment, StringComparison.Ordinal);
        Assert.DoesNotContain("Sacredboard__", fake.Environment, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_start_and_a_second_run_with_the_same_logs_lead_to_the_same_one()
    {
        var logs = _storage.RunWithLogs("7");
        _storage.Run("9", logs);
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var again = await client.SubmitAsync(Page, "start");
        var other = await client.StatusAsync("runs/9/tensorboard");
        using var through = await client.GetAsync("runs/9/tensorboard/data/runs");

        Assert.Equal("/lab/runs/7/tensorboard/", again.Headers.Location?.OriginalString);
        Assert.Equal("running", other.GetAttribute("data-phase"));
        Assert.Equal(HttpStatusCode.OK, through.StatusCode);
        Assert.Single(fake.Processes);
    }

    [Fact]
    public async Task Several_runs_are_shown_in_one()
    {
        _storage.RunWithLogs("7");
        _storage.Run("8", _storage.Logs("train"), _storage.Logs("validation"));
        await using var fake = await FakeTensorBoard.StartAsync("ls \"$LOGDIR\" >&2\n" + FakeTensorBoard.Runs);
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        var running = await client.StartAsync("tensorboard?ids=7&ids=8&ids=nonsense");
        var app = running.GetAttribute("data-app")!;
        using var through = await client.GetAsync(app[("/" + Board.Source + "/").Length..] + "data/runs");
        var page = await client.PageAsync("tensorboard?ids=8&ids=7");

        Assert.Equal(["7", "8-train", "8-validation"], running.QuerySelector("[data-tensorboard-lines]")!.TextContent.Split('\n')[..3]);
        Assert.EndsWith(
            "/data/runs",
            await through.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal("running", page.QuerySelector("[data-tensorboard]")?.GetAttribute("data-phase"));
        Assert.Equal(["8", "8", "7"], page.QuerySelectorAll("[data-directory] a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Without_the_token_of_its_page_nothing_is_started()
    {
        _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        using var content = new FormUrlEncodedContent([new("action", "start")]);
        using var answer = await client.SendAsync(HttpMethod.Post, Page, content);
        using var several = await client.SendAsync(HttpMethod.Post, "tensorboard?ids=7", content);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], [answer.StatusCode, several.StatusCode]);
        Assert.Empty(fake.Processes);
    }
}
