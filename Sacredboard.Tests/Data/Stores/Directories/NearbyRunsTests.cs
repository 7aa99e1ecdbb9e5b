using Sacredboard.Data.Stores.Directories;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Directories;

public sealed class NearbyRunsTests : IDisposable
{
    private readonly StorageFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Runs_four_levels_below_are_found_where_they_lie()
    {
        Runs("old/sacred", 3);
        Runs("new", 2);
        Runs("a/b/c/d", 1);
        Runs("a/b/c/d/e", 1);

        var nearby = NearbyRuns.Around(_folder.Root);

        Assert.True(nearby.IsComplete);
        Assert.Equal(
            [("old/sacred", 3), ("new", 2), ("a/b/c/d", 1)],
            nearby.Found.Select(found => (Path.GetRelativePath(_folder.Root, found.Directory), found.Count)));
    }

    [Fact]
    public void What_holds_no_runs_of_its_own_is_not_looked_into()
    {
        Runs("sacred", 1);
        Runs("sacred/1/artifacts", 1);
        Runs("sacred/_sources", 1);
        Runs(".cache", 1);
        Runs("_resources", 1);
        Directory.CreateSymbolicLink(_folder.Of("loop"), _folder.Root);

        Assert.Equal([_folder.Of("sacred")], NearbyRuns.Around(_folder.Root).Found.Select(found => found.Directory));
    }

    [Fact]
    public void A_directory_that_is_a_run_lies_among_others()
    {
        Runs("sacred", 3);
        Runs("sacred/_sources", 1);

        Assert.Equal([new FoundRuns(_folder.Of("sacred"), 3, IsAll: true)], NearbyRuns.Around(_folder.Of("sacred", "2")).Found);
    }

    [Fact]
    public void A_full_directory_is_counted_in_part_and_does_not_hide_others()
    {
        Runs("full", 1001);
        Runs("more", 1);

        var nearby = NearbyRuns.Around(_folder.Root);

        Assert.False(nearby.IsComplete);
        Assert.Equal([new(_folder.Of("full"), 1000, IsAll: false), new(_folder.Of("more"), 1, IsAll: true)], nearby.Found);
    }

    [Fact]
    public void Only_so_many_directories_are_looked_into()
    {
        for (var i = 0; i < 2100; i++)
        {
            Directory.CreateDirectory(_folder.Of($"{i % 3}", $"{i}"));
        }

        Runs("0/1000", 1);
        Runs("2/2000", 1);

        var nearby = NearbyRuns.Around(_folder.Root);

        Assert.False(nearby.IsComplete);
        Assert.Empty(nearby.Found);
    }

    [Fact]
    public void Where_nothing_is_nothing_is_found()
    {
        Assert.Empty(NearbyRuns.Around(_folder.Root).Found);
        Assert.Empty(NearbyRuns.Around(_folder.Of("gone")).Found);
    }

    private void Runs(string place, int count)
    {
        for (var id = 1; id <= count; id++)
        {
            _folder.Write(Path.Combine(place, $"{id}"), "run.json", "{}");
        }
    }
}
