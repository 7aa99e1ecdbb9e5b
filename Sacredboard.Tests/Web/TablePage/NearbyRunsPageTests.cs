using AngleSharp.Dom;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.TablePage;

/// <summary>A directory whose runs lie in folders that are not searched.</summary>
public sealed class NearbyRunsPageTests(NearbyRunsPageTests.Runs runs) : IClassFixture<NearbyRunsPageTests.Runs>
{
    [Fact]
    public async Task The_empty_page_says_where_runs_are_and_how_to_see_them()
    {
        var page = await RunTablePage.GetAsync(runs.Board, "lab/runs");

        Assert.Equal("no-runs", page.Empty);
        Assert.Equal(
            ["2 runs in my sacred", "1 run in a/<b>"],
            page.Document.QuerySelectorAll("[data-nearby] dt").Select(place => place.TextContent));
        Assert.Equal(
            [$"dotnet run --project Sacredboard.Web -- '{runs.Folder.Of("my sacred")}'", $"dotnet run --project Sacredboard.Web -- '{runs.Folder.Of("a", "<b>")}'"],
            page.Document.QuerySelectorAll("[data-nearby] pre").Select(command => command.TextContent));
    }

    [Fact]
    public async Task What_a_tree_shows_itself_is_not_named()
    {
        await using var results = new FolderBoard();
        results.Folder.Copy(Path.Combine(Repository.Root, "samples", "tensorboard", "digits_mlp_36"), "tb_logs/a");
        results.Folder.Copy(Path.Combine(Repository.Root, "samples", "1"), "sacred/8m/1");

        var page = await RunTablePage.GetAsync(results.Board, "lab/runs");

        Assert.Equal(["sacred~2F8m~2F1", "tb_logs~2Fa"], page.Ids.Order(StringComparer.Ordinal));
        Assert.Null(page.Document.QuerySelector("[data-nearby]"));
        Assert.Contains("Folder", page.Document.QuerySelectorAll("th").Select(heading => heading.TextContent.Trim()));
    }

    [Fact]
    public async Task A_directory_of_other_things_is_told_to_be_that()
    {
        await using var others = new FolderBoard();
        others.Folder.Write("papers", "todo.txt", "read");

        var page = await RunTablePage.GetAsync(others.Board, "lab/runs");

        Assert.Equal("no-runs", page.Empty);
        Assert.StartsWith(
            "This directory holds neither runs", page.Document.QuerySelector("[data-when-empty]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_says_it_once()
    {
        await using var board = SacredboardProcess.Start(
            runs.Folder.Root, "--port", "0", "--no-browser", "--Sacredboard:Place:FolderDepth=0");
        await board.AddressAsync();
        while (board.Output.Count < 4)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        // Before or after the line that says where the dashboard is.
        var lines = board.Output.ToList();
        var said = lines.IndexOf("runs has no runs of Sacred, but these directories have:");
        Assert.StartsWith("  2 runs in my sacred: dotnet run --project Sacredboard.Web -- ", lines[said + 1], StringComparison.Ordinal);
        Assert.Equal(said, lines.LastIndexOf("runs has no runs of Sacred, but these directories have:"));
    }

    [Fact]
    public async Task Runs_that_come_take_its_place()
    {
        await using var others = new UnsearchedBoard();
        others.Folder.Write("sacred/1", "run.json", "{}");
        Assert.NotNull((await RunTablePage.GetAsync(others.Board, "lab/runs")).Document.QuerySelector("[data-nearby]"));
        others.Folder.Copy(Path.Combine(Repository.Root, "samples", "1"), "1");

        RunTablePage page;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await RunTablePage.GetAsync(others.Board, "lab/runs");
        }
        while (page.Empty is not null);

        Assert.Equal(["1"], page.Ids);
    }

    public class UnsearchedBoard() : FolderBoard(("Sources:0:FolderDepth", "0"));

    public sealed class Runs : UnsearchedBoard
    {
        public Runs()
        {
            Folder.Write("my sacred/1", "run.json", "{}");
            Folder.Write("my sacred/2", "run.json", "{}");
            Folder.Write("a/<b>/x", "run.json", "{}");
        }
    }
}
