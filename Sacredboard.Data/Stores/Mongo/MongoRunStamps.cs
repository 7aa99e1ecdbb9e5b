using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>A run and its change stamp: a hash that differs when the run changed, or null when only the id was read.</summary>
internal readonly record struct MongoRunStamp(RunId Id, int? Value);

/// <summary>Reads which runs exist and their change stamps, at a small fraction of the cost of summaries.</summary>
internal sealed class MongoRunStamps(MongoReader reader)
{
    // Fields that change while a run is running, and those that users change later. Every beat changes the heartbeat.
    private static readonly BsonDocument Project = new("$project", new BsonDocument
    {
        ["status"] = 1,
        ["start_time"] = 1,
        ["stop_time"] = 1,
        ["heartbeat"] = 1,
        ["omniboard"] = 1,
        ["comment"] = 1,
        ["meta.comment"] = 1,
        ["config.tags"] = 1,
        ["result"] = new BsonDocument("$cond", new BsonArray { new BsonDocument("$isNumber", "$result"), "$result", "$$REMOVE" }),
    });

    private static readonly BsonDocument ProjectId = new("$project", new BsonDocument("_id", 1));

    private string Collection => reader.Place.Runs;

    /// <summary>Passes on the stamps of all runs within the limits; a list of those of a million runs would be large.</summary>
    public Task ReadAllAsync(RunLimits limits, bool idsOnly, Action<MongoRunStamp> each, CancellationToken cancellationToken) =>
        reader.ReadEachAsync(
            Collection,
            [.. MongoRuns.LimitStages(limits), idsOnly ? ProjectId : Project],
            new RawSerializer<MongoRunStamp>(idsOnly ? ReadId : (RawReader<MongoRunStamp>)Read),
            each,
            cancellationToken);

    /// <summary>The stamps of these runs; deleted runs are left out.</summary>
    public async Task<List<MongoRunStamp>> ReadAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        var values = new BsonArray(ids.Select(MongoRunId.ToBson).OfType<BsonValue>());
        return values.Count == 0
            ? []
            : await reader.ReadListAsync(
                Collection,
                [new("$match", new BsonDocument("_id", new BsonDocument("$in", values))), Project],
                Read,
                cancellationToken);
    }

    /// <summary>Runs with ids above the greatest known one of each kind; reads only the index.</summary>
    public Task<List<MongoRunStamp>> ReadNewAsync(IReadOnlyDictionary<RunIdKind, RunId> greatest, CancellationToken cancellationToken)
    {
        var above = new BsonArray
        {
            Above(greatest, RunIdKind.Text, ""),
            Above(greatest, RunIdKind.ObjectId, ObjectId.Empty),
            Above(greatest, RunIdKind.Uuid, new BsonBinaryData([], BsonBinarySubType.Binary)),
            AboveNumber(greatest),
        };
        return reader.ReadListAsync(Collection, [new("$match", new BsonDocument("$or", above)), ProjectId], ReadId, cancellationToken);
    }

    private static BsonDocument Above(IReadOnlyDictionary<RunIdKind, RunId> greatest, RunIdKind kind, BsonValue least) =>
        new("_id", greatest.TryGetValue(kind, out var id) && MongoRunId.ToBson(id) is { } value
            ? new BsonDocument("$gt", value)
            : new BsonDocument("$gte", least));

    // Integers and other numbers are ordered together.
    private static BsonDocument AboveNumber(IReadOnlyDictionary<RunIdKind, RunId> greatest)
    {
        RunId? whole = greatest.TryGetValue(RunIdKind.Integer, out var integer) ? integer : null;
        RunId? other = greatest.TryGetValue(RunIdKind.Real, out var real) && !double.IsNaN(real.Real) ? real : null;
        var above = whole is { } w && other is { } o ? (w.CompareTo(o) > 0 ? w : o) : whole ?? other;
        return new(
            "_id",
            above is { } id ? new BsonDocument("$gt", MongoRunId.ToBson(id)) : new BsonDocument("$gte", double.NegativeInfinity));
    }

    private static MongoRunStamp Read(ReadOnlySpan<byte> document)
    {
        var hash = new HashCode();
        hash.AddBytes(document);
        // Zero is the stamp of a run of which only the id was read.
        return new MongoRunStamp(MongoRunId.Of(document) ?? RunId.Null, hash.ToHashCode() is not 0 and var value ? value : 1);
    }

    private static MongoRunStamp ReadId(ReadOnlySpan<byte> document) => new(MongoRunId.Of(document) ?? RunId.Null, null);
}
