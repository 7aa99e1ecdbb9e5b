using Microsoft.Extensions.Time.Testing;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

[Trait("Kind", "Mongo")]
public sealed class MongoOutageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_not_there_is_unreachable_and_the_message_gives_nothing_away()
    {
        var url = $"mongodb://alice:p4ssw0rd@127.0.0.1:{ServerProcess.FreePort()}/lab?serverSelectionTimeoutMS=100";
        Assert.True(MongoPlace.TryParse(url, null, out var place, out _));
        await using var store = new MongoRunStore(place, TimeProvider.System);

        var all = await Task.WhenAll(
            Assert.ThrowsAsync<RunStoreException>(() => store.FindAsync(RunId.Of(1), Cancellation)),
            Assert.ThrowsAsync<RunStoreException>(() => store.ReadChangesAsync(new KnownRuns(), null, Cancellation)),
            Assert.ThrowsAsync<RunStoreException>(() => store.Metrics.ListAsync(RunId.Of(1), Cancellation)),
            Assert.ThrowsAsync<RunStoreException>(async () =>
                await store.Metrics.ReadStatisticsAsync(new("loss", [RunId.Of(1)]), Cancellation).FirstAsync(Cancellation)),
            Assert.ThrowsAsync<RunStoreException>(() => KnownRuns.ReadAsync(store, Cancellation)));

        Assert.All(all, exception => Assert.Equal(RunStoreProblem.Unreachable, exception.Problem));
        Assert.All([.. all.Select(exception => exception.Message), store.Info.Place.Name], text =>
        {
            Assert.DoesNotContain("p4ssw0rd", text);
            Assert.DoesNotContain("alice", text);
            Assert.Contains("127.0.0.1", text);
        });
    }

    [Fact]
    public async Task After_an_outage_reading_goes_on_by_itself()
    {
        await using var mongod = await Mongod.StartOrSkipAsync();
        await AssertGoesOnAsync(mongod);
    }

    [Fact]
    public async Task After_an_outage_of_a_replica_set_changes_are_told_again()
    {
        await using var mongod = await Mongod.StartReplicaSetOrSkipAsync();
        await AssertGoesOnAsync(mongod);
    }

    [Fact]
    public async Task A_replica_set_that_has_lost_its_primary_is_not_well_although_its_changes_can_be_listened_to()
    {
        await using var mongod = await Mongod.StartReplicaSetOrSkipAsync();
        var database = new MongoTestDatabase($"mongodb://127.0.0.1:{mongod.Port}/?replicaSet=rs0&serverSelectionTimeoutMS=500", "lab");
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var store = new MongoRunStore(database.Place, clock);
        var cursor = (await store.ReadChangesAsync(new KnownRuns(), null, Cancellation)).Cursor;
        await store.ReadChangesAsync(new KnownRuns(), cursor, Cancellation);

        await new MongoClient(mongod.Url).GetDatabase("admin").RunCommandAsync<BsonDocument>(
            new BsonDocument { ["replSetStepDown"] = 600, ["force"] = true }, cancellationToken: Cancellation);
        clock.Advance(TimeSpan.FromSeconds(5));

        var exception = await Assert.ThrowsAsync<RunStoreException>(() => store.ReadChangesAsync(new KnownRuns(), cursor, Cancellation));
        Assert.Equal(RunStoreProblem.Unreachable, exception.Problem);
        Assert.Contains("no primary", exception.Message, StringComparison.Ordinal);
    }

    private static async Task AssertGoesOnAsync(Mongod mongod)
    {
        var database = new MongoTestDatabase(mongod.Url + "&serverSelectionTimeoutMS=500", "lab");
        // Journaled, because data in memory is lost when the server is killed.
        await database.Runs.WithWriteConcern(WriteConcern.W1.With(journal: true))
            .InsertOneAsync(new BsonDocument { ["_id"] = 1, ["status"] = "RUNNING" }, cancellationToken: Cancellation);
        await using var store = database.OpenStore();
        var known = await KnownRuns.ReadAsync(store, Cancellation);
        var cursor = (await store.ReadChangesAsync(known, null, Cancellation)).Cursor;

        await mongod.StopAsync();
        var exception = await Assert.ThrowsAsync<RunStoreException>(() => store.ReadChangesAsync(known, cursor, Cancellation));
        Assert.Equal(RunStoreProblem.Unreachable, exception.Problem);
        await mongod.StartAsync();
        await RetryAsync(() =>
            database.Runs.InsertOneAsync(new BsonDocument { ["_id"] = 2, ["status"] = "RUNNING" }, cancellationToken: Cancellation));

        while (!known.Contains(RunId.Of(2)))
        {
            await RetryAsync(async () =>
            {
                var changes = await store.ReadChangesAsync(known, cursor, Cancellation);
                cursor = changes.Cursor;
                known.Apply(changes.Changed, changes.Deleted);
            });
        }

        Assert.Equal([RunId.Of(1), RunId.Of(2)], known.Ids.Order());
    }

    /// <summary>A server that has just started refuses connections for a moment; the test's time limit ends a vain wait.</summary>
    private static async Task RetryAsync(Func<Task> action)
    {
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (Exception exception) when (exception is RunStoreException or MongoException or TimeoutException)
            {
                await Task.Delay(100, Cancellation);
            }
        }
    }
}
