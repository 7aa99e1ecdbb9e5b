using MongoDB.Bson;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Aggregation stages by which the server computes the statistics of each metric document, so that its arrays are not sent. Uses only
/// operators available since MongoDB 3.4.
/// </summary>
internal static class MetricStatisticsStages
{
    // In BSON's order NaN and null sort before all numbers, text and other types after them, so this selects the finite numbers.
    // Decimals, which Sacred never writes, are not drawn in charts either.
    private static readonly BsonDocument IsFinite = BsonDocument.Parse(
        """
        {"$and": [
          {"$gt": ["$$x", {"$numberDouble": "-Infinity"}]},
          {"$lt": ["$$x", {"$numberDouble": "Infinity"}]},
          {"$ne": [{"$type": "$$x"}, "decimal"]}
        ]}
        """);

    /// <param name="filter">Selects the documents.</param>
    /// <param name="step">The step whose value is returned; null for none.</param>
    public static IReadOnlyList<BsonDocument> For(BsonDocument filter, double? step) =>
    [
        new("$match", filter),
        new("$project", new BsonDocument { ["_id"] = 0, ["run"] = "$run_id", ["name"] = "$name", ["of"] = Statistics(step) }),
    ];

    // Steps or values without a counterpart are not points.
    private static BsonDocument Statistics(double? step) =>
        Let(new() { ["allSteps"] = Array("$steps"), ["allValues"] = Array("$values"), ["times"] = Array("$timestamps") },
            Let(new() { ["steps"] = Cut("$$allSteps", "$$allValues"), ["values"] = Cut("$$allValues", "$$allSteps") },
                Let(new()
                {
                    ["finite"] = new BsonDocument(
                    "$filter",
                    new BsonDocument { ["input"] = "$$values", ["as"] = "x", ["cond"] = IsFinite })
                },
                    Let(new() { ["min"] = new BsonDocument("$min", "$$finite"), ["max"] = new BsonDocument("$max", "$$finite") },
                        Let(Indexes(step), Result(step))))));

    private static BsonDocument Indexes(double? step)
    {
        var indexes = new BsonDocument
        {
            ["first"] = IndexOf("$$values", At("$$finite", 0)),
            ["last"] = LastIndexOf("$$values", At("$$finite", -1)),
            ["least"] = IndexOf("$$values", "$$min"),
            ["greatest"] = IndexOf("$$values", "$$max"),
        };
        return step is { } wanted ? indexes.Add("at", LastIndexOf("$$steps", wanted)) : indexes;
    }

    private static BsonDocument Result(double? step)
    {
        var statistics = new BsonDocument
        {
            ["count"] = Size("$$values"),
            ["finite"] = Size("$$finite"),
            ["mean"] = Mean(),
            ["first"] = At("$$values", "$$first"),
            ["firstTime"] = At("$$times", "$$first"),
            ["last"] = At("$$values", "$$last"),
            ["lastTime"] = At("$$times", "$$last"),
            ["min"] = "$$min",
            ["minStep"] = At("$$steps", "$$least"),
            ["minTime"] = At("$$times", "$$least"),
            ["max"] = "$$max",
            ["maxStep"] = At("$$steps", "$$greatest"),
            ["maxTime"] = At("$$times", "$$greatest"),
        };
        if (step is not null)
        {
            // $arrayElemAt would return the last element for -1.
            statistics.Add("at", If(Compare("$gte", "$$at", 0), At("$$values", "$$at"), BsonNull.Value));
            statistics.Add("atTime", If(Compare("$gte", "$$at", 0), At("$$times", "$$at"), BsonNull.Value));
        }

        return If(Compare("$gt", Size("$$finite"), 0), statistics, new BsonDocument { ["count"] = Size("$$values"), ["finite"] = 0 });
    }

    // The plain sum overflows for values near the limit of doubles.
    private static BsonDocument Mean()
    {
        var part = new BsonDocument("$divide", new BsonArray { "$$x", Size("$$finite") });
        var parts = new BsonDocument("$map", new BsonDocument { ["input"] = "$$finite", ["as"] = "x", ["in"] = part });
        return Let(
            new() { ["x"] = new BsonDocument("$avg", "$$finite") },
            If(IsFinite, "$$x", new BsonDocument("$sum", parts)));
    }

    private static BsonDocument Let(BsonDocument variables, BsonDocument result) =>
        new("$let", new BsonDocument { ["vars"] = variables, ["in"] = result });

    private static BsonDocument If(BsonValue condition, BsonValue yes, BsonValue no) => new("$cond", new BsonArray { condition, yes, no });

    private static BsonDocument Compare(string by, BsonValue a, BsonValue b) => new(by, new BsonArray { a, b });

    private static BsonDocument Array(string field) => If(new BsonDocument("$isArray", field), field, new BsonArray());

    private static BsonDocument Size(string array) => new("$size", array);

    private static BsonDocument At(string array, BsonValue index) => new("$arrayElemAt", new BsonArray { array, index });

    private static BsonDocument IndexOf(string array, BsonValue value) => new("$indexOfArray", new BsonArray { array, value });

    // Shortens an array to the length of the other.
    private static BsonDocument Cut(string array, string other) => If(
        Compare("$gt", Size(array), Size(other)),
        new BsonDocument("$slice", new BsonArray { array, Size(other) }),
        array);

    /// <summary>-1 when the value is missing.</summary>
    private static BsonDocument LastIndexOf(string array, BsonValue value) => Let(
        new() { ["fromEnd"] = new BsonDocument("$indexOfArray", new BsonArray { new BsonDocument("$reverseArray", array), value }) },
        If(
            Compare("$lt", "$$fromEnd", 0),
            -1,
            new BsonDocument("$subtract", new BsonArray { new BsonDocument("$subtract", new BsonArray { Size(array), 1 }), "$$fromEnd" })));
}
