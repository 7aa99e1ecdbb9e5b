using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>The directories that a run names come from whoever wrote the run.</summary>
public sealed class HostileDirectoriesTests : IDisposable
{
    private const string Page = "runs/7/tensorboard";

    private readonly LogStorage _storage = new();

    public void Dispose() => _storage.Dispose();

    [Theory]
    [InlineData("--host")]
    [InlineData("-x")]
    [InlineData("--logdir=other")]
    [InlineData("a b  c")]
    [InlineData("two\nlines")]
    [InlineData("$(touch pwned)`touch pwned`")]
    [InlineData("a:b,c:d")]
    [InlineData("'\";&|<>*?[]{}\\")]
    [InlineData("ünïcode 🚀 \u202e")]
    [InlineData("%2e%2e")]
    public async Task An_odd_name_in_a_root_is_opened_and_stands_on_no_command_line(string name)
    {
        var logs = _storage.Logs(name);
        _storage.Run("7", logs);
        await using var fake = await FakeTensorBoard.StartAsync("ls \"$LOGDIR\" >&2; ls \"$LOGDIR\"/* >&2\n" + FakeTensorBoard.Runs);
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        var page = await client.PageAsync(Page);
        var running = await client.StartAsync(Page);

        Assert.Equal("readable", page.QuerySelector("[data-directory]")?.GetAttribute("data-directory"));
        Assert.Equal(["7", "events.out.tfevents.10.host"], running.QuerySelector("[data-tensorboard-lines]")!.TextContent.Split('\n')[..2]);
        Assert.Equal(8, fake.Arguments.Length);
        Assert.DoesNotContain(name, string.Join('\n', fake.Arguments.Where((_, i) => i % 2 == 1)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_storage.Root, "pwned", SearchOption.AllDirectories));
    }

    // What is relative may also have been meant from the experiment's own directory, which is outside too.
    [Theory]
    [InlineData("/", "OutsideRoots")]
    [InlineData("/etc", "OutsideRoots")]
    [InlineData("../..", "OutsideRoots")]
    [InlineData("logs/link", "OutsideRoots")]
    [InlineData("logs/circle", "OutsideRoots")]
    [InlineData("7/run.json", "OutsideRoots")]
    [InlineData("~root", "OutsideRoots")]
    [InlineData("s3://bucket/logs", "OutsideRoots")]
    [InlineData("file:///etc", "OutsideRoots")]
    [InlineData("$(echo logs)", "OutsideRoots")]
    [InlineData("name:logs/there", "OutsideRoots")]
    [InlineData("logs/there,/etc", "OutsideRoots")]
    [InlineData("a\0b", "NotAPath")]
    [InlineData(" ", "NotAPath")]
    public async Task What_may_not_be_opened_is_refused_with_a_message(string recorded, string problem)
    {
        _storage.Logs("there");
        Directory.CreateSymbolicLink(Path.Combine(_storage.Root, "logs", "link"), "/etc");
        File.CreateSymbolicLink(Path.Combine(_storage.Root, "logs", "circle"), "circle");
        _storage.Run("7", recorded);
        await using var fake = await FakeTensorBoard.StartAsync();
        await using var board = Board.OnDirectory(_storage.Root, ("TensorBoard:Command", fake.Command));
        using var client = new TensorBoardClient(board);

        var page = await client.PageAsync(Page);

        var row = page.QuerySelector("[data-directory]")!;
        Assert.Equal(problem, row.GetAttribute("data-directory"));
        Assert.NotEmpty(row.QuerySelector("td:last-child span")!.TextContent);
        Assert.Null(page.QuerySelector("[data-tensorboard-start]"));
        Assert.Null(page.QuerySelector("form#tensorboard"));
        Assert.Empty(fake.Processes);
    }

    [Fact]
    public void Links_get_plain_names_each_once()
    {
        var links = TensorBoardLink.Of([("a/b:c", "/1"), ("a b,c", "/2"), ("..", "/3"), ("", "/4"), (new string('x', 500), "/5"), ("other", "/1"), ("A_B_C", "/6"), ("--host", "/7"), ("ü\n", "/8")]);

        Assert.Equal(["a_b_c", "a_b_c-2", "logs", "logs-2", new string('x', 60), "A_B_C-3", "--host", "__"], links.Select(link => link.Name));
        Assert.Equal(["/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8"], links.Select(link => link.Directory));
    }
}
