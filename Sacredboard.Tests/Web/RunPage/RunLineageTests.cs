using AngleSharp.Html.Dom;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Tests.Browser.Support;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>Runs that share files: one made what another opened.</summary>
public sealed class RunLineageTests(SamplesBoard samples) : IDisposable
{
    private readonly RunPageClient _pages = new(samples.Board, "samples");

    [Fact]
    public async Task A_file_that_a_run_opened_leads_to_the_run_that_made_it()
    {
        var page = await ReadAsync("28");

        var weights = page.QuerySelector("[data-input$='weights.npz']")!;
        Assert.Equal(["/samples/runs/4"], Links(weights, "[data-made-by]"));
        // Nobody made the data, which all runs opened.
        var data = page.QuerySelector("[data-input$='digits.csv']")!;
        Assert.Null(data.QuerySelector("[data-made-by]"));
        Assert.Contains("and", data.QuerySelector("[data-also-used-by]")!.TextContent);
    }

    [Fact]
    public async Task A_file_that_a_run_made_leads_to_the_runs_that_opened_it()
    {
        var page = await ReadAsync("13");

        Assert.Equal(
            ["/samples/runs/29", "/samples/runs/30"],
            Links(page.QuerySelector("[data-output-file='weights.npz']")!, "[data-used-by]").Order(StringComparer.Ordinal));
        Assert.Single(page.QuerySelectorAll("[data-output-file]"));
    }

    [Fact]
    public async Task What_was_made_later_was_not_opened_and_what_cannot_be_read_is_no_harm()
    {
        using var folder = new StorageFolder();
        const string Md5 = "5d41402abc4b2a76b9719d911017c592";
        void Write(string id, int hour, string artifacts, string resources) => folder.WriteOld(id, "run.json", $$"""
            {"status": "COMPLETED", "start_time": "2026-01-01T{{hour:00}}:00:00", "artifacts": [{{artifacts}}], "resources": [{{resources}}]}
            """);
        Write("1", 1, "\"same.bin\", \"gone.bin\", \"../../x\"", "");
        Write("2", 2, "\"other.bin\"", "");
        Write("3", 3, "", $"[\"/data/x.bin\", \"_resources/x_{Md5}.bin\"], [\"/data/lost.bin\", \"_resources/lost_00000000000000000000000000000000.bin\"]");
        Write("4", 4, "\"later.bin\"", "");
        folder.WriteOld("5", "run.json", "{");
        folder.WriteOld("1", "same.bin", "hello");
        folder.WriteOld("2", "other.bin", "hullo");
        folder.WriteOld("4", "later.bin", "hello");
        folder.WriteOld("_resources", $"x_{Md5}.bin", "hello");
        await using var board = Board.OnDirectory(folder.Root);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();

        var page = await CompleteAsync(pages, "3");

        Assert.Equal(["/lab/runs/1"], Links(page.QuerySelector("[data-input='/data/x.bin']")!, "[data-made-by]"));
        Assert.Single(page.QuerySelectorAll("[data-input]"));
    }

    [Fact]
    public async Task Code_that_another_run_made_leads_to_it_and_a_file_may_be_the_code_of_others()
    {
        const string Md5 = "5d41402abc4b2a76b9719d911017c592";
        var store = new MemoryRunStore();
        var (maker, user, reader) = (TestRuns.Run(1), TestRuns.Run(2), TestRuns.Run(3));
        store.Put(maker, user, reader);
        store.Files[maker.Id] = [new() { Id = "a", Kind = RunFileKind.Artifact, Name = "made.py", Md5 = Md5, Available = true }];
        store.Files[user.Id] = [new() { Id = "s", Kind = RunFileKind.Source, Name = "code.py", Md5 = Md5, Available = true }];
        store.Files[reader.Id] = [new() { Id = "r", Kind = RunFileKind.Resource, Name = "read.py", Md5 = Md5, Available = true }];
        await using var board = Board.OnStore(store);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();

        var made = (await CompleteAsync(pages, "1")).QuerySelector("[data-output-file='made.py']")!;
        var code = (await CompleteAsync(pages, "2")).QuerySelector("[data-input='code.py']")!;
        var read = (await CompleteAsync(pages, "3")).QuerySelector("[data-input='read.py']")!;

        Assert.Equal(["/lab/runs/2"], Links(made, "[data-source-of]"));
        Assert.Equal(["/lab/runs/3"], Links(made, "[data-used-by]"));
        Assert.Equal(["/lab/runs/1"], Links(code, "[data-made-by]"));
        Assert.Equal(["/lab/runs/2"], Links(read, "[data-source-of]"));
    }

