using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Tests.Web.TensorBoard;

/// <summary>The directories that a run names are untrusted.</summary>
public sealed class HostileDirectoriesTests(ScriptedBoards boards) : IClassFixture<ScriptedBoards>
{
    private const string Script = "ls \"$LOGDIR\" >&2; ls \"$LOGDIR\"/* >&2\n" + FakeTensorBoard.Runs;

    private readonly string _run = boards.NextRun();

    private string Page => $"runs/{_run}/tensorboard";

    [Theory]
    [InlineData("--host")]
    [InlineData("--an-option")]
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
        var logs = boards.Storage.Logs(name);
        boards.Storage.Run(_run, logs);
        var (fake, board) = await boards.OpenAsync(Script);
        using var client = new TensorBoardClient(board);

        var page = await client.PageAsync(Page);
        var running = await client.StartAsync(Page);

        Assert.Equal("readable", page.QuerySelector("[data-directory]")?.GetAttribute("data-directory"));
        Assert.Equal(
            [_run, "events.out.tfevents.10.host"],
            running.QuerySelector("[data-tensorboard-lines]")!.TextContent.Split('\n')[..2]);
        Assert.Equal(8, fake.Arguments.Length);
        Assert.DoesNotContain(name, string.Join('\n', fake.Arguments.Where((_, i) => i % 2 == 1)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(boards.Storage.Root, "pwned", SearchOption.AllDirectories));
    }

    // A relative path may also be relative to the experiment's base directory, which is outside too.
    [Theory]
    [InlineData("/", "OutsideRoots")]
    [InlineData("/etc", "OutsideRoots")]
    [InlineData("../..", "OutsideRoots")]
    [InlineData("logs/link", "OutsideRoots")]
    [InlineData("logs/circle", "OutsideRoots")]
    [InlineData("RUN/run.json", "OutsideRoots")]
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
        if (!Directory.Exists(Path.Combine(boards.Storage.Root, "logs", "there")))
        {
            boards.Storage.Logs("there");
            Directory.CreateSymbolicLink(Path.Combine(boards.Storage.Root, "logs", "link"), "/etc");
            File.CreateSymbolicLink(Path.Combine(boards.Storage.Root, "logs", "circle"), "circle");
        }

        boards.Storage.Run(_run, recorded == "RUN/run.json" ? _run + "/run.json" : recorded);
        var (fake, board) = await boards.OpenAsync(Script);
        var processes = fake.Processes;
        using var client = new TensorBoardClient(board);

        var page = await client.PageAsync(Page);

        var row = page.QuerySelector("[data-directory]")!;
        Assert.Equal(problem, row.GetAttribute("data-directory"));
        Assert.NotEmpty(row.QuerySelector("td:last-child span")!.TextContent);
        Assert.Null(page.QuerySelector("[data-tensorboard-start]"));
        Assert.Null(page.QuerySelector("form#tensorboard"));
        Assert.Equal(processes, fake.Processes);
    }

    [Fact]
    public void Links_get_plain_names_each_once()
    {
        var links = TensorBoardLink.Of([("a/b:c", "/1"), ("a b,c", "/2"), ("..", "/3"), ("", "/4"), (new string('x', 500), "/5"),
            ("other", "/1"), ("A_B_C", "/6"), ("--host", "/7"), ("ü\n", "/8")]);

        Assert.Equal(
            ["a_b_c", "a_b_c-2", "logs", "logs-2", new string('x', 60), "A_B_C-3", "--host", "__"],
            links.Select(link => link.Name));
        Assert.Equal(["/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8"], links.Select(link => link.Directory));
    }
}
