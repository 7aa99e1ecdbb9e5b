using Microsoft.Extensions.Time.Testing;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>
/// Changes are noticed equally with and without a replica set. The tests control the clock, so that "twice a minute" comes on demand.
/// </summary>
public abstract class MongoChangesContract : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private MongoTestDatabase? _database;
    private MongoRunStore? _store;
    private RunCursor? _cursor;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMongoCollection<BsonDocument> Collection => _database!.Runs;

    private protected KnownRuns Known { get; set; } = new();

    protected abstract Task<MongoTestDatabase> OpenAsync();

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync();
        _store = _database.OpenStore(_time);
        await Collection.InsertManyAsync([
            Run(1, "COMPLETED"),
            Run(2, "RUNNING"),
            Run("text", "COMPLETED"),
            Run(ObjectId.GenerateNewId(), "FAILED")], cancellationToken: Cancellation);
        Known = await KnownRuns.ReadAsync(_store, Cancellation);
        await UpdateAsync();
        Assert.Equal(4, Known.Count);
    }

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nothing_is_told_while_nothing_changes()
    {
        var changes = await UpdateAsync();

        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Deleted);
    }

    [Fact]
    public async Task New_runs_are_told_whatever_their_ids_are()
    {
        BsonValue[] ids = [3, 2.5, 9007199254740993, "zzz", "a", BsonNull.Value, ObjectId.GenerateNewId(),
            new BsonBinaryData(Guid.NewGuid(), GuidRepresentation.Standard), new BsonDateTime(5)];
        await Collection.InsertManyAsync(ids.Select(id => Run(id, "RUNNING")), cancellationToken: Cancellation);

        await UpdateAsync();

        Assert.Equal(4 + ids.Length, Known.Count);
    }

    [Fact]
    public async Task A_heartbeat_and_what_came_with_it_is_told()
    {
        await SetAsync(
            2,
            new BsonDocument
            {
                ["heartbeat"] = new DateTime(2026, 1, 1, 0, 0, 10, DateTimeKind.Utc),
                ["result"] = 0.5,
                ["info"] = new BsonDocument("a", 1)
            });

        var changes = await UpdateAsync();

        Assert.Equal([RunId.Of(2)], changes.Changed.Select(run => run.Id));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 10, DateTimeKind.Utc), Known[RunId.Of(2)].Heartbeat);
        Assert.NotNull(Known[RunId.Of(2)].Result);
    }

    [Fact]
    public async Task One_of_thousands_of_running_runs_is_seen_to_end()
    {
        await Collection.InsertManyAsync(Enumerable.Range(1000, 7000).Select(id => Run(id, "RUNNING")), cancellationToken: Cancellation);
        await UpdateAsync();
        await SetAsync(1001, new BsonDocument("status", "COMPLETED"));
        await SetAsync(7999, new BsonDocument("status", "FAILED"));
        await Collection.DeleteOneAsync(new BsonDocument("_id", 5000), cancellationToken: Cancellation);

        await UpdateAsync();

        Assert.Equal(("COMPLETED", "FAILED"), (Known[RunId.Of(1001)].Status, Known[RunId.Of(7999)].Status));
        Assert.False(Known.Contains(RunId.Of(5000)));
        Assert.Equal(4 + 7000 - 1, Known.Count);
    }

    [Fact]
    public async Task The_end_of_a_run_is_told()
    {
        await SetAsync(
            2,
            new BsonDocument { ["status"] = "FAILED", ["fail_trace"] = new BsonArray { "Traceback\n", "ValueError: boom\n" } });

        await UpdateAsync();

        Assert.Equal(("FAILED", "ValueError: boom"), (Known[RunId.Of(2)].Status, Known[RunId.Of(2)].Failure));
    }

    [Fact]
    public async Task An_edit_of_any_part_of_an_ended_run_is_told_once()
    {
        await SetAsync(1, new BsonDocument { ["experiment.name"] = "renamed", ["config.lr"] = 0.5, ["info.best"] = 0.9 });

        var changes = await UpdateAsync();

        Assert.Equal([RunId.Of(1)], changes.Changed.Select(run => run.Id));
        Assert.Equal("renamed", Known[RunId.Of(1)].Experiment);
        Assert.NotNull((Known[RunId.Of(1)].Config as SacredObject)?["lr"]);
        Assert.Empty((await UpdateAsync()).Changed);
    }

    [Fact]
    public async Task Deleted_runs_are_told()
    {
        await Collection.DeleteOneAsync(new BsonDocument("_id", 1), cancellationToken: Cancellation);
        await Collection.DeleteOneAsync(new BsonDocument("_id", 2), cancellationToken: Cancellation);

        var changes = await UpdateAsync();

        Assert.Equal([RunId.Of(1), RunId.Of(2)], changes.Deleted.Order());
    }

    [Fact]
    public async Task A_run_that_takes_the_id_of_a_deleted_one_is_told()
    {
        await Collection.DeleteOneAsync(new BsonDocument("_id", 2), cancellationToken: Cancellation);
        await UpdateAsync();
        await Collection.InsertOneAsync(Run(2, "QUEUED"), cancellationToken: Cancellation);

        await UpdateAsync();

        Assert.Equal("QUEUED", Known[RunId.Of(2)].Status);
    }

    [Fact]
    public async Task Tags_and_notes_on_an_ended_run_are_told_within_half_a_minute()
    {
        await SetAsync(
            1,
            new BsonDocument("omniboard", new BsonDocument { ["tags"] = new BsonArray { "best" }, ["notes"] = "look again" }));
        _time.Advance(TimeSpan.FromSeconds(31));

        await UpdateAsync();

        Assert.Equal(["best"], Known[RunId.Of(1)].Tags);
        Assert.Equal("look again", Known[RunId.Of(1)].Notes);
    }

    [Fact]
    public async Task A_dropped_collection_leaves_no_runs_and_new_ones_are_told()
    {
        await Collection.Database.DropCollectionAsync("runs", Cancellation);
        await UpdateAsync();
        Assert.Equal(0, Known.Count);

        await Collection.InsertOneAsync(Run(1, "RUNNING"), cancellationToken: Cancellation);
        await UpdateAsync();

        Assert.Equal([RunId.Of(1)], Known.Ids);
    }

    [Fact]
    public async Task Only_runs_within_the_limits_are_told()
    {
        Known = await KnownRuns.ReadAsync(_store!, Cancellation, new RunLimits(Since: new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        _cursor = null;
        var old = Run(90, "COMPLETED");
        old["start_time"] = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        await Collection.InsertManyAsync([old, Run(91, "COMPLETED")], cancellationToken: Cancellation);

        await UpdateAsync();
        await Collection.InsertOneAsync(new BsonDocument(old) { ["_id"] = 92 }, cancellationToken: Cancellation);
        await UpdateAsync();

        Assert.Contains(RunId.Of(91), Known.Ids);
        Assert.DoesNotContain(RunId.Of(90), Known.Ids);
        Assert.DoesNotContain(RunId.Of(92), Known.Ids);
    }

    private static BsonDocument Run(BsonValue id, string status) => new()
    {
        ["_id"] = id,
        ["status"] = status,
        ["start_time"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        ["heartbeat"] = BsonNull.Value,
        ["config"] = new BsonDocument("seed", 1),
    };

    protected Task SetAsync(int id, BsonDocument fields) =>
        Collection.UpdateOneAsync(new BsonDocument("_id", id), new BsonDocument("$set", fields), cancellationToken: Cancellation);

    /// <summary>Retries, because a change stream reports a change only when the majority has it.</summary>
    protected async Task<RunChanges> UpdateAsync()
    {
        var all = new RunChanges([], [], _cursor!);
        for (var i = 0; i < 5; i++)
        {
            var changes = await _store!.ReadChangesAsync(Known, _cursor, Cancellation);
            _cursor = changes.Cursor;
            Known.Apply(changes.Changed, changes.Deleted);
            all = new([.. all.Changed, .. changes.Changed], [.. all.Deleted, .. changes.Deleted], _cursor);
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20, Cancellation);
        }

        return all;
    }
}
