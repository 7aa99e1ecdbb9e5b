using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Benchmarks.Http;

/// <summary>A temporary database with a copy of some runs, dropped at the end.</summary>
internal sealed class Database(string mongo) : IAsyncDisposable
{
    public const string Name = "sacredboard_benchmark";

    private readonly MongoClient _client = new(mongo);

    public IMongoCollection<BsonDocument> Runs => _client.GetDatabase(Name).GetCollection<BsonDocument>("runs");

    public async Task CopyRunsAsync(int count)
    {
        await _client.DropDatabaseAsync(Name);
        var runs = await _client.GetDatabase("s10k").GetCollection<BsonDocument>("runs")
            .Find(new BsonDocument("status", "COMPLETED")).Sort(new BsonDocument("_id", -1)).Limit(count).ToListAsync();
        for (var i = 0; i < runs.Count; i++)
        {
            runs[i]["_id"] = i + 1;
        }

        await Runs.InsertManyAsync(runs);
    }

    public Task SetAsync(int id, BsonDocument fields) =>
        Runs.UpdateOneAsync(new BsonDocument("_id", id), new BsonDocument("$set", fields));

    public async ValueTask DisposeAsync()
    {
        await _client.DropDatabaseAsync(Name);
        _client.Dispose();
    }
}
