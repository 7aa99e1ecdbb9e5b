using System.Net;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Controllers;
using Sacredboard.Web.Hosting;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>Every failure has its own message and leaves nothing behind.</summary>
public sealed class TensorBoardFailureTests : IDisposable
{
    private const string Page = "runs/7/tensorboard";

    private readonly LogStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Theory]
    [InlineData("echo 'ImportError: no module named protobuf' >&2; exit 3", "Crash", "ended by itself before it was ready, with exit code 3")]
    [InlineData("echo 'TensorBoard could not bind to port 6006, it was already in use' >&2; exit 255", "Port", "found no port")]
    [InlineData("echo \"http://127.0.0.1:99999$PREFIX/\"; exec sleep 1000", "Port", "does not say on which port")]
    [InlineData("kill -9 $$", "Crash", "was killed before it was ready")]
    public async Task An_unexpected_end_is_reported_with_the_last_lines(string script, string problem, string words)
    {
        var logs = _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync(script);
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        var status = await client.StartAsync(Page, "failed");

        Assert.Equal(problem, status.QuerySelector("[data-tensorboard-problem]")?.GetAttribute("data-tensorboard-problem"));
        Assert.Contains(words, status.QuerySelector("[data-tensorboard-problem]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            script.Contains("echo", StringComparison.Ordinal),
            status.QuerySelector("[data-tensorboard-lines]")?.TextContent.Length > 0);
        Assert.NotNull(status.QuerySelector("[data-tensorboard-start]"));
        await AssertNothingLeftAsync(fake, board, logs);
    }

    [Fact]
    public async Task One_that_is_not_ready_in_time_is_ended()
    {
        var logs = _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync(FakeTensorBoard.Silent);
        await using var board = Board.OnDirectory(
            _storage.Root,
            ("TensorBoard:Command", fake.Command),
            ("TensorBoard:StartTimeoutSeconds", "1"));
        using var client = new TensorBoardClient(board);

        var status = await client.StartAsync(Page, "failed");

        Assert.Equal("TimeOut", status.QuerySelector("[data-tensorboard-problem]")?.GetAttribute("data-tensorboard-problem"));
        Assert.Contains("StartTimeoutSeconds", status.TextContent, StringComparison.Ordinal);
        await AssertNothingLeftAsync(fake, board, logs);
    }

    [Fact]
    public async Task One_that_crashes_later_is_told_and_can_be_started_again()
    {
        _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        System.Diagnostics.Process.GetProcessById(fake.Processes[0]).Kill();

        var status = await client.UntilAsync(Page, "failed");
        Assert.Contains("was killed after", status.TextContent, StringComparison.Ordinal);
        using (var page = await client.GetAsync(Page + "/", ("Accept", "text/html")))
        using (var part = await client.GetAsync(Page + "/data/runs", ("Accept", "*/*")))
        {
            Assert.Equal("/lab/runs/7/tensorboard", page.Headers.Location?.OriginalString);
            Assert.Equal(HttpStatusCode.Gone, part.StatusCode);
        }

        await client.StartAsync(Page);
        Assert.Equal(2, fake.Processes.Length);
    }

    [Fact]
    public async Task Where_there_is_none_the_page_says_what_to_install()
    {
        _storage.RunWithLogs("7");
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", "/no/such/tensorboard --here"));
        using var client = new TensorBoardClient(board);

        var page = await client.PageAsync(Page);
        using var answer = await client.SubmitAsync(Page, "start");
        var after = await TensorBoardClient.PageOfAsync(answer);

        Assert.Contains(
            "'/no/such/tensorboard'",
            page.QuerySelector("[data-tensorboard-problem=NotFound]")!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-tensorboard] [data-tensorboard-start]"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.NotNull(after.QuerySelector("[data-tensorboard-problem=NotFound]"));
    }

    [Fact]
    public async Task What_is_no_program_is_told_with_the_systems_own_words()
    {
        _storage.RunWithLogs("7");
        await using var fake = await FakeTensorBoard.StartAsync();
        File.WriteAllText(fake.Command, "\0\0no program");
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        var status = await client.StartAsync(Page, "failed");

        Assert.Equal("CannotStart", status.QuerySelector("[data-tensorboard-problem]")?.GetAttribute("data-tensorboard-problem"));
        Assert.Contains("Exec format error", status.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_directory_that_went_away_is_told_before_the_start_and_while_it_runs()
    {
        var logs = _storage.Logs("7");
        _storage.Run("7", logs, _storage.Logs("8"));
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        Directory.Delete(logs, recursive: true);

        var running = await client.StatusAsync(Page);
        Assert.Contains(logs, running.QuerySelector("[data-gone]")!.TextContent, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(_storage.Root, "logs", "8"), recursive: true);
        using (await client.SubmitAsync(Page, "stop"))
        using (var answer = await client.SubmitAsync(Page, "start"))
        {
            var page = await TensorBoardClient.PageOfAsync(answer);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.NotNull(page.QuerySelector("[data-tensorboard-problem=NoDirectory]"));
            Assert.All(page.QuerySelectorAll("[data-directory]"), row => Assert.Equal("Missing", row.GetAttribute("data-directory")));
        }
    }

    [Fact]
    public async Task More_than_may_run_are_refused_with_a_list_of_those_that_do()
    {
        _storage.RunWithLogs("7");
        _storage.RunWithLogs("8");
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command), ("TensorBoard:MaxProcesses", "1"));
        using var client = new TensorBoardClient(board);
        await client.StartAsync(Page);

        using var answer = await client.SubmitAsync("runs/8/tensorboard", "start");
        var page = await TensorBoardClient.PageOfAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("MaxProcesses", page.QuerySelector("[data-tensorboard-problem=Limit]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/lab/runs/7/tensorboard", page.QuerySelector(".tb-others a")?.GetAttribute("href"));
        Assert.Single(fake.Processes);
        using (await client.SubmitAsync(Page, "stop"))
        {
            await client.StartAsync("runs/8/tensorboard");
        }
    }

    private static async Task AssertNothingLeftAsync(FakeTensorBoard fake, Board board, string logs)
    {
        await Browser.Support.Eventually.TrueAsync(
            () =>
                fake.Processes.All(id => !TestProcess.IsAlive(id))
                    && !Directory.EnumerateFileSystemEntries(Path.Combine(board.StatePath, "tensorboard")).Any(),
            "all of it is gone");
        Assert.NotEmpty(Directory.EnumerateFiles(logs));
    }
}
