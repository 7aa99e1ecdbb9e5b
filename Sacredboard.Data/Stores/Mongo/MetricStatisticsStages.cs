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
        new("$project", new BsonDocument
        {
            ["_id"] = 0,
            ["run"] = MetricShape.RunExpression,
            ["name"] = "$name",
            ["of"] = Statistics(step),
        }),
    ];

    // Steps or values without a counterpart are not points.
    private static BsonDocument Statistics(double? step) =>
        Let(
            new()
            {
                ["allSteps"] = MetricShape.ArrayExpression(MetricShape.Steps),
                ["allValues"] = MetricShape.ArrayExpression(MetricShape.Values),
                ["times"] = MetricShape.ArrayExpression(MetricShape.Times),
            },
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
            ["end"] = new BsonDocument("$subtract", new BsonArray { Size("$$values"), 1 }),
            ["first"] = IndexOf("$$values", At("$$finite", 0)),
            ["last"] = LastIndexOf("$$values", At("$$finite", -1)),
            ["least"] = IndexOf("$$values", "$$min"),
            ["greatest"] = IndexOf("$$values", "$$max"),
        };
        return step is { } wanted ? indexes.Add("at", LastIndexOf("$$steps", wanted)) : indexes;
    }

    // $arrayElemAt would return the last element for -1, so nothing is looked up by the index of what is not there.
    private static BsonDocument Result(double? step) =>
        If(Compare("$gt", Size("$$finite"), 0), Recorded(step).Merge(Finite()),
            If(Compare("$gt", Size("$$values"), 0), Recorded(step), Counts()));

    private static BsonDocument Counts() => new() { ["count"] = Size("$$values"), ["finite"] = Size("$$finite") };

    private static BsonDocument Recorded(double? step)
    {
        var statistics = Counts().Merge(new()
        {
            ["first"] = NumberAt("$$values", 0),
            ["firstTime"] = TimeAt(0),
            ["last"] = NumberAt("$$values", "$$end"),
            ["lastTime"] = TimeAt("$$end"),
        });
        return step is null ? statistics : statistics.Merge(new()
        {
            ["atIndex"] = "$$at",
            ["at"] = If(Compare("$gte", "$$at", 0), NumberAt("$$values", "$$at"), BsonNull.Value),
            ["atTime"] = If(Compare("$gte", "$$at", 0), TimeAt("$$at"), BsonNull.Value),
        });
    }

    private static BsonDocument Finite() => new()
    {
        ["mean"] = Mean(),
        ["firstFinite"] = At("$$values", "$$first"),
        ["firstFiniteTime"] = TimeAt("$$first"),
        ["lastFinite"] = At("$$values", "$$last"),
        ["lastFiniteTime"] = TimeAt("$$last"),
        ["min"] = "$$min",
        ["minStep"] = NumberAt("$$steps", "$$least"),
        ["minTime"] = TimeAt("$$least"),
        ["max"] = "$$max",
        ["maxStep"] = NumberAt("$$steps", "$$greatest"),
        ["maxTime"] = TimeAt("$$greatest"),
    };

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

    private static BsonDocument Size(string array) => new("$size", array);

    private static BsonDocument At(string array, BsonValue index) => new("$arrayElemAt", new BsonArray { array, index });

    private static BsonDocument NumberAt(string array, BsonValue index) => ElementAt(array, index, "double", "int", "long");

    private static BsonDocument TimeAt(BsonValue index) => ElementAt("$$times", index, "date");

    // Null for an element of another type, which may be large.
    private static BsonDocument ElementAt(string array, BsonValue index, params string[] types) => Let(
        new() { ["x"] = At(array, index) },
        If(
            new BsonDocument("$in", new BsonArray { new BsonDocument("$type", "$$x"), new BsonArray(types) }),
            "$$x",
            BsonNull.Value));

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