    [Fact]
    public async Task A_hash_that_was_computed_is_known_after_a_restart()
    {
        using var folder = new StorageFolder();
        folder.WriteOld("1", "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T01:00:00", "artifacts": ["same.bin"]}""");
        folder.WriteOld("1", "same.bin", "hello");
        folder.WriteOld("2", "run.json", """
            {"status": "COMPLETED", "start_time": "2026-01-01T02:00:00", "resources": [["/x.bin", "_resources/x_5d41402abc4b2a76b9719d911017c592.bin"]]}
            """);
        folder.WriteOld("_resources", "x_5d41402abc4b2a76b9719d911017c592.bin", "hello");
        using var state = new TemporaryDirectory();

        foreach (var content in new[] { "hello", "HELLO" })
        {
            // As long and as old as before, so that only what was kept can know what it was.
            folder.WriteOld("1", "same.bin", content);
            await using var board = Board.OnDirectory(folder.Root, ("StatePath", state.Path));
            using var pages = new RunPageClient(board, Board.Source);
            await board.LoadedAsync();

            Assert.Equal(["/lab/runs/1"], Links((await CompleteAsync(pages, "2")).QuerySelector("[data-input='/x.bin']")!, "[data-made-by]"));
        }
    }

    [Theory]
    [InlineData(RunStoreProblem.Busy)]
    [InlineData(RunStoreProblem.Unreachable)]
    public async Task Runs_whose_files_are_out_of_reach_for_a_while_are_looked_at_later(RunStoreProblem problem)
    {
        var store = new MemoryRunStore();
        var (maker, user) = (TestRuns.Run(1), TestRuns.Run(2));
        store.Put(maker, user);
        store.Files[maker.Id] = [new() { Id = "w", Kind = RunFileKind.Artifact, Name = "w.bin", Md5 = "5d41402abc4b2a76b9719d911017c592", Available = true }];
        store.Files[user.Id] = [new() { Id = "w", Kind = RunFileKind.Resource, Name = "w.bin", Md5 = "5d41402abc4b2a76b9719d911017c592", Available = true }];
        store.FileFailures[maker.Id] = new RunStoreException(problem, "not now");
        await using var board = Board.OnStore(store);
        using var pages = new RunPageClient(board, Board.Source);
        await board.LoadedAsync();

        await UntilAsync(pages, "2", progress => progress.StartsWith("1 of 2", StringComparison.Ordinal));
        store.FileFailures.Clear();
        var page = await CompleteAsync(pages, "2");

        Assert.Equal(["/lab/runs/1"], Links(page.QuerySelector("[data-input='w.bin']")!, "[data-made-by]"));
    }

    public void Dispose() => _pages.Dispose();

    private async Task<IHtmlDocument> ReadAsync(string run)
    {
        await samples.Board.LoadedAsync();
        return await CompleteAsync(_pages, run);
    }

    private static Task<IHtmlDocument> CompleteAsync(RunPageClient pages, string run) =>
        UntilAsync(pages, run, progress => progress.Length == 0);

    // Runs are looked at in the background.
    private static async Task<IHtmlDocument> UntilAsync(RunPageClient pages, string run, Func<string, bool> isWanted)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            var page = await pages.ReadAsync(run);
            if (isWanted(page.QuerySelector("[data-region=lineage]")!.GetAttribute("data-lineage-progress")!))
            {
                return page;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The runs are not looked at so far.");
    }

    private static IEnumerable<string?> Links(AngleSharp.Dom.IElement element, string part) =>
        element.QuerySelectorAll($"{part} a").Select(link => link.GetAttribute("href"));
}
