using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Files;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Files;

/// <summary>What the next reading of changes reports, without a watch of the file system.</summary>
public sealed class ChangeScanTests : IAsyncDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StorageFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly FileStorageRunStore _store;
    private readonly Known _known = new();
    private RunCursor? _cursor;

    public ChangeScanTests() => _store = new FileStorageRunStore(_folder.Root, _time, watch: false);

    [Fact]
    public async Task A_new_run_is_told_at_the_next_reading()
    {
        await StartAsync("1");
        Write("2", "RUNNING");

        var changes = await ReadAsync(Second);

        Assert.Equal("2", Assert.Single(changes.Changed).Id.Text);
        Assert.Empty((await ReadAsync(Second)).Changed);
    }

    [Fact]
    public async Task A_directory_becomes_a_run_when_its_run_json_is_there()
    {
        await StartAsync("1");
        Directory.CreateDirectory(_folder.Of("2"));
        Assert.Empty((await ReadAsync(Second)).Changed);
        _folder.Write("2", "run.json", "");
        Assert.Empty((await ReadAsync(Second)).Changed);

        Write("2", "RUNNING");

        Assert.Equal("RUNNING", Assert.Single((await ReadAsync(Second)).Changed).Status);
    }

    [Fact]
    public async Task Heartbeat_and_status_of_an_active_run_are_told_at_the_next_reading()
    {
        Write("1", "RUNNING");
        await StartAsync();
        Write("1", "RUNNING", "2026-01-01T00:00:10");
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 10, DateTimeKind.Utc), Assert.Single((await ReadAsync(Second)).Changed).Heartbeat);

        Write("1", "COMPLETED", "2026-01-01T00:00:20");

        Assert.Equal("COMPLETED", Assert.Single((await ReadAsync(Second)).Changed).Status);
    }

    [Fact]
    public async Task A_change_between_loading_and_the_first_reading_is_told()
    {
        Write("1", "COMPLETED");
        await LoadAsync();
        Write("1", "COMPLETED", "2026-01-01T00:00:10");

        Assert.Single((await ReadAsync(Second)).Changed);
    }

    [Fact]
    public async Task Any_run_that_changes_is_told_within_half_a_minute()
    {
        await StartAsync([.. Enumerable.Range(1, 100).Select(id => $"{id}")]);
        Write("37", "COMPLETED", "2026-01-01T00:00:10");

        var told = new List<string>();
        for (var seconds = 0; seconds < 30; seconds++)
        {
            told.AddRange((await ReadAsync(Second)).Changed.Select(run => run.Id.Text));
        }

        Assert.Equal(["37"], told);
    }

    [Fact]
    public async Task A_deleted_run_is_told_at_the_next_reading()
    {
        await StartAsync("1", "2", "3");
        Directory.Delete(_folder.Of("2"), recursive: true);

        Assert.Equal([RunId.Of("2")], (await ReadAsync(Second)).Deleted);
        Assert.Empty((await ReadAsync(Second)).Deleted);
    }

    [Fact]
    public async Task A_run_json_that_is_being_written_leaves_the_last_good_version()
    {
        Write("1", "RUNNING", "2026-01-01T00:00:10");
        await StartAsync();
        _folder.Write("1", "run.json", """{"status": "RUNN""");
        Assert.All((await ReadAsync(Second)).Changed, run => Assert.Equal((null, "RUNNING"), (run.Problem, run.Status)));

        Write("1", "RUNNING", "2026-01-01T00:00:20");

        Assert.Equal(20, Assert.Single((await ReadAsync(Second)).Changed).Heartbeat!.Value.Second);
    }

    [Fact]
    public async Task A_run_json_that_stays_broken_is_told_as_a_problem_with_what_was_known()
    {
        Write("1", "RUNNING", "2026-01-01T00:00:10");
        await StartAsync();
        _folder.WriteOld("1", "run.json", """{"status": "RUNN""");

        var run = Assert.Single((await ReadAsync(Second)).Changed);

        Assert.Equal(("run.json is cut off at byte 16.", "RUNNING"), (run.Problem, run.Status));
    }

    [Fact]
    public async Task A_storage_that_goes_away_is_unreachable_and_loses_no_run_when_it_comes_back()
    {
        await StartAsync("1", "2");
        Directory.Move(_folder.Root, _folder.Outside("away"));
        var exception = await Assert.ThrowsAsync<RunStoreException>(() => ReadAsync(Second));
        Directory.Move(_folder.Outside("away"), _folder.Root);

        var changes = await ReadAsync(Second);

        Assert.Equal(RunStoreProblem.Unreachable, exception.Problem);
        Assert.Empty(changes.Deleted);
    }

    [Fact]
    public async Task Runs_that_the_limits_left_out_are_not_told_but_new_ones_are()
    {
        Write("1", "COMPLETED");
        Write("2", "COMPLETED", start: "2026-01-02T00:00:00");
        _known.Limits = new RunLimits(MaxRuns: 1);
        await LoadAsync();
        Assert.Equal([RunId.Of("2")], _known.Ids);
        Assert.Empty((await ReadAsync(Second)).Changed);
        Write("1", "COMPLETED", "2026-01-01T00:00:10");
        Write("3", "RUNNING", start: "2026-01-03T00:00:00");

        Assert.Equal(["3"], (await ReadAsync(TimeSpan.FromSeconds(30))).Changed.Select(run => run.Id.Text));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    private void Write(string id, string status, string heartbeat = "2026-01-01T00:00:05", string start = "2026-01-01T00:00:00") =>
        _folder.Write(id, "run.json", $$"""{"status": "{{status}}", "start_time": "{{start}}", "heartbeat": "{{heartbeat}}"}""");

    private async Task StartAsync(params string[] completed)
    {
        foreach (var id in completed)
        {
            Write(id, "COMPLETED");
        }

        await LoadAsync();
        Assert.Empty((await ReadAsync(Second)).Changed);
    }

    private async Task LoadAsync()
    {
        await foreach (var batch in _store.ReadAllAsync(_known.Limits, Cancellation))
        {
            _known.Take(batch.Runs, []);
        }
    }

    private async Task<RunChanges> ReadAsync(TimeSpan later)
    {
        _time.Advance(later);
        var changes = await _store.ReadChangesAsync(_known, _cursor, Cancellation);
        _cursor = changes.Cursor;
        _known.Take(changes.Changed, changes.Deleted);
        return changes;
    }

    private sealed class Known : IKnownRuns
    {
        private readonly Dictionary<RunId, RunSummary> _runs = [];

        public int Count => _runs.Count;

        public IEnumerable<RunId> Ids => _runs.Keys;

        public IReadOnlyList<RunId> Active => [.. _runs.Values.Where(run => run.Status == RunStatus.Running).Select(run => run.Id)];

        public RunLimits Limits { get; set; } = RunLimits.None;

        public bool Contains(RunId id) => _runs.ContainsKey(id);

        public void Take(IEnumerable<RunSummary> changed, IEnumerable<RunId> deleted)
        {
            foreach (var run in changed)
            {
                _runs[run.Id] = run;
            }

            foreach (var id in deleted)
            {
                _runs.Remove(id);
            }
        }
    }
}
