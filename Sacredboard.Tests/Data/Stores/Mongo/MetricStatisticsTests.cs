using MongoDB.Bson;
using MongoDB.Driver;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Mongo;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>The server computes the statistics, whichever way the documents are found.</summary>
[Trait("Kind", "Mongo")]
public sealed class MetricStatisticsTests(MongoServer server) : IAsyncLifetime
{
    private static readonly DateTime Start = DateTime.UnixEpoch;

    private MongoTestDatabase? _database;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IMongoCollection<BsonDocument> Metrics => _database!.Database.GetCollection<BsonDocument>("metrics");

    public async ValueTask InitializeAsync()
    {
        _database = await server.CreateDatabaseAsync();
        await Metrics.InsertManyAsync(
        [
            Metric(1, "loss", (0, 0.5, 0), (1, 0.25, 1), (2, double.NaN, 2)),
            Metric("1", "loss", (0, 8, 0)),
            Metric(1, "other", (0, 9, 0)),
            // Two documents of one metric with alternating points and the same minimum.
            Metric(2, "loss", (0, double.NaN, 0), (2, -1, 2), (4, 7, 4)),
            Metric(2, "loss", (1, -1, 1), (3, 3, 3), (5, double.PositiveInfinity, 5)),
            Metric(new BsonArray { 3 }, "loss", (0, 1, 0)),
            Metric(3, new BsonArray { "loss" }, (0, 1, 0)),
        ], cancellationToken: Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("found by their ids")]
    [InlineData("found by an index of the server")]
    [InlineData("gone through all of them")]
    public async Task Figures_are_the_same_however_documents_are_found(string way)
    {
        if (way.Contains("index", StringComparison.Ordinal))
        {
            await Metrics.Indexes.CreateOneAsync(
                new CreateIndexModel<BsonDocument>(new BsonDocument("run_id", 1)),
                cancellationToken: Cancellation);
        }

        // Too many runs for the server to search each.
        var others = Enumerable.Range(100, 300).Select(id => RunId.Of(id));
        var found = await StatisticsAsync(
            "loss",
            [RunId.Of(1), RunId.Of("1"), RunId.Of(2), RunId.Of(3), .. others],
            maxDocuments: way.StartsWith("gone", StringComparison.Ordinal) ? 1 : 1000);

        Assert.Equal(304, found.Count);
        Assert.Equal(
            (3, 2, 0.25, 1.0),
            (
                found[RunId.Of(1)]!.Value.Count,
                found[RunId.Of(1)]!.Value.Finite,
                found[RunId.Of(1)]!.Value.Min,
                found[RunId.Of(1)]!.Value.MinStep));
        Assert.Equal(8, found[RunId.Of("1")]!.Value.Last);
        Assert.Equal(await OfPointsAsync(RunId.Of(2)), found[RunId.Of(2)]);
        Assert.Null(found[RunId.Of(3)]);
        Assert.All(others, run => Assert.Null(found[run]));
    }

    [Fact]
    public async Task Documents_of_one_metric_are_merged_by_the_times_of_their_points()
    {
        var merged = (await StatisticsAsync("loss", [RunId.Of(2)], step: 4))[RunId.Of(2)]!.Value;

        Assert.Equal((6, 4), (merged.Count, merged.Finite));
        Assert.Equal((double.NaN, double.PositiveInfinity), (merged.First, merged.Last));
        Assert.Equal((-1, 7), (merged.FirstFinite, merged.LastFinite));
        Assert.Equal((-1, 1), (merged.Min, merged.MinStep));
        Assert.Equal((7, 4), (merged.Max, merged.MaxStep));
        Assert.Equal((2, 7), (merged.Mean, merged.At));
    }

    [Fact]
    public async Task Points_and_documents_that_come_later_are_seen()
    {
        await using var store = _database!.OpenStore();
        await StatisticsAsync(store, "loss", [RunId.Of(1)]);

        var push = new BsonDocument("$push", new BsonDocument { ["steps"] = 3, ["values"] = 0.125, ["timestamps"] = Start });
        await Metrics.UpdateOneAsync(new BsonDocument { ["run_id"] = 1, ["name"] = "loss" }, push, cancellationToken: Cancellation);
        await Metrics.InsertOneAsync(Metric(4, "loss", (0, 2, 0)), cancellationToken: Cancellation);

        // The store looks for new documents twice a second.
        while ((await StatisticsAsync(store, "loss", [RunId.Of(4)]))[RunId.Of(4)] is null)
        {
            await Task.Delay(20, Cancellation);
        }

        Assert.Equal(0.125, (await StatisticsAsync(store, "loss", [RunId.Of(1)]))[RunId.Of(1)]!.Value.Last);
    }

    [Fact]
    public async Task Arrays_stay_in_the_server()
    {
        await Metrics.InsertOneAsync(
            Metric(5, "long", [.. Enumerable.Range(0, 20_000).Select(i => ((double)i, (double)i, i))]),
            cancellationToken: Cancellation);

        var stages = MetricStatisticsStages.For(new BsonDocument("name", "long"), step: 100).ToArray();
        var answer = await Metrics.Aggregate<BsonDocument>(stages, cancellationToken: Cancellation).SingleAsync(Cancellation);

        Assert.Equal(100, answer["of"]["at"].ToDouble());
        Assert.InRange(answer.ToBson().Length, 1, 500);
    }

    [Fact]
    public async Task Huge_values_have_a_mean()
    {
        await Metrics.InsertOneAsync(Metric(6, "huge", (0, 1.5e308, 0), (1, 1.7e308, 1)), cancellationToken: Cancellation);

        Assert.Equal(1.6e308, (await StatisticsAsync("huge", [RunId.Of(6)]))[RunId.Of(6)]!.Value.Mean!.Value, tolerance: 1e295);
    }

    [Fact]
    public async Task Names_are_told_with_their_number_of_documents()
    {
        await using var store = _database!.OpenStore();

        var names = (await store.Metrics.ListNamesAsync(Cancellation)).ToDictionary(name => name.Name, name => name.Runs);

        Assert.Equal(new Dictionary<string, int> { ["loss"] = 5, ["other"] = 1, [""] = 1 }, names);
        var counted = (await new MetricLocator(new MongoReader(_database.Place), TimeProvider.System, maxDocuments: 1)
            .ListNamesAsync(Cancellation))
            .ToDictionary(name => name.Name, name => name.Runs);
        Assert.Equal(names, counted);
    }

    private static BsonDocument Metric(BsonValue run, BsonValue name, params (double Step, double Value, int Second)[] points) => new()
    {
        ["run_id"] = run,
        ["name"] = name,
        ["steps"] = new BsonArray(points.Select(point => point.Step)),
        ["values"] = new BsonArray(points.Select(point => point.Value)),
        ["timestamps"] = new BsonArray(points.Select(point => Start.AddSeconds(point.Second))),
    };

    private async Task<MetricStatistics?> OfPointsAsync(RunId run)
    {
        await using var store = _database!.OpenStore();
        var series = await store.Metrics.ReadAsync(run, "loss", Cancellation);
        return MetricStatistics.Of(series!.Steps, series.Values, series.NotNumbers, null);
    }

    private Task<Dictionary<RunId, MetricStatistics?>> StatisticsAsync(
        string name,
        IReadOnlyList<RunId> runs,
        double? step = null,
        int maxDocuments = 1000)
    {
        var reader = new MongoReader(_database!.Place);
        var statistics = new MongoMetricStatistics(
            reader, new MetricLocator(reader, TimeProvider.System, maxDocuments), new RunAttempts(reader, TimeProvider.System));
        return CollectAsync(statistics.ReadAsync(new(name, runs, step), Cancellation));
    }

    private static Task<Dictionary<RunId, MetricStatistics?>> StatisticsAsync(MongoRunStore store, string name, IReadOnlyList<RunId> runs) =>
        CollectAsync(store.Metrics.ReadStatisticsAsync(new(name, runs), Cancellation));

    private static async Task<Dictionary<RunId, MetricStatistics?>> CollectAsync(
        IAsyncEnumerable<IReadOnlyList<RunMetricStatistics>> batches)
    {
        var found = new Dictionary<RunId, MetricStatistics?>();
        await foreach (var summary in batches.SelectMany(batch => batch))
        {
            found[summary.Run] = summary.Statistics;
        }

        return found;
    }
}
