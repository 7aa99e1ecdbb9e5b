using MongoDB.Bson;
using Sacredboard.Data.Metrics.Info;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Selects the members of an info that may lead to a curve. Their keys are compared as texts, never used as a path: they may hold points
/// and dollars. So an object comes as a list of <c>{k: key, v: value}</c>, or with <c>o</c> for an object that was selected from too.
/// </summary>
internal static class InfoProjection
{
    private const int MaxLevels = 4;

    /// <summary>The stage; for no curve that of the whole info.</summary>
    public static BsonDocument Of(string? curve) => new("$project", new BsonDocument("info", curve is null ? 1 : Selected(curve)));

    /// <summary>What the stage makes of a run.</summary>
    public static RunInfo Read(ReadOnlySpan<byte> document)
    {
        var id = MongoRunId.Of(document) ?? RunId.Null;
        return new(id, BsonTree.ReadObject(document)["info"] switch
        {
            SacredList selected => Members(selected),
            var info => info,
        });
    }

    private static BsonValue Selected(string curve)
    {
        var paths = InfoCurves.Searched(curve);
        var levels = Math.Min(curve.Count(c => c == '.') + 1, MaxLevels);
        return If(IsObject("$info"), Select("$info", paths, levels), BsonNull.Value);
    }

    // Every key on the way is a part of the path, wherever its points are.
    private static BsonDocument Select(string value, IReadOnlyList<string> paths, int levels)
    {
        var name = $"m{levels}";
        var leads = new BsonDocument("$or", new BsonArray(paths.Select(path => new BsonDocument(
            "$gte",
            new BsonArray { IndexOf(new BsonDocument("$literal", path), $"$${name}.k"), 0 }))));
        var selected = new BsonDocument("$filter", new BsonDocument
        {
            { "input", new BsonDocument("$objectToArray", value) }, { "as", name }, { "cond", leads },
        });
        return levels == 1 ? selected : new("$map", new BsonDocument
        {
            { "input", selected },
            { "as", name },
            { "in", If(IsPlainObject($"$${name}.v"), Below(name, paths, levels - 1), $"$${name}") },
        });
    }

    private static BsonDocument Below(string name, IReadOnlyList<string> paths, int levels) =>
        new() { { "k", $"$${name}.k" }, { "o", Select($"$${name}.v", paths, levels) } };

    // The keys of an object that jsonpickle wrote are not those of a path.
    private static BsonDocument IsPlainObject(string value)
    {
        var isTag = new BsonDocument("$eq", new BsonArray { IndexOf("$$tag.k", "py/"), 0 });
        var tags = new BsonDocument("$filter", new BsonDocument
        {
            { "input", If(IsObject(value), new BsonDocument("$objectToArray", value), new BsonArray()) },
            { "as", "tag" },
            { "cond", isTag },
        });
        var hasNone = new BsonDocument("$eq", new BsonArray { new BsonDocument("$size", tags), 0 });
        return new("$and", new BsonArray { IsObject(value), hasNone });
    }

    private static BsonDocument IsObject(string value) =>
        new("$eq", new BsonArray { new BsonDocument("$type", value), "object" });

    private static BsonDocument IndexOf(BsonValue text, BsonValue part) => new("$indexOfBytes", new BsonArray { text, part });

    private static BsonDocument If(BsonValue condition, BsonValue then, BsonValue otherwise) =>
        new("$cond", new BsonArray { condition, then, otherwise });

    private static SacredObject Members(SacredList selected) => new([.. selected.Items.OfType<SacredObject>().Select(member =>
        new KeyValuePair<string, SacredValue>(
            (member["k"] as SacredText)?.Value ?? "",
            member["o"] is SacredList below ? Members(below) : member["v"] ?? SacredNull.Value))]);
}
