using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.TensorBoard;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TensorBoard;

public sealed class LogDirectoryRunStoreTests : IAsyncDisposable
{
    private readonly StorageFolder _folder = new();
    private readonly RacingClock _clock = new();
    private readonly LogDirectoryRunStore _store;

    public LogDirectoryRunStoreTests()
    {
        _store = new LogDirectoryRunStore(_folder.Root, 1 << 20, _clock);
        Log("a/train", "back");
        Log("a/val", "both_kinds");
        Log("b", "restart");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_directory_with_event_files_is_a_run()
    {
        Log(".", "tags");
        Directory.CreateDirectory(_folder.Of("empty"));

        Assert.Equal([".", "a/train", "a/val", "b"], (await ReadAllAsync()).Select(run => run.Id.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Times_are_those_of_the_events_and_the_status_is_what_can_be_known()
    {
        var runs = (await ReadAllAsync()).ToDictionary(run => run.Id.Text);

        var truth = TensorBoardTruth.Tags("both_kinds", "scalars").Values.SelectMany(tag => tag).ToList();
        Assert.Null(runs["a/val"].Status);
        Assert.Equal(
            DateTime.UnixEpoch.AddSeconds(truth.Max(item => item[1].GetDouble())),
            runs["a/val"].Stopped!.Value,
            TimeSpan.FromSeconds(2));
        Assert.Equal(
            DateTime.UnixEpoch.AddSeconds(truth.Min(item => item[1].GetDouble())),
            runs["a/val"].Started!.Value,
            TimeSpan.FromSeconds(1));
        Assert.Equal(RunStatus.Completed, runs["b"].Status);

    }

    [Fact]
    public async Task A_run_goes_on_while_its_events_and_its_files_are_new()
    {
        var file = Directory.EnumerateFiles(_folder.Of("a", "val")).Single();
        var last = (await ReadAllAsync()).Single(run => run.Id.Text == "a/val").Stopped!.Value;

        async Task<RunSummary> At(DateTime now, DateTime modified)
        {
            File.SetLastWriteTimeUtc(file, modified);
            _clock.Now = now;
            return Assert.Single(await _store.ReadSummariesAsync([RunId.Of("a/val")], Cancellation));
        }

        var live = await At(last.AddMinutes(3), last.AddMinutes(2));
        Assert.Equal((RunStatus.Running, null, last.AddMinutes(2)), (live.Status, live.Stopped, live.Heartbeat!.Value));
        Assert.Null((await At(last.AddMinutes(20), last.AddMinutes(2))).Status);
        var copied = await At(last.AddDays(20), last.AddDays(20));
        Assert.Equal((null, last), (copied.Status, copied.Stopped));
    }

    [Fact]
    public async Task Its_scalars_are_the_metrics()
    {
        var metrics = await _store.Metrics.ListAsync(RunId.Of("a/val"), Cancellation);

        Assert.Equal(
            [.. TensorBoardTruth.Tags("both_kinds", "scalars").Keys.Concat(["late", "val/f64"]).Order(StringComparer.Ordinal)],
            metrics.Select(metric => metric.Name));
        Assert.All(metrics, metric => Assert.True(metric.IsFromTensorBoard));
        Assert.Equal(20, (await _store.Metrics.ReadAsync(RunId.Of("a/val"), "val/loss", Cancellation))!.Count);
        Assert.Null(await _store.Metrics.ReadAsync(RunId.Of("a/train"), "val/loss", Cancellation));
        Assert.Equal(3, (await _store.Metrics.ListNamesAsync(Cancellation)).Single(name => name.Name == "loss").Runs);
        await foreach (var batch in _store.Metrics.ReadStatisticsAsync(
            new MetricStatisticsRequest("val/f64", [RunId.Of("a/val")]),
            Cancellation))
        {
            Assert.Equal(Math.PI * 19, Assert.Single(batch).Statistics!.Value.Last);
        }
    }

    [Fact]
    public async Task Directories_that_a_writer_made_for_the_same_training_belong_to_its_run()
    {
        var store = new LogDirectoryRunStore(TensorBoardTruth.Path("members"), 1 << 20, _clock);

        var runs = (await ReadAllAsync(store: store)).ToDictionary(run => run.Id.Text);

        Assert.Equal(
            ["one", "one/eval", "sweep", "sweep/1700000001.5", "sweep/1700000002.5"], runs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["accuracy", "hparam/accuracy", "losses_both_train/losses/both", "losses_both_val/losses/both"],
            (await store.Metrics.ListAsync(RunId.Of("one"), Cancellation)).Select(metric => metric.Name));
        Assert.Equal(4, (await store.Metrics.ReadAsync(RunId.Of("one"), "losses_both_val/losses/both", Cancellation))!.Values.Single());
    }

    [Fact]
    public async Task Logged_hyperparameters_are_the_config()
    {
        var store = new LogDirectoryRunStore(TensorBoardTruth.Path("members"), 1 << 20, _clock);

        var runs = (await ReadAllAsync(store: store)).ToDictionary(run => run.Id.Text, run => run.Config);

        Assert.Equal("""{"bias":true,"layers":3,"lr":0.01,"optimizer":"adam"}""", SacredJson.ToText(runs["one"]!));
        Assert.Equal("""{"lr":0.1}""", SacredJson.ToText(runs["sweep/1700000001.5"]!));
        Assert.Null(runs["sweep"]);
        Assert.NotNull((await store.FindAsync(RunId.Of("one"), Cancellation))!.Config);
    }

    [Fact]
    public async Task Links_to_log_directories_are_followed_where_they_may_lead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        var links = _folder.Outside("links");
        Directory.CreateDirectory(Path.Combine(links, "group"));
        Directory.CreateSymbolicLink(Path.Combine(links, "first"), _folder.Of("a"));
        Directory.CreateSymbolicLink(Path.Combine(links, "group", "second"), _folder.Of("b"));
        // Leads back to where it stands.
        Directory.CreateSymbolicLink(Path.Combine(links, "group", "again"), links);
        Directory.CreateSymbolicLink(_folder.Of("a", "round"), _folder.Of("a"));

        Assert.True(LogDirectoryRunStore.Recognizes(links, new()));
        var store = new LogDirectoryRunStore(links, 1 << 20, _clock, _folder.Root);
        Assert.Equal(
            ["first/train", "first/val", "group/second"],
            (await ReadAllAsync(store: store)).Select(run => run.Id.Text).Order(StringComparer.Ordinal));
        Assert.Equal(20, (await store.Metrics.ReadAsync(RunId.Of("first/val"), "val/loss", Cancellation))!.Count);

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => ReadAllAsync(store: new(links, 1 << 20, _clock)));
        Assert.Equal(RunStoreProblem.Refused, exception.Problem);
        Assert.Contains("Sacredboard:TensorBoard:Roots", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_are_none_find_nothing()
    {
        foreach (var id in new[] { "", "..", "../runs/b", "b/../b", "b/", "/etc", "a", "nothing", "b\0", _folder.Of("b") })
        {
            Assert.Null(await _store.FindAsync(RunId.Of(id), Cancellation));
            Assert.Null(await _store.ReadOutputAsync(RunId.Of(id), OutputRange.Since(0), Cancellation));
            Assert.Empty(await _store.Metrics.ListAsync(RunId.Of(id), Cancellation));
            Assert.Null(await _store.Metrics.ReadAsync(RunId.Of(id), "loss", Cancellation));
        }

        Assert.Null(await _store.FindAsync(RunId.Of(1), Cancellation));
        Assert.NotNull(await _store.FindAsync(RunId.Of("b"), Cancellation));
    }

    [Fact]
    public async Task Limits_keep_the_newest()
    {
        Log("old", "several/sub");
        File.Delete(Directory.EnumerateFiles(_folder.Of("b"), "*.20.*").Single());

        Assert.Equal(2, (await ReadAllAsync(new RunLimits(MaxRuns: 2))).Count);
        Assert.Empty(await ReadAllAsync(new RunLimits(Since: new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        Assert.Equal(4, (await ReadAllAsync(new RunLimits(Since: new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)))).Count);
    }

    [Fact]
    public async Task New_changed_and_deleted_runs_are_told_once()
    {
        var known = await KnownRuns.ReadAsync(_store, Cancellation);
        var changes = await _store.ReadChangesAsync(known, null, Cancellation);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Deleted);

        Log("c", "tags");
        Grow("a/train");
        Directory.Delete(_folder.Of("b"), recursive: true);
        changes = await _store.ReadChangesAsync(known, changes.Cursor, Cancellation);

        Assert.Equal(["a/train", "c"], changes.Changed.Select(run => run.Id.Text).Order(StringComparer.Ordinal));
        Assert.Equal([RunId.Of("b")], changes.Deleted);
        known.Apply(changes.Changed, changes.Deleted);
        changes = await _store.ReadChangesAsync(known, changes.Cursor, Cancellation);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Deleted);
    }

    [Fact]
    public async Task A_directory_that_is_gone_is_out_of_reach_and_comes_back()
    {
        Directory.Move(_folder.Root, _folder.Root + "2");

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => _store.ReadChangesAsync(new KnownRuns(), null, Cancellation));

        Assert.Equal(RunStoreProblem.Unreachable, exception.Problem);
        Directory.Move(_folder.Root + "2", _folder.Root);
        Assert.Equal(3, (await ReadAllAsync()).Count);
    }

    [Fact]
    public void A_directory_is_of_logs_when_it_has_event_files_and_no_run_of_Sacred()
    {
        Assert.True(LogDirectoryRunStore.Recognizes(_folder.Root, new()));
        Assert.True(LogDirectoryRunStore.Recognizes(_folder.Of("a"), new()));
        Assert.False(LogDirectoryRunStore.Recognizes(SampleRuns.Directory, new()));
        Assert.True(LogDirectoryRunStore.Recognizes(Path.Combine(SampleRuns.Directory, "tensorboard"), new()));
        Assert.False(LogDirectoryRunStore.Recognizes(_folder.Outside("nothing"), new()));
        _folder.Write("1", "run.json", "{}");
        Assert.False(LogDirectoryRunStore.Recognizes(_folder.Root, new()));
    }

    private async Task<List<RunSummary>> ReadAllAsync(RunLimits? limits = null, LogDirectoryRunStore? store = null)
    {
        var all = new List<RunSummary>();
        await foreach (var batch in (store ?? _store).ReadAllAsync(limits ?? RunLimits.None, Cancellation))
        {
            all.AddRange(batch.Runs);
        }

        return all;
    }

    private void Log(string target, string directory)
    {
        Directory.CreateDirectory(_folder.Of(target));
        foreach (var file in Directory.EnumerateFiles(TensorBoardTruth.Path(directory))
            .Where(file => file.Contains("tfevents", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_folder.Of(target), Path.GetFileName(file));
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }

    private void Grow(string target)
    {
        var path = Directory.EnumerateFiles(_folder.Of(target)).Single();
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), .. File.ReadAllBytes(path)]);
    }
}
