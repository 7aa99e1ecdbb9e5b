using Microsoft.Extensions.Time.Testing;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.TinyDb;
using Sacredboard.Tests.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.TinyDb;

public sealed class TinyDbChangesTests : IAsyncLifetime
{
    // The fourth run, in the middle of the file.
    private static readonly RunId Fourth = RunId.Of("7c339c1c84f4415497708a2d8819cca2");

    private readonly TinyDbFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TinyDbRunStore? _store;
    private KnownRuns _known = new();
    private RunCursor? _cursor;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = new TinyDbRunStore(_folder.Root, _time);
        _known = await KnownRuns.ReadAsync(_store, Cancellation);
        await UpdateAsync();
        Assert.Equal(15, _known.Count);
    }

    public async ValueTask DisposeAsync()
    {
        await _store!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nothing_is_told_while_nothing_changes()
    {
        var changes = await UpdateAsync();

        Assert.Equal((0, 0), (changes.Changed.Count, changes.Deleted.Count));
    }

    [Fact]
    public async Task A_run_that_changed_is_told_alone_though_all_is_written_anew()
    {
        _folder.WriteOld(TinyDbFolder.Recorded.Replace("0.9472222222222222", "0.5", StringComparison.Ordinal));

        var changes = await UpdateAsync();

        Assert.Equal([Fourth], changes.Changed.Select(run => run.Id));
        Assert.Equal(15, _known.Count);
    }

    [Fact]
    public async Task New_and_deleted_runs_are_told()
    {
        _folder.WriteOld("""{"runs": {"2": {"_id": "a", "status": "RUNNING"}, "17": {"_id": 5, "status": "COMPLETED"}, "18": {}}}""");
        await UpdateAsync();

        Assert.Equal([RunId.Of("a"), RunId.Of(5), RunId.Of(18)], _known.Ids.OrderBy(id => id.ToString(), StringComparer.Ordinal).Reverse());

        _folder.WriteOld("{}");
        await UpdateAsync();
        Assert.Equal(0, _known.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"runs\": {\"1\": {\"_id\": \"cut")]
    [InlineData("{\"runs\": {\"1\": ")]
    public async Task While_it_is_being_written_the_last_good_version_stays(string half)
    {
        _folder.Write(half.Length > 0 ? half : TinyDbFolder.Recorded[..50_000]);

        var changes = await UpdateAsync();

        Assert.Equal((0, 0), (changes.Changed.Count, changes.Deleted.Count));
        Assert.Equal(15, (await ReadAllIdsAsync()).Count);

        _folder.WriteOld(TinyDbFolder.Recorded.Replace("0.9472222222222222", "0.5", StringComparison.Ordinal));
        Assert.Equal([Fourth], (await UpdateAsync()).Changed.Select(run => run.Id));
    }

    [Fact]
    public async Task A_file_that_stays_broken_is_said_to_be()
    {
        _folder.WriteOld(TinyDbFolder.Recorded[..50_000]);

        var error = await Assert.ThrowsAsync<RunStoreException>(UpdateAsync);

        Assert.Equal(RunStoreProblem.Unreadable, error.Problem);
        Assert.EndsWith("metadata.json is cut off at byte 50000.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_unreachable()
    {
        File.Delete(_folder.File);

        var error = await Assert.ThrowsAsync<RunStoreException>(UpdateAsync);

        Assert.Equal(RunStoreProblem.Unreachable, error.Problem);
        Assert.EndsWith("metadata.json does not exist.", error.Message, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<RunId>> ReadAllIdsAsync() =>
        [.. (await _store!.ReadSummariesAsync([.. _known.Ids], Cancellation)).Select(run => run.Id)];

    private async Task<RunChanges> UpdateAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        var changes = await _store!.ReadChangesAsync(_known, _cursor, Cancellation);
        _cursor = changes.Cursor;
        _known.Apply(changes.Changed, changes.Deleted);
        return changes;
    }
}
