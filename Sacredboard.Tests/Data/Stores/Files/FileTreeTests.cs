using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

/// <summary>Runs of a FileStorageObserver in the folders of a tree.</summary>
public sealed class FileTreeTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    private readonly StorageFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Runs_are_found_at_any_depth_with_their_folder_and_an_id_of_its_own()
    {
        Write("1", "8m/qmix/1", "8m/qmix/2", "lab/alice/runs/1");

        var runs = await AllAsync(Store());

        Assert.Equal(["1", "8m/qmix/1", "8m/qmix/2", "lab/alice/runs/1"], runs.Select(run => run.Id.Text).Order(StringComparer.Ordinal));
        Assert.Equal(
            [null, "8m/qmix", "8m/qmix", "lab/alice/runs"],
            runs.OrderBy(run => run.Id.Text, StringComparer.Ordinal).Select(run => run.Folder));
    }

    [Fact]
    public async Task Sacreds_own_and_hidden_folders_runs_and_what_is_excluded_are_not_searched()
    {
        Write("a/1", "_sources/1", "a/_resources/1", ".trash/1", "a/1/checkpoints/7", "old_2024/1", "b/tmp/1", "b/kept/1", "c/d/e/f/1");

        var runs = await AllAsync(Store(new() { Depth = 3, Exclude = ["old_*", "b/tmp"] }));

        Assert.Equal(["a/1", "b/kept/1"], runs.Select(run => run.Id.Text).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("a/1/checkpoints/7")]
    [InlineData("_sources/1")]
    [InlineData(".trash/1")]
    [InlineData("a/../a/1")]
    [InlineData("a//1")]
    [InlineData("/a/1")]
    [InlineData("a/1/")]
    [InlineData("old/1")]
    public async Task What_is_not_searched_cannot_be_asked_for_by_its_path(string id)
    {
        Write("a/1", "a/1/checkpoints/7", "_sources/1", ".trash/1", "old/1");
        var store = Store(new() { Exclude = ["old"] });

        Assert.Null(await store.FindAsync(RunId.Of(id), Cancellation));
        Assert.Empty(await store.ReadSummariesAsync([RunId.Of(id)], Cancellation));
        Assert.NotNull(await store.FindAsync(RunId.Of("a/1"), Cancellation));
    }

    [Fact]
    public async Task A_limit_of_folders_is_said()
    {
        Write("a/1", "b/1", "c/1");
        var store = Store(new() { MaxFolders = 3 });

        Assert.Equal(2, (await AllAsync(store)).Count);
        Assert.Equal("Only the first 3 folders were searched (MaxFolders).", store.Remark);
    }

    [Fact]
    public async Task A_new_folder_and_a_new_run_in_an_old_one_are_told_at_the_next_reading_and_their_end_too()
    {
        Write("a/1");
        var reader = new ChangeReader(Store(), _time);
        await reader.LoadAsync();

        Write("b/c/1", "a/2");
        Assert.Equal(["a/2", "b/c/1"], (await reader.NextAsync()).Changed.Select(run => run.Id.Text).Order(StringComparer.Ordinal));

        Directory.Delete(_folder.Of("b"), recursive: true);
        Directory.Delete(_folder.Of("a", "1"), recursive: true);
        Assert.Equal(["a/1", "b/c/1"], (await reader.NextAsync()).Deleted.Select(id => id.Text).Order(StringComparer.Ordinal));
        var after = await reader.NextAsync();
        Assert.Empty(after.Changed);
        Assert.Empty(after.Deleted);
    }

    [Fact]
    public async Task A_folder_that_changed_long_ago_is_looked_at_in_turn()
    {
        Write([.. Enumerable.Range(1, 40).Select(i => $"map_{i}/1")]);
        foreach (var directory in Directory.EnumerateDirectories(_folder.Root))
        {
            Directory.SetLastWriteTimeUtc(directory, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }

        var reader = new ChangeReader(Store(), _time);
        await reader.LoadAsync();
        Write("map_17/2");

        var told = new List<string>();
        for (var seconds = 0; seconds < 7; seconds++)
        {
            told.AddRange((await reader.NextAsync()).Changed.Select(run => run.Id.Text));
        }

        Assert.Equal(["map_17/2"], told);
    }

    [Fact]
    public async Task A_tree_that_is_away_is_so_until_it_is_back_and_loses_no_run()
    {
        Write("a/1");
        var reader = new ChangeReader(Store(), _time);
        await reader.LoadAsync();

        Directory.Move(_folder.Root, _folder.Outside("away"));
        for (var seconds = 0; seconds < 3; seconds++)
        {
            var exception = await Assert.ThrowsAsync<RunStoreException>(reader.NextAsync);
            Assert.Equal(RunStoreProblem.Unreachable, exception.Problem);
        }

        Directory.Move(_folder.Outside("away"), _folder.Root);
        Assert.Empty((await reader.NextAsync()).Deleted);
        Assert.Equal(["a/1"], reader.Ids);
    }

    [Fact]
    public async Task A_directory_of_runs_becomes_a_tree_when_a_folder_comes()
    {
        Write("1");
        var reader = new ChangeReader(Store(), _time);
        await reader.LoadAsync();
        Assert.Equal(["1"], reader.Ids);

        Write("later/1");

        Assert.Equal(["later/1"], (await reader.NextAsync()).Changed.Select(run => run.Id.Text));
    }

    [Fact]
    public async Task Files_of_a_run_are_looked_up_in_its_own_folder()
    {
        _folder.Write("a/1", "run.json", """{"experiment": {"sources": [["m.py", "_sources/m_0.py"]]}, "artifacts": ["w.pt"]}""");
        _folder.Write("a/1", "w.pt", "weights");
        _folder.Write("a/_sources", "m_0.py", "of a");
        _folder.Write("_sources", "m_0.py", "of the top");
        var store = Store();

        await using var source = await store.OpenFileAsync(RunId.Of("a/1"), "source-0", Cancellation);
        using var text = new StreamReader(source!.Content);

        Assert.All(await store.ListFilesAsync(RunId.Of("a/1"), Cancellation), file => Assert.True(file.Available, file.Problem));
        Assert.Equal("of a", await text.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Links_lead_to_runs_and_out_of_the_tree_but_never_in_circles()
    {
        Write("a/1");
        Directory.CreateDirectory(_folder.Outside("other/9"));
        await File.WriteAllTextAsync(_folder.Outside("other/9/run.json"), "{}", Cancellation);
        Directory.CreateSymbolicLink(_folder.Of("latest"), _folder.Of("a", "1"));
        Directory.CreateSymbolicLink(_folder.Of("elsewhere"), _folder.Outside("other"));
        Directory.CreateSymbolicLink(_folder.Of("a", "up"), _folder.Root);
        Directory.CreateSymbolicLink(_folder.Of("again"), _folder.Of("a"));
        Directory.CreateSymbolicLink(_folder.Of("above"), _folder.Outside(""));

        var ids = (await AllAsync(Store())).Select(run => run.Id.Text).Order(StringComparer.Ordinal);

        Assert.Equal(["a/1", "elsewhere/9", "latest"], ids);
    }

    [Fact]
    public async Task Folders_with_nothing_but_logs_are_runs_and_those_beside_runs_of_sacred_are_their_logs()
    {
        Write("sacred/8m/1");
        Copy("both_kinds", "tb_logs/run_a");
        Copy("both_kinds", "sacred/8m/tensorboard/x");
        Copy("both_kinds", "sacred/8m/1/events");
        await using var store = Open();

        var runs = await AllAsync(store);

        Assert.Equal(["sacred/8m/1", "tb_logs/run_a"], runs.Select(run => run.Id.Text).Order(StringComparer.Ordinal));
        Assert.Equal("tb_logs", runs.Single(run => run.Id.Text == "tb_logs/run_a").Folder);
        Assert.NotEmpty(await store.Metrics!.ListAsync(RunId.Of("tb_logs/run_a"), Cancellation));
        Assert.Empty(await store.Metrics!.ListAsync(RunId.Of("sacred/8m/1"), Cancellation));
        Assert.NotNull(await store.FindAsync(RunId.Of("tb_logs/run_a"), Cancellation));
        Assert.Null(await store.FindAsync(RunId.Of("sacred/8m/tensorboard/x"), Cancellation));
        Assert.Equal(2, (await AllAsync(store, new(MaxRuns: 2))).Count);
        Assert.Single(await AllAsync(store, new(MaxRuns: 1)));
    }

    [Fact]
    public async Task New_logs_in_a_tree_are_told_and_neither_kind_of_run_deletes_the_other()
    {
        Write("sacred/1");
        await using var store = Open();
        var reader = new ChangeReader(store, _time);
        await reader.LoadAsync();

        Copy("both_kinds", "tb_logs/run_a");
        var told = new List<RunChanges>();
        for (var seconds = 0; seconds < 12; seconds++)
        {
            told.Add(await reader.NextAsync());
        }

        Assert.Equal(["tb_logs/run_a"], told.SelectMany(changes => changes.Changed).Select(run => run.Id.Text));
        Assert.Empty(told.SelectMany(changes => changes.Deleted));
        Assert.Equal(["sacred/1", "tb_logs/run_a"], reader.Ids.Order(StringComparer.Ordinal));
    }

    private FileStorageRunStore Store(FolderOptions? options = null) =>
        new(new FolderTree(_folder.Root, options ?? new(), _time), _time, watch: false);

    private IRunStore Open() => Sacredboard.Web.Hosting.SourcesHost.AllBackends
        .Open(new PlaceOptions { Directory = _folder.Root }, new StoreContext(_time, 1 << 20));

    private void Copy(string logs, string name) => _folder.Copy(TestFiles.Path("tensorboard", logs), name);

    private void Write(params string[] ids)
    {
        foreach (var id in ids)
        {
            _folder.Write(id, "run.json", """{"status": "COMPLETED", "start_time": "2026-01-01T00:00:00"}""");
        }
    }

    private static async Task<List<RunSummary>> AllAsync(IRunStore store, RunLimits? limits = null)
    {
        var all = new List<RunSummary>();
        await foreach (var batch in store.ReadAllAsync(limits ?? RunLimits.None, Cancellation))
        {
            all.AddRange(batch.Runs);
        }

        return all;
    }
}
