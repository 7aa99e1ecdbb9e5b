using Microsoft.Extensions.Time.Testing;
using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>Metrics are found without an index of the server, including those added or removed later.</summary>
[Trait("Kind", "Mongo")]
public sealed class MetricLocatorTests(MongoServer server) : IAsyncLifetime
{
    private static readonly RunId Run = RunId.Of(1);
    private readonly FakeTimeProvider _time = new();
    private MongoTestDatabase? _database;
    private MongoRunStore? _store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMongoCollection<BsonDocument> Metrics => _database!.Database.GetCollection<BsonDocument>("metrics");

    public async ValueTask InitializeAsync()
    {
        _database = await server.CreateDatabaseAsync();
        _store = _database.OpenStore(_time);
        await Metrics.InsertManyAsync([Metric(1, "a"), Metric("1", "text"), Metric(2, "b")], cancellationToken: Cancellation);
        await NamesAsync();
        // The server's search gives the first result while the index is being built.
        await Task.Delay(100, Cancellation);
    }

    public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task The_metrics_of_an_id_are_not_those_of_the_same_digits_as_text()
    {
        Assert.Equal(["a"], await NamesAsync());
        Assert.Equal(["text"], (await _store!.Metrics.ListAsync(RunId.Of("1"), Cancellation)).Select(metric => metric.Name));
    }

    [Fact]
    public async Task A_metric_that_comes_later_is_found()
    {
        await Metrics.InsertOneAsync(Metric(1, "later"), cancellationToken: Cancellation);

        Assert.Equal(["a", "later"], await NamesAsync());
    }

    // The list is kept until the run changes, so a metric that came just before a change must not be missed.
    [Fact]
    public async Task A_metric_is_found_at_once()
    {
        await NamesAsync();
        await Metrics.InsertOneAsync(Metric(1, "at once"), cancellationToken: Cancellation);

        Assert.Equal(["a", "at once"], (await _store!.Metrics.ListAsync(Run, Cancellation)).Select(metric => metric.Name));
    }

    [Fact]
    public async Task A_metric_with_an_old_id_is_found()
    {
        var copied = Metric(1, "copied");
        copied["_id"] = new ObjectId("540000000000000000000001");
        await Metrics.InsertOneAsync(copied, cancellationToken: Cancellation);

        Assert.Equal(["a", "copied"], await NamesAsync());
        Assert.Equal(["a", "copied"], await NamesAsync());
    }

    [Fact]
    public async Task A_deleted_metric_is_gone_and_others_stay()
    {
        await Metrics.DeleteOneAsync(new BsonDocument("name", "b"), Cancellation);

        Assert.Equal(["a"], await NamesAsync());
        Assert.Empty(await _store!.Metrics.ListAsync(RunId.Of(2), Cancellation));
    }

    [Fact]
    public async Task Points_that_are_added_to_a_metric_are_read()
    {
        var push = new BsonDocument("$push", new BsonDocument { ["steps"] = 2, ["values"] = 0.25, ["timestamps"] = DateTime.UnixEpoch });
        await Metrics.UpdateOneAsync(new BsonDocument("name", "a"), push, cancellationToken: Cancellation);

        var series = await _store!.Metrics.ReadAsync(Run, "a", Cancellation);

        Assert.Equal([0.5, 0.25], series!.Values);
    }

    private static BsonDocument Metric(BsonValue run, string name) => new()
    {
        ["run_id"] = run,
        ["name"] = name,
        ["steps"] = new BsonArray { 1 },
        ["values"] = new BsonArray { 0.5 },
        ["timestamps"] = new BsonArray { DateTime.UnixEpoch },
    };

    private async Task<IEnumerable<string>> NamesAsync()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        return (await _store!.Metrics.ListAsync(Run, Cancellation)).Select(metric => metric.Name);
    }
}
