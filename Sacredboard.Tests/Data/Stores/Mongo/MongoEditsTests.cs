using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>How fast edits are looked for.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoEditsTests(MongoServer server) : IAsyncLifetime
{
    private const int Runs = 40;

    private MongoTestDatabase? _database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await server.CreateDatabaseAsync();
        await _database.Runs.InsertManyAsync(
            Enumerable.Range(1, Runs).Select(id => new BsonDocument { ["_id"] = id, ["status"] = "COMPLETED" }),
            cancellationToken: Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Runs_that_take_next_to_nothing_are_looked_at_within_seconds() =>
        Assert.Equal((Runs, 0), await LookAsync(seconds: 10, TimeSpan.Zero));

    [Fact]
    public async Task Large_runs_take_a_tenth_of_the_time()
    {
        var (found, took) = await LookAsync(seconds: 120, TimeSpan.FromSeconds(1));

        // The first look does not know yet how long it takes.
        Assert.InRange(took, 5, 15);
        Assert.InRange(found, 20, Runs - 1);
    }

    // Each run was edited; the number of those noticed, and how long all looks took together.
    private async Task<(int Found, double Seconds)> LookAsync(int seconds, TimeSpan eachLook)
    {
        var clock = new Clock(eachLook);
        var reader = new MongoReader(_database!.Place);
        var edits = new MongoEdits(reader, new MongoRunMarks("runs"), clock);
        await using var store = _database.OpenStore();
        var known = await KnownRuns.ReadAsync(store, Cancellation);
        var found = new HashSet<RunId>();
        for (var second = 0; second < seconds; second++)
        {
            found.UnionWith((await edits.ReadAsync(known, Cancellation)).Select(run => run.Id));
            clock.Now += TimeSpan.FromSeconds(1);
        }

        return (found.Count, clock.Took.TotalSeconds);
    }

    /// <summary>Between the two times that one look asks for, so much passes.</summary>
    private sealed class Clock(TimeSpan eachLook) : TimeProvider
    {
        private int _asked;

        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public TimeSpan Took => eachLook * (_asked / 2);

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => _asked++ * eachLook.Ticks;
    }
}
