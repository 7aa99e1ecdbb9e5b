using MongoDB.Bson;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Stages that leave those metric documents that hold points of runs of one collection, where several collections have their metrics in
/// one: the time from the first to the last point of the document meets the time of the run.
/// </summary>
internal static class MetricNamesOfRuns
{
    /// <summary>The server reads each document and looks up its run; with more of them, all names are listed instead.</summary>
    public const long MaxDocuments = 50_000;

    private static readonly BsonDocument Times = BsonDocument.Parse(
        """
        { "$project": {
            "name": 1,
            "first": { "$cond": [{ "$isArray": "$timestamps" }, { "$arrayElemAt": ["$timestamps", 0] }, null] },
            "last": { "$cond": [{ "$isArray": "$timestamps" }, { "$arrayElemAt": ["$timestamps", -1] }, null] },
            "run": { "$arrayElemAt": ["$run", 0] } } }
        """);

    // A second more on both sides, as in RunAttempt. What is no date has no say.
    private static readonly BsonDocument Meets = BsonDocument.Parse(
        """
        { "$match": { "$expr": { "$and": [
            { "$eq": [{ "$type": "$run.from" }, "date"] },
            { "$or": [
                { "$ne": [{ "$type": "$last" }, "date"] },
                { "$gte": ["$last", { "$subtract": ["$run.from", 1000] }] }] },
            { "$or": [
                { "$ne": [{ "$type": "$run.until" }, "date"] },
                { "$ne": [{ "$type": "$first" }, "date"] },
                { "$lte": ["$first", { "$add": ["$run.until", 1000] }] }] }] } } }
        """);

    private static readonly BsonDocument Run = BsonDocument.Parse(
        """
        { "$project": {
            "from": "$start_time",
            "until": { "$cond": [
                { "$or": [
                    { "$eq": ["$status", "RUNNING"] },
                    { "$and": [{ "$eq": [{ "$type": "$stop_time" }, "date"] }, { "$lt": ["$stop_time", "$start_time"] }] }] },
                null,
                { "$ifNull": ["$stop_time", "$heartbeat"] }] } } }
        """);

    /// <param name="runs">The name of the collection of runs.</param>
    public static IReadOnlyList<BsonDocument> Stages(string runs) =>
    [
        new("$lookup", new BsonDocument
        {
            ["from"] = runs,
            ["let"] = new BsonDocument("id", MetricShape.RunExpression),
            ["pipeline"] = new BsonArray
            {
                BsonDocument.Parse("""{ "$match": { "$expr": { "$eq": ["$_id", "$$id"] } } }"""),
                Run,
            },
            ["as"] = "run",
        }),
        Times,
        Meets,
    ];
}
