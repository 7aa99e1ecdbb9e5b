using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AngleSharp.Dom;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Files;

/// <summary>Files with harmful names and contents.</summary>
public sealed class RunFilesTests(RunFilesTests.Storage storage) : IClassFixture<RunFilesTests.Storage>, IDisposable
{
    private static readonly string[] Artifacts =
    [
        "plot.png", "report.html", "drawing.svg", "größe 🚀.txt", "a\"b; filename=evil.exe", "../outside.txt", "/etc/hosts", "gone.bin",
        "big.log", "empty.csv", "script.py", "model.pkl",
    ];

    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    [Theory]
    [InlineData(0, false, "attachment", "application/octet-stream")]
    [InlineData(0, true, "inline", "image/png")]
    [InlineData(1, false, "attachment", "application/octet-stream")]
    [InlineData(1, true, "inline", "text/html")]
    [InlineData(2, true, "inline", "image/svg+xml")]
    [InlineData(11, true, "attachment", "application/octet-stream")]
    [InlineData(10, true, "inline", "text/plain")]
    public async Task Only_harmless_kinds_are_shown_and_only_in_a_sandbox(int file, bool inline, string disposition, string contentType)
    {
        using var answer = await _pages.SendAsync($"1/files/artifact-{file}?inline={inline}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(contentType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData(3, "größe 🚀.txt")]
    [InlineData(4, "ab; filename=evil.exe")]
    public async Task The_name_is_written_so_that_it_is_only_a_name(int file, string name)
    {
        using var answer = await _pages.SendAsync($"1/files/artifact-{file}");

        Assert.Equal(name, answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(2, answer.Content.Headers.ContentDisposition.Parameters.Count);
    }

    [Theory]
    [InlineData("artifact-5")]
    [InlineData("artifact-6")]
    [InlineData("artifact-7")]
    [InlineData("artifact-99")]
    [InlineData("artifact--1")]
    [InlineData("source-0")]
    [InlineData("run.json")]
    [InlineData("..%2Frun.json")]
    [InlineData("plot.png")]
    [InlineData("..%5Crun.json")]
    [InlineData("..%2F..%2Foutside.txt")]
    [InlineData("%252e%252e%252frun.json")]
    [InlineData("artifact-0%2F..%2F..%2Frun.json")]
    [InlineData("artifact-0;name=run.json")]
    [InlineData("artifact-0%23run.json")]
    [InlineData("artifact-0%3Frun.json")]
    [InlineData("artifact-0%00.json")]
    [InlineData("artifact-0%0D%0AX-Evil%3A%201")]
    [InlineData("%2Fetc%2Fpasswd")]
    [InlineData("%5C%5Cserver%5Cshare")]
    [InlineData("C%3A%5CWindows%5Cwin.ini")]
    [InlineData("NUL")]
    [InlineData("%C0%AE%C0%AE%C0%AFrun.json")]
    [InlineData("artifact-00")]
    [InlineData("artifact-0%20")]
    [InlineData("ARTIFACT-0")]
    [InlineData("~")]
    public async Task Only_files_of_the_run_are_served(string file)
    {
        using var download = await _pages.SendAsync($"1/files/{file}");
        using var view = await _pages.SendAsync($"1/files/{file}/view");

        // The server itself refuses an address with a NUL.
        Assert.All([download, view], answer => Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}"));
    }

    /// <summary>A control: without it, links out of the directory might be refused only because their targets are missing.</summary>
    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/etc/hosts")]
    public void A_name_that_leads_out_leads_to_a_file(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file.");

        Assert.Contains(name, Artifacts);
        Assert.True(File.Exists(Path.Combine(storage.Folder.Of("1"), name)), name);
    }

    [Fact]
    public async Task A_range_can_be_requested()
    {
        using var answer = await _pages.SendAsync("1/files/artifact-8", request => request.Headers.Range = new RangeHeaderValue(10, 19));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("bytes 10-19/6000000", answer.Content.Headers.ContentRange!.ToString());
        Assert.Equal("xxxxxxxxxx", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_list_says_why_a_file_is_not_available()
    {
        var page = await _pages.ReadAsync("1/files");

        Assert.Equal(Artifacts.Length, page.QuerySelectorAll("[data-file]").Length);
        Assert.All(["artifact-5", "artifact-6", "artifact-7"], id =>
        {
            Assert.NotEqual("", page.QuerySelector($"[data-file='{id}'] [data-problem]")!.TextContent);
            Assert.Null(page.QuerySelector($"[data-file='{id}'] [data-download]"));
        });
    }

    [Fact]
    public async Task Files_of_one_name_are_told_apart_by_number_size_and_time()
    {
        var page = await _pages.ReadAsync("2/files");

        Assert.Equal(
            ["#1", "#2", null],
            page.QuerySelectorAll("[data-file]").Select(file => file.QuerySelector("[data-number]")?.TextContent));
        Assert.All(page.QuerySelectorAll("[data-file]"), file => Assert.Equal("2020-01-01T00:00:00.000Z", Time(file)));
        Assert.Equal("#2", (await _pages.ReadAsync("2/files/artifact-1/view")).QuerySelector(".file-head [data-number]")!.TextContent);

        static string Time(IElement file) => file.QuerySelector("time")!.GetAttribute("datetime")!;
    }

    [Fact]
    public async Task A_text_is_shown_as_text()
    {
        var page = await _pages.ReadAsync("1/files/artifact-10/view");

        Assert.Equal("<script>alert('script.py')</script>", page.QuerySelector("[data-text]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Of_a_long_text_only_the_beginning_is_shown()
    {
        var page = await _pages.ReadAsync("1/files/artifact-8/view");

        Assert.Equal(5_000_000, page.QuerySelector("[data-text]")!.TextContent.Length);
        Assert.NotNull(page.QuerySelector("[data-cut]"));
    }

    [Fact]
    public async Task The_page_of_a_file_is_a_page_of_its_run_with_the_files_around_it()
    {
        var list = await _pages.ReadAsync("1/files");
        var views = list.QuerySelectorAll(".file-name a.cut").Select(link => link.GetAttribute("href")!).ToList();
        Assert.True(views.Count > 2);

        for (var i = 0; i < views.Count; i++)
        {
            var page = await _pages.ReadAsync(views[i]);
            Assert.Equal("#1", page.QuerySelector(".run-id")!.TextContent);
            Assert.Equal("/lab/runs/1/files", page.QuerySelector("[data-tab-link][aria-current=page]")!.GetAttribute("href"));
            Assert.NotNull(page.QuerySelector("[data-back]"));
            Assert.Equal(i == 0 ? null : views[i - 1], page.QuerySelector("[data-previous-file]")?.GetAttribute("href"));
            Assert.Equal(i == views.Count - 1 ? null : views[i + 1], page.QuerySelector("[data-next-file]")?.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Files_that_are_not_shown_can_be_downloaded()
    {
        var page = await _pages.ReadAsync("1/files/artifact-11/view");

        Assert.NotNull(page.QuerySelector("[data-empty]"));
        Assert.Equal("/lab/runs/1/files/artifact-11", page.QuerySelector("[data-download-file]")!.GetAttribute("href"));
    }

    public void Dispose() => _pages.Dispose();

    /// <summary>One run with all these files.</summary>
    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.WriteOld("1", "run.json", JsonSerializer.Serialize(new { status = "COMPLETED", artifacts = Artifacts }));
            foreach (var name in Artifacts.Where(name => !name.Contains('/') && name != "gone.bin"))
            {
                Folder.WriteOld("1", name, $"<script>alert('{name}')</script>");
            }

            Folder.WriteOld(
                "2", "run.json", """{"status": "COMPLETED", "artifacts": ["checkpoint.pt", "checkpoint.pt", "other.pt"]}""");
            Folder.WriteOld("2", "checkpoint.pt", "weights");
            Folder.WriteOld("2", "other.pt", "weights");
            Folder.WriteOld("1", "big.log", new string('x', 6_000_000));
            Folder.WriteOld("1", "empty.csv", "");
            File.WriteAllText(Folder.Of("outside.txt"), "secret");
        }
    }
}
