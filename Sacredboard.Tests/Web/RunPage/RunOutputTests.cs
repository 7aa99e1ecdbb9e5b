using System.Net;
using System.Text;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

public sealed class RunOutputTests(FolderBoard shared) : IClassFixture<FolderBoard>, IDisposable
{
    private static int Runs;

    private readonly RunPageClient _pages = new(shared.Board, Board.Source);

    /// <summary>The run of this test.</summary>
    private readonly string _run = $"{Interlocked.Increment(ref Runs)}";

    [Fact]
    public async Task A_terminal_is_interpreted_and_markup_is_text()
    {
        Write("\e[31mred\e[0m <script>alert(1)</script>\n10%\r20%\r100%\nnul \0 end\n");

        var page = await _pages.ReadAsync(_run + "/output");

        Assert.Equal(
            ["red <script>alert(1)</script>\n", "100%\n", "nul \u2400 end\n"],
            page.QuerySelectorAll("[data-rows] .row-text").Select(row => row.TextContent));
        Assert.Equal("t-fg1", page.QuerySelector("[data-rows] .row-text span")!.ClassName);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task A_long_output_comes_a_window_at_a_time_and_nothing_is_left_out()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"line {i:D6} {new string('.', i % 40)}").ToArray();
        Write(string.Join('\n', lines) + "\n");

        var rows = new List<string>();
        var windows = 0;
        for (var path = _run + "/output"; path is not null; windows++)
        {
            var page = await _pages.ReadAsync(path);
            rows.InsertRange(0, page.QuerySelectorAll("[data-rows] .row-text").Select(row => row.TextContent.TrimEnd('\n')));
            path = page.QuerySelector("[data-earlier]")?.GetAttribute("href");
        }

        Assert.Equal(lines, rows);
        Assert.InRange(windows, 5, 20);
    }

    [Fact]
    public async Task The_end_of_a_progress_bar_of_megabytes_is_one_row()
    {
        Write("start\n" + string.Concat(Enumerable.Range(0, 300_000).Select(i => $"\r{i,6} of 300000")) + "\nend\n");

        var page = await _pages.ReadAsync(_run + "/output");

        Assert.Equal(
            ["299999 of 300000\n", "end\n"],
            page.QuerySelectorAll("[data-rows] .row-text").Select(row => row.TextContent).TakeLast(2));
    }

    [Fact]
    public async Task Following_reads_new_rows_and_those_that_may_still_change()
    {
        Write("one\nbar 10%");
        var output = (await _pages.ReadAsync(_run + "/output")).QuerySelector(".output")!;
        var (resume, length) = (output.GetAttribute("data-resume"), output.GetAttribute("data-length"));
        Assert.Equal(("0", "2", "11"), (resume, output.GetAttribute("data-open"), length));
        using var nothing = await _pages.SendAsync($"{_run}/output/rows?resume={resume}&length={length}");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);

        Write("one\nbar 10%\rbar 20%\ntwo\n");
        using var more = await _pages.SendAsync($"{_run}/output/rows?resume={resume}&length={length}");

        Assert.Equal(
            "<span class=\"row-text\">one\n</span><span class=\"row-text\">bar 20%\n</span><span class=\"row-text\">two\n</span>",
            await more.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("0", Assert.Single(more.Headers.GetValues("X-Output-Resume")));
        Assert.Equal("3", Assert.Single(more.Headers.GetValues("X-Output-Open")));
        Assert.Equal("24", Assert.Single(more.Headers.GetValues("X-Output-Length")));
    }

    [Fact]
    public async Task Following_a_long_output_brings_little_of_it()
    {
        Write(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n")) + new string('.', 100_000) + "\r99%\r100%");
        var output = (await _pages.ReadAsync(_run + "/output")).QuerySelector(".output")!;

        var resume = long.Parse(output.GetAttribute("data-resume")!, System.Globalization.CultureInfo.InvariantCulture);
        var length = long.Parse(output.GetAttribute("data-length")!, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(4, length - resume);
    }

    [Fact]
    public async Task An_output_that_started_again_is_sent_whole()
    {
        Write("new\n");

        using var answer = await _pages.SendAsync(_run + "/output/rows?resume=500&length=500");

        Assert.Equal("1", Assert.Single(answer.Headers.GetValues("X-Output-Anew")));
        Assert.Contains("new\n", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_download_is_what_was_stored()
    {
        var text = "\e[31mred\r\n\0größe 🚀" + new string('x', 9_000_000) + "\nend";
        Write(text);

        using var answer = await _pages.SendAsync(_run + "/output/download");

        Assert.Equal($"output-{_run}.txt", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(text, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("output?before=-5")]
    [InlineData("output?before=99999999999999")]
    [InlineData("output?before=0")]
    [InlineData("output?before=9223372036854775807")]
    [InlineData("output/rows?resume=-1&length=-1")]
    [InlineData("output/rows?resume=9223372036854775807&length=1")]
    public async Task Any_position_can_be_requested(string path)
    {
        Write("one\ntwo\n");

        using var answer = await _pages.SendAsync($"{_run}/{path}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_run_without_output_says_so()
    {
        Write("");

        Assert.NotNull((await _pages.ReadAsync(_run + "/output")).QuerySelector("[data-empty]"));
    }

    public void Dispose() => _pages.Dispose();

    private void Write(string output)
    {
        shared.Folder.WriteOld(_run, "run.json", """{"status": "RUNNING", "start_time": "2026-01-01T10:00:00"}""");
        shared.Folder.Write(_run, "cout.txt", output);
    }
}
