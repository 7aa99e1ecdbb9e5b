using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Sacredboard.Data.Runs;
using Sacredboard.Tests.Support;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Terminal;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>Searching all of a run's output, whatever part of it is shown.</summary>
public sealed class OutputSearchTests(OutputSearchTests.Storage storage) : IClassFixture<OutputSearchTests.Storage>, IDisposable
{
    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    [Theory]
    [InlineData("?find=needle", "1 of 3", "the first needle")]
    [InlineData("?find=NEEDLE&hit=2", "2 of 3", "the second Needle")]
    [InlineData("?find=needle&hit=99", "3 of 3", "the last needle")]
    public async Task The_place_that_was_found_is_shown(string query, string count, string row)
    {
        var page = await ReadAsync(query);

        Assert.Equal(count, page.QuerySelector("[data-hits]")!.TextContent);
        Assert.Equal(row, page.QuerySelector("[data-found]")!.TextContent.TrimEnd('\n'));
    }

    [Fact]
    public async Task Links_lead_from_place_to_place()
    {
        var second = await ReadAsync("?find=needle&hit=2&raw=true");

        Assert.Equal("/lab/runs/1/output?find=needle&raw=true", second.QuerySelector("[data-hit-before]")!.GetAttribute("href"));
        Assert.Equal("/lab/runs/1/output?find=needle&hit=3&raw=true", second.QuerySelector("[data-hit-after]")!.GetAttribute("href"));
        Assert.Null((await ReadAsync("?find=needle")).QuerySelector("[data-hit-before]"));
        Assert.Null((await ReadAsync("?find=needle&hit=3")).QuerySelector("[data-hit-after]"));
    }

    [Fact]
    public async Task The_first_traceback_is_one_click_away()
    {
        var page = await _pages.ReadAsync((await ReadAsync("")).QuerySelector("[data-to-traceback]")!.GetAttribute("href")!);

        Assert.Equal("Traceback (most recent call last):", page.QuerySelector("[data-found]")!.TextContent.TrimEnd('\n'));
    }

    [Fact]
    public async Task What_is_not_there_says_so_and_a_secret_is_not_found()
    {
        Assert.Equal("not found", (await ReadAsync("?find=hunter2")).QuerySelector("[data-hits]")!.TextContent);
        Assert.Null((await ReadAsync("?find=hunter2")).QuerySelector("[data-found]"));
    }

    [Fact]
    public async Task Raw_output_shows_what_a_terminal_follows()
    {
        Assert.Equal("step 2", Last(await ReadAsync("")));
        var raw = await ReadAsync("?raw=true");
        Assert.Equal(["step 1\u240D", "step 2\u241B[0m"], raw.QuerySelectorAll(".row-text").Select(row => row.TextContent.TrimEnd('\n')).TakeLast(2));

        static string Last(IHtmlDocument page) => page.QuerySelectorAll(".row-text").Last().TextContent.TrimEnd('\n');
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(13)]
    public async Task A_place_across_two_parts_is_found_once(int chunk)
    {
        var source = storage.Board.Services.GetRequiredService<SourceRegistry>().First;
        var hits = await OutputHits.FindAsync(
            source.Runs, RunId.Of("2"), "abab", 2, chunk, TestContext.Current.CancellationToken);

        Assert.Equal(new OutputHits(3, 2, 8), hits);
        Assert.Equal(hits, OutputHits.Find("xxababxxababab\nabAB", "abab", 2));
    }

    public void Dispose() => _pages.Dispose();

    private Task<IHtmlDocument> ReadAsync(string query) => _pages.ReadAsync("1/output" + query);

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.WriteOld("1", "run.json", """{"status": "COMPLETED"}""");
            var filler = string.Concat(Enumerable.Repeat("nothing to see in this line\n", 8000));
            Folder.WriteOld("1", "cout.txt", $"the first needle\n{filler}the second Needle\nftp://me:hunter2@files.example.org\n{filler}"
                + "Traceback (most recent call last):\n  File \"x.py\", line 1\nthe last needle\nTraceback (most recent call last):\nstep 1\rstep 2\u001b[0m");
            Folder.WriteOld("2", "run.json", """{"status": "COMPLETED"}""");
            Folder.WriteOld("2", "cout.txt", "xxababxxababab\nabAB");
        }
    }
}
