using System.Runtime.Versioning;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Sql;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;
using Sacredboard.Tests.Support.Sql;

namespace Sacredboard.Tests.Data.Stores.Sql;

/// <summary>What may be special with an SQLite file, and with the columns in it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly SqliteTestFile _file = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_file_with_a_write_ahead_log_is_read_while_it_is_written()
    {
        await using var writer = _file.Connect();
        await writer.OpenAsync(Cancellation);
        foreach (var statement in new[] { "PRAGMA journal_mode = WAL", "BEGIN IMMEDIATE", "UPDATE run SET status = 'FAILED' WHERE id = 1" })
        {
            await using var command = writer.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        Assert.Equal("COMPLETED", (await FindAsync("0"))!.Summary.Status);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Without_the_right_to_write_a_file_with_a_closed_log_is_read()
    {
        await _file.Database.RunAsync("PRAGMA journal_mode = WAL");
        File.Delete(_file.Path + "-wal");
        File.Delete(_file.Path + "-shm");
        var directory = Path.GetDirectoryName(_file.Path)!;
        var mode = File.GetUnixFileMode(directory);
        try
        {
            File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            Assert.Equal("COMPLETED", (await FindAsync("0"))!.Summary.Status);
        }
        finally
        {
            File.SetUnixFileMode(directory, mode);
        }
    }

    [Fact]
    public async Task A_file_that_was_replaced_is_read_anew()
    {
        await using var store = _file.Database.OpenStore();
        Assert.NotNull(await store.FindAsync(RunId.Of("0"), Cancellation));
        var other = _file.Path + ".new";
        File.Copy(_file.Path, other);
        await new SqlTestDatabase("", () => new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={other};Pooling=False;Foreign Keys=False"))
            .RunAsync("DELETE FROM run WHERE run_id = '0'");
        File.Move(other, _file.Path, overwrite: true);

        Assert.Null(await store.FindAsync(RunId.Of("0"), Cancellation));
    }

    [Fact]
    public async Task A_missing_a_foreign_and_an_empty_file_are_told_apart()
    {
        await using var store = _file.Database.OpenStore();
        File.Delete(_file.Path);
        await AssertFailsAsync(store, RunStoreProblem.Unreachable, "does not exist.");
        await File.WriteAllTextAsync(_file.Path, new string('x', 5000), Cancellation);
        await AssertFailsAsync(store, RunStoreProblem.Unreadable, "is not an SQLite database, or an encrypted one.");
        File.Delete(_file.Path);
        await _file.Database.RunAsync("CREATE TABLE run (id INTEGER, name TEXT)");
        await AssertFailsAsync(store, RunStoreProblem.Unreadable, "holds no runs of Sacred");
    }

    [Fact]
    public async Task Runs_of_the_first_SqlObserver_have_no_number_and_no_repositories()
    {
        await _file.Database.RunAsync("""
            CREATE TABLE old AS SELECT * FROM run; DROP TABLE runs_resources; DROP TABLE artifact; DROP TABLE experiments_repositories;
            DROP TABLE repository; DROP TABLE run; ALTER TABLE old RENAME TO run; ALTER TABLE run DROP COLUMN id;
            """);
        var time = new FakeTimeProvider();
        await using var store = _file.Database.OpenStore(time);
        var known = await Mongo.KnownRuns.ReadAsync(store, Cancellation);

        Assert.Equal(16, known.Count);
        Assert.Equal("digits_mlp", known[RunId.Of("4")].Experiment);
        var run = await store.FindAsync(RunId.Of("4"), Cancellation);
        Assert.Empty(((SacredList)((SacredObject)run!.Experiment!)["repositories"]!).Items);
        Assert.Equal(4, (await store.ListFilesAsync(RunId.Of("4"), Cancellation)).Count);
        var changes = await store.ReadChangesAsync(known, null, Cancellation);
        await _file.Database.RunAsync("INSERT INTO run (run_id, status) VALUES ('new', 'RUNNING')");
        time.Advance(TimeSpan.FromSeconds(1));
        changes = await store.ReadChangesAsync(known, changes.Cursor, Cancellation);
        Assert.Equal([RunId.Of("new")], changes.Changed.Where(found => !known.Contains(found.Id)).Select(found => found.Id));
    }

    [Fact]
    public async Task A_row_may_hold_nothing_or_anything()
    {
        await _file.Database.RunAsync("""
            INSERT INTO run (id) VALUES (100);
            INSERT INTO run (id, run_id, status, start_time, heartbeat, config, info, result, comment, experiment_id, host_id, captured_out)
                VALUES (101, 'odd', 7, 'soon', 12.5, '{"a": ', '[1]', '0.5 of all', x'00ff', 999, 'x', 5);
            """);
        await using var store = _file.Database.OpenStore();
        var known = await Mongo.KnownRuns.ReadAsync(store, Cancellation);

        Assert.True(known.Contains(RunId.Of(100)));
        var odd = await store.FindAsync(RunId.Of("odd"), Cancellation);
        Assert.Equal("The config is cut off at byte 6.", Assert.Single(odd!.Problems));
        Assert.Equal(odd.Problems[0], known[RunId.Of("odd")].Problem);
        Assert.Equal(("0.5 of all", "7"), (((SacredText)odd.Result!).Value, odd.Summary.Status));
        Assert.Equal("5", (await store.ReadOutputAsync(RunId.Of("odd"), OutputRange.Since(0), Cancellation))!.Text);
        Assert.Empty(await store.ListFilesAsync(RunId.Of(100), Cancellation));
        Assert.NotNull(await store.FindAsync(RunId.Of(100), Cancellation));
    }

    // Three bytes each, so that a part ends in the middle of a character.
    [Fact]
    public async Task An_output_longer_than_one_part_is_read_in_parts()
    {
        var text = "ab" + new string('€', 1_500_000) + "🚀\0end";
        await _file.Database.RunAsync("UPDATE run SET captured_out = CAST(@p0 AS TEXT) WHERE run_id = '0'", Encoding.UTF8.GetBytes(text));
        await using var store = _file.Database.OpenStore();

        foreach (var range in new[] { OutputRange.Last(5), OutputRange.Last(200_000), OutputRange.Since(1_398_099, 6),
            OutputRange.Since(0, 3), OutputRange.Since(1_000_000, 490_000), OutputRange.Since(9_000_000, 5), OutputRange.Since(0) })
        {
            var found = await store.ReadOutputAsync(RunId.Of("0"), range, Cancellation);
            // Not compared by Assert.Equal, which would print megabytes.
            Assert.True(Utf8Output.Slice(Encoding.UTF8.GetBytes(text), range) == found, $"{range.From} {range.Max} {found!.From} {found.Length}");
        }
    }

    [Fact]
    public async Task Values_that_are_too_large_for_a_table_are_said_to_be()
    {
        var large = $$"""{"small": 1, "list": [{{string.Join(',', Enumerable.Range(0, 200_000))}}]}""";
        await _file.Database.RunAsync("UPDATE run SET info = @p0, config = @p1 WHERE run_id = '0'", large, large);
        await using var store = _file.Database.OpenStore();

        var summary = Assert.Single(await store.ReadSummariesAsync([RunId.Of("0")], Cancellation));
        var run = await store.FindAsync(RunId.Of("0"), Cancellation);

        Assert.Equal("Too large to show here: info. See the run's page.", summary.Problem);
        Assert.Null(summary.Info);
        Assert.NotNull((summary.Config as SacredObject)!["small"]);
        Assert.Equal(200_000, ((SacredList)((SacredObject)run!.Info!)["list"]!).Items.Count);
        Assert.Empty(run.Problems);
    }

    private async Task<Run?> FindAsync(string id)
    {
        await using var store = _file.Database.OpenStore();
        return await store.FindAsync(RunId.Of(id), Cancellation);
    }

    private static async Task AssertFailsAsync(IRunStore store, RunStoreProblem problem, string message)
    {
        var error = await Assert.ThrowsAsync<RunStoreException>(() =>
            store.ReadAllAsync(RunLimits.None, Cancellation).GetAsyncEnumerator(Cancellation).MoveNextAsync().AsTask());
        Assert.Equal(problem, error.Problem);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
