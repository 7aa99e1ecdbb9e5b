using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>Metrics as development versions of Sacred 0.7 wrote them, beside those of today.</summary>
[Trait("Kind", "Mongo")]
public sealed class OldMetricsTests(MongoServer server) : IAsyncLifetime
{
    private static readonly RunId One = RunId.Of(1);
    private static readonly RunId Two = RunId.Of(2);
    private static readonly RunId Text = RunId.Of("1");

    private MongoTestDatabase? _database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMongoCollection<BsonDocument> Metrics => _database!.Database.GetCollection<BsonDocument>("metrics");

    public async ValueTask InitializeAsync()
    {
        _database = await server.CreateDatabaseAsync();
        await Metrics.InsertManyAsync(
        [
            Metric("run", 1, "loss", "x", "y", 0, 0.5, 0.25),
            Metric("run_id", 1, "accuracy", "x", "y", 0, 0.75),
            Metric("run", 1, "mixed", "steps", "y", 0, 3),
            Metric("run", "1", "loss", "x", "y", 0, 8),
            // The second half of a metric was written by the next version.
            Metric("run_id", 2, "loss", "steps", "values", 10, 0.125, double.NaN),
            Metric("run", 2, "loss", "x", "y", 0, 4, 2),
            Metric("run_id", 3, "loss", "steps", "values", 0, 9).Add("run", 2).Add("x", new BsonArray()).Add("y", new BsonArray()),
        ], cancellationToken: Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task They_are_listed_and_drawn(bool indexed)
    {
        await IndexAsync(indexed);
        await using var store = _database!.OpenStore();

        // The first time the server searches, later the documents are known by their ids.
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(["accuracy", "loss", "mixed"], (await store.Metrics.ListAsync(One, Cancellation)).Select(metric => metric.Name));
            Assert.Equal("0 0.5, 1 0.25", await PointsAsync(store, One));
            Assert.Equal("0 8", await PointsAsync(store, Text));
            Assert.Equal("0 4, 1 2, 10 0.125, 11 NaN", await PointsAsync(store, Two));
            Assert.Equal("0 9", await PointsAsync(store, RunId.Of(3)));
            await store.Metrics.ListNamesAsync(Cancellation);
        }
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(1000, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    public async Task They_have_statistics_however_documents_are_found(int maxDocuments, bool indexed)
    {
        await IndexAsync(indexed);
        var reader = new MongoReader(_database!.Place);
        var statistics = new MongoMetricStatistics(
            reader, new MetricLocator(reader, TimeProvider.System, maxDocuments), new RunAttempts(reader, TimeProvider.System));
        // Too many runs for the server to search each.
        foreach (var others in new[] { 0, 300 })
        {
            var found = new Dictionary<RunId, MetricStatistics?>();
            RunId[] runs = [One, Two, Text, .. Enumerable.Range(100, others).Select(id => RunId.Of(id))];
            await foreach (var batch in statistics.ReadAsync(new("loss", runs, 0), Cancellation))
            {
                batch.ToList().ForEach(run => found[run.Run] = run.Statistics);
            }

            Assert.Equal((2, 0.5, 0.25, 1.0), (found[One]!.Value.Count, found[One]!.Value.At, found[One]!.Value.Min, found[One]!.Value.MinStep));
            Assert.Equal(8, found[Text]!.Value.Last);
            Assert.Equal(
                new MetricStatistics
                {
                    Count = 4,
                    Finite = 3,
                    First = 4,
                    Last = double.NaN,
                    FirstFinite = 4,
                    LastFinite = 0.125,
                    Min = 0.125,
                    MinStep = 10,
                    Max = 4,
                    MaxStep = 0,
                    Mean = found[Two]!.Value.Mean,
                    At = 4,
                },
                found[Two]);
            Assert.Equal(others, found.Values.Count(run => run is null));
        }
    }

    [Fact]
    public async Task Their_names_are_told()
    {
        await using var store = _database!.OpenStore();

        var names = await store.Metrics.ListNamesAsync(Cancellation);

        Assert.Equal(["accuracy", "loss", "mixed"], names.Select(name => name.Name).Order());
    }

    [Theory]
    [InlineData(false, "ByIndex", """{ "run_id" : 1 }""")]
    [InlineData(true, "ById", """{ "$or" : [{ "run_id" : 1 }, { "run" : 1 }] }""")]
    public async Task An_index_is_used_unless_there_are_any(bool any, string lookup, string search)
    {
        await IndexAsync(true);
        if (!any)
        {
            await Metrics.DeleteManyAsync(new BsonDocument("run", new BsonDocument("$exists", true)), Cancellation);
        }

        var locator = new MetricLocator(new MongoReader(_database!.Place), TimeProvider.System);

        Assert.Equal(search, (await locator.SearchAsync(field => new BsonDocument(field, 1), Cancellation)).ToString());
        Assert.Equal(lookup, (await locator.PrepareAsync(Cancellation)).ToString());
    }

    private static async Task<string> PointsAsync(MongoRunStore store, RunId run)
    {
        var series = await store.Metrics.ReadAsync(run, "loss", Cancellation);
        return string.Join(", ", series!.Steps.Zip(series.Values, (step, value) => FormattableString.Invariant($"{step} {value}")));
    }

    // The points follow each other by a second and a step.
    private static BsonDocument Metric(
        string runField, BsonValue run, string name, string steps, string values, int first, params double[] points) => new()
        {
            [runField] = run,
            ["name"] = name,
            [steps] = new BsonArray(points.Select((_, i) => first + i)),
            [values] = new BsonArray(points),
            ["timestamps"] = new BsonArray(points.Select((_, i) => DateTime.UnixEpoch.AddSeconds(first + i))),
        };

    private async Task IndexAsync(bool indexed)
    {
        if (indexed)
        {
            await Metrics.Indexes.CreateOneAsync(
                new CreateIndexModel<BsonDocument>(new BsonDocument("run_id", 1)),
                cancellationToken: Cancellation);
        }
    }
}
