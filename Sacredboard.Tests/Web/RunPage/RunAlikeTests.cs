using AngleSharp.Dom;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>The numbers of runs with the same config or commit.</summary>
public sealed class RunAlikeTests(RunAlikeTests.Storage storage) : IClassFixture<RunAlikeTests.Storage>, IDisposable
{
    private readonly RunPageClient _pages = new(storage.Board, Board.Source);

    [Fact]
    public async Task Links_lead_to_the_runs_and_have_their_number()
    {
        var links = await LinksAsync("1");

        Assert.Equal(
            ["2 runs with the same config", "3 runs with the same config but the seed", "3 runs of the same commit"],
            links.Select(link => link.TextContent));
        Assert.Equal(["1", "2"], await RunsAsync(links[0]));
        Assert.Equal(["1", "2", "3"], await RunsAsync(links[1]));
        Assert.Equal(["1", "2", "4"], await RunsAsync(links[2]));
    }

    [Theory]
    [InlineData("5")]
    [InlineData("6")]
    public async Task A_run_like_no_other_has_none(string run) => Assert.Empty(await LinksAsync(run));

    [Fact]
    public async Task The_page_asks_for_them_and_links_the_commit()
    {
        var page = await _pages.ReadAsync("1");

        Assert.Equal("/lab/runs/1/alike", page.QuerySelector("[data-alike]")!.GetAttribute("data-alike"));
        Assert.Equal(
            "https://github.com/lab/digits/commit/a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd",
            page.QuerySelector("[data-fact=Commit] [data-forge]")!.GetAttribute("href"));
        Assert.Equal(
            ["https://github.com/lab/digits", "https://github.com/lab/digits/commit/a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd"],
            (await _pages.ReadAsync("1/environment")).QuerySelectorAll("[data-repository] a").Select(link => link.GetAttribute("href")));
    }

    public void Dispose() => _pages.Dispose();

    private async Task<IReadOnlyList<IElement>> LinksAsync(string run)
    {
        await storage.Board.LoadedAsync();
        return [.. (await _pages.ReadAsync(run + "/alike")).QuerySelectorAll("a")];
    }

    private async Task<IEnumerable<string?>> RunsAsync(IElement link) =>
        (await _pages.ReadAsync(link.GetAttribute("href")!)).QuerySelectorAll("[data-run]").Select(row => row.GetAttribute("data-run")).Order();

    public sealed class Storage : FolderBoard
    {
        public Storage()
        {
            Write("1", "digits", """{"lr": 0.1, "seed": 1}""", "a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd");
            Write("2", "digits", """{"lr": 0.1, "seed": 1}""", "a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd");
            Write("3", "digits", """{"lr": 0.1, "seed": 2}""", "0123456789abcdef0123456789abcdef01234567");
            Write("4", "letters", """{"lr": 0.1, "seed": 1}""", "a3edeb19ab3d5dd229af5c2475fb6f3d83e843dd");
            Write("5", "digits", """{"lr": 0.2, "seed": 1}""", "");
            Write("6", "digits", "{}", "");
        }

        private void Write(string id, string experiment, string config, string commit)
        {
            Folder.WriteOld(id, "run.json", $$"""
                {"status": "COMPLETED", "start_time": "2026-01-01T00:00:00", "experiment": {"name": "{{experiment}}",
                 "repositories": [{"url": "git@github.com:lab/digits.git", "commit": "{{commit}}", "dirty": false} ] } }
                """);
            Folder.WriteOld(id, "config.json", config);
        }
    }
}
