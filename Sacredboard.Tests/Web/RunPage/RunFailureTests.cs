using System.Text.Json;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>Why a run failed, or is not recorded to its end.</summary>
public sealed class RunFailureTests(RunFailureTests.Storage storage) : IClassFixture<RunFailureTests.Storage>, IDisposable
{
    private const string Main = "import net\n\n\ndef main():\n    net.forward()\n";

    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    [Fact]
    public async Task Frames_of_the_projects_code_open_the_stored_source_at_their_line()
    {
        var frames = (await _pages.ReadAsync("1")).QuerySelectorAll("[data-frame]");

        Assert.Equal(
            ["/lab/runs/1/files/source-0/view#L5", null, "/lab/runs/1/files/source-1/view#L2", null, null],
            frames.Select(frame => frame.QuerySelector("[data-frame-source]")?.GetAttribute("href")));
        var around = frames[0].QuerySelectorAll(".around-lines li");
        Assert.Equal(["import net", "", "", "def main():", "    net.forward()", ""], around.Select(line => line.QuerySelector("code")!.TextContent));
        Assert.Equal("5", Assert.Single(around, line => line.ClassList.Contains("current")).GetAttribute("value"));
        Assert.Null(frames[0].QuerySelector("[data-other-line]"));
    }

    [Fact]
    public async Task A_source_that_was_changed_after_the_start_says_so() =>
        Assert.NotNull((await _pages.ReadAsync("1")).QuerySelectorAll("[data-frame]")[2].QuerySelector("[data-other-line]"));

    [Fact]
    public async Task Sources_of_another_machine_are_found_by_the_end_of_their_path() =>
        Assert.Equal(
            "/lab/runs/2/files/source-0/view#L5",
            (await _pages.ReadAsync("2")).QuerySelector("[data-frame-source]")!.GetAttribute("href"));

    [Theory]
    [InlineData("dead", "dead", "Last sign of life")]
    [InlineData("mute", "dead", "It gave no sign of life after its start, though it was to beat every 20 s.")]
    [InlineData("dropped", "dropped", "Last sign of life")]
    [InlineData("unbeaten", "dropped", "It gave no sign of life after its start.")]
    [InlineData("whole", null, "")]
    [InlineData("quiet", null, "")]
    [InlineData("1", null, "")]
    public async Task A_run_that_was_not_recorded_to_its_end_says_so(string run, string? kind, string text)
    {
        await storage.Board.LoadedAsync();
        var note = (await _pages.ReadAsync(run)).QuerySelector("[data-silence]");

        Assert.Equal(kind, note?.GetAttribute("data-silence"));
        Assert.Contains(text, note?.TextContent ?? "");
    }

    public void Dispose() => _pages.Dispose();

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            var experiment = (string directory) => new
            {
                name = "digits",
                base_dir = directory,
                sources = new[] { new[] { "main.py", "_sources/main.py" }, ["lib/net.py", "_sources/net.py"], ["gone.py", "_sources/gone.py"] },
            };
            Write("1", new
            {
                status = "FAILED",
                experiment = experiment("/lab/digits"),
                fail_trace = """
                    Traceback (most recent call last):
                      File "/lab/digits/main.py", line 5, in main
                        net.forward()
                      File "/usr/lib/python3/site-packages/lib/net.py", line 2, in forward
                        pass
                      File "/lab/digits/lib/net.py", line 2, in forward
                        raise ValueError
                      File "/lab/digits/gone.py", line 1, in f
                        g()
                      File "/lab/digits/other.py", line 1, in g
                        h()
                    ValueError
                    """,
            });
            Write("2", new
            {
                status = "FAILED",
                experiment = experiment("/somewhere/else"),
                fail_trace = "Traceback (most recent call last):\n  File \"C:\\lab\\digits\\main.py\", line 5, in main\n    net.forward()\nValueError\n",
            });
            Folder.WriteOld("_sources", "main.py", Main);
            Folder.WriteOld("_sources", "net.py", "def forward():\n    pass\n");

            const string Start = "2026-01-01T10:00:00", Stop = "2026-01-01T11:00:00";
            Write("dead", new { status = "RUNNING", start_time = Start, heartbeat = "2026-01-01T10:10:00" });
            Write("mute", new { status = "RUNNING", start_time = Start, meta = new { options = new Dictionary<string, string> { ["--beat-interval"] = "20" } } });
            Write("dropped", new { status = "COMPLETED", start_time = Start, stop_time = Stop, heartbeat = "2026-01-01T10:10:00" });
            Write("unbeaten", new { status = "COMPLETED", start_time = Start, stop_time = Stop });
            Write("whole", new { status = "COMPLETED", start_time = Start, stop_time = Stop, heartbeat = "2026-01-01T11:00:00.1" });
            Write("quiet", new
            {
                status = "COMPLETED",
                start_time = Start,
                stop_time = Stop,
                meta = new { options = new Dictionary<string, string> { ["--beat-interval"] = "0" } },
            });
        }

        private void Write(string id, object run) => Folder.WriteOld(id, "run.json", JsonSerializer.Serialize(run));
    }
}
