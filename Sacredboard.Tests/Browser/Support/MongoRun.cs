using System.Collections;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Sacredboard.Tests.Browser.Support;

/// <summary>
/// A run as Sacred's MongoObserver writes it: one insert, then <c>$set</c> of what changed and <c>$push</c> of new points.
/// </summary>
public sealed class MongoRun(IMongoDatabase database, int id) : LiveRun(id.ToString(System.Globalization.CultureInfo.InvariantCulture))
{
    private readonly IMongoCollection<BsonDocument> _runs = database.GetCollection<BsonDocument>("runs");
    private readonly IMongoCollection<BsonDocument> _metrics = database.GetCollection<BsonDocument>("metrics");
    private readonly FilterDefinition<BsonDocument> _self = Builders<BsonDocument>.Filter.Eq("_id", id);
    private readonly Dictionary<string, int> _pushed = [];

    public override Task DeleteAsync() => _runs.DeleteOneAsync(_self);

    protected override async Task SaveAsync(Dictionary<string, object?> changed, bool isStart = false)
    {
        var fields = new BsonDocument(changed.Select(field => new BsonElement(field.Key, ToBson(field.Value))));
        if (isStart)
        {
            fields.InsertAt(0, new("_id", id));
            fields.AddRange(new BsonDocument
            {
                ["format"] = "MongoObserver-0.7.0",
                ["config"] = ToBson(Config),
                ["captured_out"] = "",
                ["info"] = new BsonDocument(),
            });
            await _runs.InsertOneAsync(fields);
            return;
        }

        foreach (var (name, points) in Metrics)
        {
            var fresh = points.Skip(_pushed.GetValueOrDefault(name)).ToList();
            await _metrics.UpdateOneAsync(
                new BsonDocument { ["run_id"] = id, ["name"] = name },
                new BsonDocument("$push", new BsonDocument
                {
                    ["steps"] = Each(fresh.Select(point => (object?)point.Step)),
                    ["values"] = Each(fresh.Select(point => (object?)point.Value)),
                    ["timestamps"] = Each(fresh.Select(point => (object?)point.Time)),
                }),
                new UpdateOptions { IsUpsert = true });
            _pushed[name] = points.Count;
        }

        fields["captured_out"] = Output;
        await _runs.UpdateOneAsync(_self, new BsonDocument("$set", fields));
    }

    private static BsonDocument Each(IEnumerable<object?> values) => new("$each", ToBson(values));

    private static BsonValue ToBson(object? value) => value switch
    {
        null => BsonNull.Value,
        string text => text,
        IDictionary<string, object?> entries => new BsonDocument(entries.Select(entry => new BsonElement(entry.Key, ToBson(entry.Value)))),
        IEnumerable items => new BsonArray(items.Cast<object?>().Select(ToBson)),
        _ => BsonValue.Create(value),
    };
}
