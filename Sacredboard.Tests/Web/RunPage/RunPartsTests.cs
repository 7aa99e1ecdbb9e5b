using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Web.RunPage;

/// <summary>What a tab does not show is not decoded for it.</summary>
public sealed class RunPartsTests : IAsyncLifetime
{
    // Of a tree of so many keys a catalog knows only that it is there.
    private static readonly SacredObject Large = new([new("many", LargeValue.Of(LargeValue.Dict, 1_000_000, "keys"))]);

    private readonly MemoryRunStore _store = new();
    private Board? _board;
    private RunPageClient? _pages;

    public async ValueTask InitializeAsync()
    {
        _store.Put(TestRuns.Run(1).With(("lr", 0.1), ("seed", 5)));
        _store.Put(TestRuns.Run(2) with { Config = Large });
        _store.Put(TestRuns.Run(3) with { Config = Large, Info = TestRuns.Object(("curve", TestRuns.Value(new object[] { 1, 2, 3 }))) });
        _board = Board.OnStore(_store);
        _pages = new(_board, Board.Source);
        await _board.LoadedAsync();
        _store.AskedTrees.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _pages?.Dispose();
        await (_board?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData("1", RunTrees.Config)]
    [InlineData("1/metrics", RunTrees.None)]
    [InlineData("1/output", RunTrees.None)]
    [InlineData("1/config", RunTrees.Config)]
    [InlineData("1/files", RunTrees.None)]
    [InlineData("1/environment", RunTrees.Host | RunTrees.Others)]
    [InlineData("1/info", RunTrees.Info)]
    // The overview has its config where there are no curves.
    [InlineData("2", RunTrees.Config)]
    [InlineData("3", RunTrees.None)]
    [InlineData("/lab/runs/1/requirements.txt", RunTrees.None)]
    [InlineData("/lab/runs/1/config.json", RunTrees.Config)]
    [InlineData("/lab/runs/1/config.sh", RunTrees.Config)]
    [InlineData("/lab/runs/1/repeat.zip", RunTrees.Config)]
    [InlineData("/lab/runs/1/row", RunTrees.Config | RunTrees.Host)]
    public async Task A_page_asks_for_the_trees_that_it_shows(string path, RunTrees trees)
    {
        (await _pages!.SendAsync(path)).EnsureSuccessStatusCode().Dispose();

        // The list of metrics looks for curves in the info.
        Assert.Contains(trees, _store.AskedTrees);
        Assert.All(_store.AskedTrees, asked => Assert.True(asked == trees || asked == RunTrees.Info));
    }

    [Theory]
    [InlineData("1/files", "2")]
    [InlineData("1/config", "2")]
    [InlineData("2/files", null)]
    [InlineData("3/metrics", null)]
    public async Task The_tab_of_the_config_says_how_many_values_there_are_where_it_is_known(string path, string? count) =>
        Assert.Equal(count, (await _pages!.ReadAsync(path)).QuerySelector("[data-tab-link=config] .count")?.TextContent);
}
