using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Values;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Stores.Mongo;

/// <summary>Large values stay on the server until the run is opened.</summary>
[Trait("Kind", "Mongo")]
public sealed class MongoLargeRunTests(MongoServer server)
{
    private static readonly RunId Id = RunId.Of(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("config", 300_000)]
    [InlineData("result", 300_000)]
    [InlineData("meta", 300_000)]
    [InlineData("host", 300_000)]
    [InlineData("info", 20_000)]
    public async Task Of_a_large_part_the_small_members_are_in_the_summary_and_all_in_the_run(string field, int size)
    {
        var inner = new BsonDocument { ["list"] = new BsonArray(Enumerable.Range(0, 5000)), ["lr"] = 0.1 };
        var tuple = new BsonDocument("py/tuple", new BsonArray(Enumerable.Range(0, 5000)));
        var stored = new BsonDocument { ["large"] = new string('x', size), ["best"] = 1, ["deep"] = inner, ["tuple"] = tuple };
        await using var store = await StoreAsync(new BsonDocument(field, stored));

        var summary = Assert.Single(await store.ReadSummariesAsync([Id], Cancellation));
        var run = await store.FindAsync(Id, Cancellation);

        var small = new[] { summary.Config, summary.Result, summary.Meta, summary.HostInfo, summary.Info }.OfType<SacredObject>().Single();
        Assert.Equal($"{size:N0} characters", Assert.IsType<SacredText>(Assert.IsType<SacredTyped>(small["large"]).Value).Value);
        Assert.Equal(1, Assert.IsType<SacredInteger>(small["best"]).Value);
        var deep = Assert.IsType<SacredObject>(small["deep"]);
        Assert.Equal(0.1, Assert.IsType<SacredDouble>(deep["lr"]).Value);
        Assert.Equal("5,000 items", Assert.IsType<SacredText>(Assert.IsType<SacredTyped>(deep["list"]).Value).Value);
        Assert.True(LargeValue.Is(Assert.IsType<SacredTyped>(small["tuple"])));
        Assert.Null(summary.Problem);
        var whole = new[] { run!.Config, run.Result, run.Meta, run.Host, run.Info }.OfType<SacredObject>().Single();
        Assert.Equal(size, Assert.IsType<SacredText>(whole["large"]).Value.Length);
    }

    [Theory]
    [InlineData("config", true)]
    [InlineData("info", true)]
    [InlineData("fail_trace", false)]
    public async Task Too_many_small_members_are_left_out_and_that_is_said(string field, bool isSaid)
    {
        var many = new BsonDocument(Enumerable.Range(0, 1500).Select(i => new BsonElement($"k{i}", new string('x', 200))));
        await using var store = await StoreAsync(new BsonDocument(field, many));

        var summary = Assert.Single(await store.ReadSummariesAsync([Id], Cancellation));

        Assert.True(summary.Config is null && summary.Info is null);
        Assert.Equal(isSaid, summary.Problem?.Contains(field) ?? false);
    }

    [Fact]
    public async Task A_large_list_is_marked_like_a_large_member()
    {
        await using var store = await StoreAsync(new BsonDocument("info", new BsonArray(Enumerable.Range(0, 5000))));

        Assert.True(LargeValue.Is(Assert.IsType<SacredTyped>(Assert.Single(await store.ReadSummariesAsync([Id], Cancellation)).Info)));
    }

    [Fact]
    public async Task Only_the_end_of_a_long_traceback_is_read()
    {
        var pieces = Enumerable.Range(0, 5000).Select(i => $"  File \"x.py\", line {i}\n").Append("ValueError: boom\n");
        await using var store = await StoreAsync(new BsonDocument("fail_trace", new BsonArray(pieces)));

        Assert.Equal("ValueError: boom", Assert.Single(await store.ReadSummariesAsync([Id], Cancellation)).Failure);
        Assert.EndsWith("line 4999\nValueError: boom\n", (await store.FindAsync(Id, Cancellation))!.FailTrace);
    }

    [Fact]
    public async Task Many_runs_come_in_batches_each_run_once_and_the_first_batch_is_small()
    {
        var database = await server.CreateDatabaseAsync();
        var runs = Enumerable.Range(0, 5000).Select(id => new BsonDocument { ["_id"] = id, ["status"] = "COMPLETED" });
        await database.Runs.InsertManyAsync(runs, cancellationToken: Cancellation);
        await using var store = database.OpenStore();
        var batches = new List<RunBatch>();
        await foreach (var batch in store.ReadAllAsync(RunLimits.None, Cancellation))
        {
            batches.Add(batch);
        }

        Assert.True(batches.Count > 2);
        Assert.InRange(batches[0].Runs.Count, 25, 200);
        Assert.All(batches, batch => Assert.Equal(5000, batch.Total));
        Assert.Equal(
            Enumerable.Range(0, 5000).Reverse().Select(id => RunId.Of(id)),
            batches.SelectMany(batch => batch.Runs).Select(run => run.Id));
    }

    [Fact]
    public async Task Who_stops_reading_early_leaves_nothing_behind()
    {
        var database = await server.CreateDatabaseAsync();
        await database.Runs.InsertManyAsync(
            Enumerable.Range(0, 5000).Select(id => new BsonDocument("_id", id)),
            cancellationToken: Cancellation);
        await using var store = database.OpenStore();
        var enumerator = store.ReadAllAsync(RunLimits.None, Cancellation).GetAsyncEnumerator(Cancellation);
        await enumerator.MoveNextAsync();
        await enumerator.MoveNextAsync();

        await enumerator.DisposeAsync();

        Assert.NotNull(await store.FindAsync(RunId.Of(1), Cancellation));
    }

    private async Task<IRunStore> StoreAsync(BsonDocument fields)
    {
        var database = await server.CreateDatabaseAsync();
        await database.Runs.InsertOneAsync(new BsonDocument("_id", 1).AddRange(fields), cancellationToken: Cancellation);
        return database.OpenStore();
    }
}
