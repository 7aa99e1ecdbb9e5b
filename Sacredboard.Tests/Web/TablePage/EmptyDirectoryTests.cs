using Sacredboard.Tests.Support;
using Sacredboard.Tests.Web.RunPage;

namespace Sacredboard.Tests.Web.TablePage;

public sealed class EmptyDirectoryTests
{
    [Fact]
    public async Task A_directory_without_anything_known_is_told_what_it_lacks()
    {
        using var folder = new StorageFolder();
        File.WriteAllText(folder.Of("notes.txt"), "none");
        await using var board = Board.OnDirectory(folder.Root);
        await board.LoadedAsync();
        using var pages = new RunPageClient(board, Board.Source);

        var page = await pages.ReadAsync("");

        Assert.StartsWith(
            "This directory holds neither runs of a FileStorageObserver", page.QuerySelector("[data-when-empty]")!.TextContent.Trim(),
            StringComparison.Ordinal);
    }
}
