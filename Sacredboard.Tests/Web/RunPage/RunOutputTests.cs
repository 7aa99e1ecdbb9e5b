using System.Net;
using System.Text;
using System.Text.Json;
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
    public async Task A_long_output_comes_a_page_at_a_time_and_nothing_is_left_out()
    {
        var lines = Enumerable.Range(0, 1_234).Select(i => $"line {i:D6} {new string('.', i % 40)}").ToArray();
        Write(string.Join('\n', lines) + "\n");

        var rows = new SortedDictionary<int, string>();
        for (var path = _run + "/output"; path is not null;)
        {
            var page = await _pages.ReadAsync(path);
            var shown = page.QuerySelectorAll("[data-rows] .row-text");
            Assert.InRange(shown.Length, 1, 200);
            foreach (var row in shown)
            {
                rows[int.Parse(row.Id![1..], System.Globalization.CultureInfo.InvariantCulture)] = row.TextContent.TrimEnd('\n');
            }

            path = page.QuerySelector("[data-earlier]")?.GetAttribute("href");
        }

        Assert.Equal(lines, rows.Values);
        Assert.Equal(Enumerable.Range(1, lines.Length), rows.Keys);
        var around = (await _pages.ReadAsync(_run + "/output?line=150")).QuerySelectorAll("[data-rows] .row-text");
        Assert.Equal(("L101", "L300"), (around[0].Id, around[^1].Id));
        Assert.Equal("L150", around.Single(row => row.ClassList.Contains("found")).Id);
    }

    [Fact]
    public async Task Any_lines_can_be_read_and_have_their_numbers()
    {
        Write(string.Concat(Enumerable.Range(1, 1000).Select(i => $"line {i}\n")));

        using var answer = await _pages.SendAsync(_run + "/output/lines?line=500&count=2");

        Assert.Equal(
            "<span class=\"row-text\" id=\"L500\"><a class=\"row-number\" href=\"#L500\" data-line=\"500\" tabindex=\"-1\" aria-label=\"Line 500\">"
                + "</a>line 500\n</span><span class=\"row-text\" id=\"L501\"><a class=\"row-number\" href=\"#L501\" data-line=\"501\" tabindex=\"-1\" "
                + "aria-label=\"Line 501\"></a>line 501\n</span>",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("1000", Assert.Single(answer.Headers.GetValues("X-Output-Lines")));
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
    public async Task Following_says_from_which_row_on_something_may_have_changed()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(i => $"line {i}\n"));
        Write(lines + "bar 10%");
        var known = Known(await _pages.ReadAsync(_run + "/output"));
        using var nothing = await _pages.SendAsync($"{_run}/output/change?{known}");
        Assert.Equal(HttpStatusCode.NoContent, nothing.StatusCode);

        Write(lines + "bar 10%\rbar 20%\ntwo\n");
        using var more = await ChangeAsync(known);

        Assert.Equal((4410, 502, 300), (Number(more, "length"), Number(more, "lines"), Number(more, "from")));
        Assert.Contains(more.RootElement.GetProperty("version").GetString()!, known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_started_again_has_changed_from_its_first_row_on()
    {
        Write("one\ntwo\n");
        var known = Known(await _pages.ReadAsync(_run + "/output"));

        Write("new\nand longer\n");
        using var change = await ChangeAsync(known);

        Assert.Equal((2, 0), (Number(change, "lines"), Number(change, "from")));
        Assert.DoesNotContain(change.RootElement.GetProperty("version").GetString()!, known, StringComparison.Ordinal);
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
    [InlineData("output?line=-5")]
    [InlineData("output?line=99999999999999")]
    [InlineData("output?line=0")]
    [InlineData("output?line=2147483647")]
    [InlineData("output/lines?line=-1&count=-1")]
    [InlineData("output/lines?line=2147483647&count=2147483647")]
    [InlineData("output/change?version=zz&length=-1&lines=-2147483648")]
    [InlineData("output/change?version=ffffffffffffffff&lines=2147483647")]
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

    private static string Known(AngleSharp.Html.Dom.IHtmlDocument page)
    {
        var output = page.QuerySelector(".output")!;
        return $"version={output.GetAttribute("data-version")}&length={output.GetAttribute("data-length")}&lines={output.GetAttribute("data-lines")}";
    }

    private static int Number(JsonDocument change, string name) => change.RootElement.GetProperty(name).GetInt32();

    private async Task<JsonDocument> ChangeAsync(string known)
    {
        using var answer = await _pages.SendAsync($"{_run}/output/change?{known}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private void Write(string output)
    {
        shared.Folder.WriteOld(_run, "run.json", """{"status": "RUNNING", "start_time": "2026-01-01T10:00:00"}""");
        shared.Folder.Write(_run, "cout.txt", output);
    }
}
