using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.Files;

/// <summary>Files of a run as one list, and several of them as one zip.</summary>
public sealed class RunZipTests(RunZipTests.Storage storage) : IClassFixture<RunZipTests.Storage>, IDisposable
{
    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "artifact-2 artifact-3 artifact-1 artifact-0 source-0 source-1 resource-0")]
    [InlineData("?sort=-kind", "resource-0 source-0 source-1 artifact-2 artifact-3 artifact-1 artifact-0")]
    [InlineData("?sort=name", "artifact-2 resource-0 artifact-3 artifact-1 artifact-0 source-0 source-1")]
    [InlineData("?sort=-size", "artifact-3 source-0 artifact-0 source-1 artifact-1 artifact-2 resource-0")]
    [InlineData("?sort=name&find=EPOCH", "artifact-1 artifact-0")]
    [InlineData("?find=source", "source-0 source-1 resource-0")]
    [InlineData("?find=nothing", "")]
    [InlineData("?sort=3", "artifact-2 artifact-3 artifact-1 artifact-0 source-0 source-1 resource-0")]
    public async Task All_files_are_one_list_that_is_sorted_and_searched(string query, string files)
    {
        var page = await _pages.ReadAsync("1/files" + query);

        Assert.Equal(files, string.Join(' ', page.QuerySelectorAll("[data-file]").Select(row => row.GetAttribute("data-file"))));
        Assert.Equal(files.Length == 0, page.QuerySelector("[data-none]") is not null);
    }

    [Fact]
    public async Task A_heading_that_is_clicked_twice_sorts_the_other_way_and_the_search_stays()
    {
        var page = await _pages.ReadAsync("1/files?table=q%3Dx&find=e");
        var sorted = await _pages.ReadAsync(page.QuerySelector("[data-sort-files=size]")!.GetAttribute("href")!);

        var heading = sorted.QuerySelector("[data-sort-files=size]")!;
        Assert.Equal("ascending", heading.ParentElement!.GetAttribute("aria-sort"));
        Assert.Equal("/lab/runs/1/files?table=q%3Dx&sort=-size&find=e", heading.GetAttribute("href"));
        Assert.Equal(
            ["table=q=x", "sort=size"],
            sorted.QuerySelectorAll(".file-tools input[type=hidden]").Select(input => $"{input.GetAttribute("name")}={input.GetAttribute("value")}"));
    }

    [Fact]
    public async Task All_files_of_a_run_are_one_zip_that_says_what_is_not_in_it()
    {
        using var zip = await ZipAsync("1/files.zip");

        Assert.Equal(
            ["artifacts/epoch_10.txt", "artifacts/epoch_9.txt", "artifacts/data.csv", "sources/main.py", "sources/model/net.py", "left-out.txt"],
            zip.Entries.Select(entry => entry.FullName));
        Assert.Equal("epoch 10\n", Text(zip, "artifacts/epoch_10.txt"));
        Assert.Equal("import sacred\nprint(1)\n", Text(zip, "sources/main.py"));
        var left = Text(zip, "left-out.txt");
        Assert.StartsWith("../../outside.txt: ", left, StringComparison.Ordinal);
        Assert.Contains("/data/digits.csv: ", left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?file=artifact-0&file=source-1", "artifacts/epoch_10.txt sources/model/net.py")]
    [InlineData("?file=../../outside.txt", "")]
    public async Task Only_chosen_files_of_the_run_are_in_a_zip(string query, string entries)
    {
        using var zip = await ZipAsync("1/files.zip" + query);

        Assert.Equal(entries, string.Join(' ', zip.Entries.Select(entry => entry.FullName)));
    }

    [Fact]
    public async Task The_ticked_files_are_sent_as_a_form()
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = storage.Board.Address };
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("lab/runs/1/files", Cancelled));
        var token = page.QuerySelector("#zip input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var ticks = page.QuerySelectorAll("input[form=zip][name=file]").Select(tick => tick.GetAttribute("value")!).ToList();
        using var form = new FormUrlEncodedContent([new("file", ticks[1]), new("__RequestVerificationToken", token)]);

        using var answer = await client.PostAsync(page.QuerySelector("#zip")!.GetAttribute("action"), form, Cancelled);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancelled));

        Assert.DoesNotContain("artifact-2", ticks);
        Assert.Equal("artifacts/epoch_9.txt", Assert.Single(zip.Entries).FullName);
    }

    [Fact]
    public async Task What_is_needed_to_start_a_run_once_more_is_one_zip()
    {
        using var answer = await _pages.SendAsync("1/repeat.zip");
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(Cancelled));

        Assert.Equal("digits-1.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(
            ["README.txt", "config.json", "requirements.txt", "main.py", "model/net.py"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains("    python main.py train with config.json\n", Text(zip, "README.txt"));
        // As Sacred itself reads it: bare NaN, jsonpickle's tags, and no docstrings.
        Assert.Equal(
            """{"lr":NaN,"layers":{"py/tuple":[64,10]},"db":{"password":"***"},"seed":5}""",
            Text(zip, "config.json").Replace("\n", "").Replace(" ", ""));
        Assert.Equal("numpy==2.4.6\nsacred\ntorch==2.1.0+cu118\n# --index-url=x==1\n", Text(zip, "requirements.txt"));
    }

    [Theory]
    [InlineData("2/files.zip")]
    [InlineData("2/repeat.zip")]
    [InlineData("2/requirements.txt")]
    public async Task There_is_no_zip_of_no_run(string path)
    {
        using var answer = await _pages.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_was_not_changed_is_not_sent_again()
    {
        using var first = await _pages.SendAsync("1/files/artifact-0");
        using var second = await _pages.SendAsync("1/files/artifact-0", request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    public void Dispose() => _pages.Dispose();

    private async Task<ZipArchive> ZipAsync(string path)
    {
        using var answer = await _pages.SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("files-1.zip", answer.Content.Headers.ContentDisposition!.FileNameStar);
        return new(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Cancelled)));
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Folder.WriteOld("1", "run.json", JsonSerializer.Serialize(new
            {
                status = "COMPLETED",
                command = "train",
                artifacts = new[] { "epoch_10.txt", "epoch_9.txt", "../../outside.txt", "data.csv" },
                resources = new[] { new[] { "/data/digits.csv", "/data/digits.csv" } },
                experiment = new
                {
                    name = "digits",
                    mainfile = "main.py",
                    sources = new[] { new[] { "main.py", "_sources/main.py" }, ["model/net.py", "_sources/net.py"] },
                    dependencies = new[] { "numpy==2.4.6", "sacred==<unknown>", "torch==2.1.0+cu118", "--index-url=x==1" },
                },
            }));
            Folder.WriteOld("1", "config.json", """
                {"lr": NaN, "layers": {"py/tuple": [64, 10]}, "__doc__": "How it learns.", "db": {"password": "hunter2", "__doc__": "x"}, "seed": 5}
                """);
            Folder.WriteOld("1", "epoch_10.txt", "epoch 10\n");
            Folder.WriteOld("1", "epoch_9.txt", "");
            Folder.WriteOld("1", "data.csv", "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 100)));
            Folder.WriteOld("_sources", "main.py", "import sacred\nprint(1)\n");
            Folder.WriteOld("_sources", "net.py", "pass\n");
            File.WriteAllText(Folder.Outside("outside.txt"), "secret");
        }
    }
}
