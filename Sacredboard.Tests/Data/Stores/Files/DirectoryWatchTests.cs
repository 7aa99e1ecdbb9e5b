using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

public sealed class DirectoryWatchTests : IDisposable
{
    private readonly StorageFolder _folder = new();

    [Fact(Timeout = 60_000)]
    public async Task The_run_whose_file_changes_is_reported_once_per_mark()
    {
        _folder.Write("7", "run.json", "{}");
        using var watch = new DirectoryWatch(_folder.Root);
        watch.Start();
        var mark = watch.Since(0, out var before, out _);
        _folder.Write("7", "run.json", "{ }");

        IReadOnlyList<string> changed = [];
        while (changed.Count == 0)
        {
            // The system reports in its own time.
            await Task.Delay(10, TestContext.Current.CancellationToken);
            watch.Since(mark, out changed, out _);
        }

        Assert.DoesNotContain("8", before);
        Assert.Equal(["7"], changed);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_not_watched_and_that_is_no_fault()
    {
        using var watch = new DirectoryWatch(_folder.Of("absent"));

        watch.Start();

        Assert.Equal(0, watch.Since(0, out var changed, out var lost));
        Assert.Empty(changed);
        Assert.False(lost);
    }

    public void Dispose() => _folder.Dispose();
}
