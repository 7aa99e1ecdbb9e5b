using MongoDB.Bson;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Counts runs by the server's metadata. By status, which no index knows, only in a collection of a few megabytes; of a larger one only
/// the newest run is looked at.
/// </summary>
internal sealed class MongoCounts(MongoReader reader) : IRunCounts
{
    /// <summary>The size of a collection that is read through by the server, in bytes of BSON.</summary>
    private const long MaxBytes = 64L << 20;

    private static readonly BsonDocument[] Size = [new("$collStats", new BsonDocument("storageStats", new BsonDocument()))];

    private static readonly BsonDocument Latest = new("$max", new BsonArray(
        new[] { "heartbeat", "start_time", "stop_time", "add_time" }.Select(field => DateOf("$" + field))));

    private static readonly BsonDocument[] ByStatus =
    [
        new("$group", new BsonDocument
        {
            ["_id"] = new BsonDocument("$cond", new BsonArray { IsType("$status", "string"), "$status", "" }),
            ["count"] = new BsonDocument("$sum", 1),
            ["latest"] = new BsonDocument("$max", Latest),
        }),
    ];

    private static readonly BsonDocument[] Newest =
        [new("$sort", new BsonDocument("_id", -1)), new("$limit", 1), new("$project", new BsonDocument("latest", Latest))];

    private string Runs => reader.Place.Runs;

    public async Task<RunCounts> ReadAsync(CancellationToken cancellationToken)
    {
        var total = await reader.CountAsync(Runs, cancellationToken);
        var isSmall = await SizeAsync(cancellationToken) is <= MaxBytes;
        var found = await reader.ReadListAsync(Runs, isSmall ? ByStatus : Newest, BsonTree.ReadObject, cancellationToken);
        var counts = isSmall
            ? found.ToDictionary(status => ((SacredText)status["_id"]!).Value, status => (long)((SacredInteger)status["count"]!).Value)
            : null;
        return new(counts?.Values.Sum() ?? total, counts, found.Max(status => StoredTime.Read(status["latest"])));
    }

    // Some may read a collection, but not ask how large it is.
    private async Task<long?> SizeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var parts = await reader.ReadListAsync(Runs, Size, BsonTree.ReadObject, cancellationToken);
            return parts.Sum(part => part["storageStats"] is SacredObject stats && stats["size"] is { } size ? Number(size) : 0);
        }
        catch (RunStoreException exception) when (exception.Problem is RunStoreProblem.Refused or RunStoreProblem.Unreadable)
        {
            return null;
        }
    }

    private static long Number(SacredValue value) => value switch
    {
        SacredInteger integer => (long)integer.Value,
        SacredDouble real => (long)real.Value,
        _ => 0,
    };

    private static BsonDocument DateOf(string field) => new("$cond", new BsonArray { IsType(field, "date"), field, BsonNull.Value });

    private static BsonDocument IsType(string field, string type) =>
        new("$eq", new BsonArray { new BsonDocument("$type", field), type });
}
