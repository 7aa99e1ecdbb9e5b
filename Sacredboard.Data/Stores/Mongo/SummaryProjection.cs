using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The fields of a run document that are read for a <see cref="RunSummary"/>. Of large ones the small members are read, see
/// <see cref="SmallMembers"/>; what still is too large stays on the server and is replaced by <see cref="BsonType.MaxKey"/>.
/// </summary>
internal static class SummaryProjection
{
    private const int MaxSmallBytes = 16 * 1024;
    private const int MaxLargeBytes = 256 * 1024;

    /// <summary>Of the small members of a field, in bytes of BSON.</summary>
    private const int MaxMembersBytes = 64 * 1024;

    /// <summary>Up to this size fields are read whole, in bytes of BSON.</summary>
    private static readonly (string Field, int Limit)[] LimitedFields =
    [
        ("config", MaxLargeBytes), ("result", MaxLargeBytes), ("info", MaxSmallBytes), ("host", MaxSmallBytes), ("meta", MaxLargeBytes), (
            "experiment",
            MaxSmallBytes),
        (SemlRun.Root, MaxSmallBytes),
        // Sacred 0.5.
        ("host_info", MaxSmallBytes), ("experiment_info", MaxSmallBytes),
    ];

    /// <summary>Carries the dependencies separately: many of them must not make the rest of the experiment too large.</summary>
    private const string Dependencies = "sacredboard_dependencies";

    private static readonly string[] Plain = [.. StoredNames.Properties, .. StoredNames.Others, "name", Dependencies];

    public static readonly IReadOnlyList<BsonDocument> Stages = [.. SemlRun.SummaryStages, Set(), Unset(), Project()];

    /// <summary>The summary of a document that <see cref="Stages"/> returned.</summary>
    /// <param name="document">What they returned.</param>
    /// <param name="collection">The collection of the run.</param>
    public static RunSummary Read(ReadOnlySpan<byte> document, string collection)
    {
        var members = new List<KeyValuePair<string, Values.SacredValue>>(16);
        var tooLarge = new List<string>();
        Values.SacredValue? dependencies = null;
        var id = RunId.Null;
        var reader = new BsonSpanReader(document);
        while (reader.Read())
        {
            var name = BsonNames.Get(reader.Name);
            if (name == "_id")
            {
                id = MongoRunId.Read(reader);
            }
            else if (name == Dependencies)
            {
                dependencies = reader.Type == BsonType.MaxKey ? null : BsonTree.ReadValue(reader);
            }
            else if (reader.Type == BsonType.MaxKey)
            {
                tooLarge.Add(name);
            }
            else if (SmallMembers.Read(BsonTree.ReadValue(reader)) is var value && name == SemlRun.Root)
            {
                members.AddRange((value as Values.SacredObject)?.Members ?? []);
            }
            else
            {
                members.Add(new(name, value));
            }
        }

        AddDependencies(dependencies, members);
        var summary = RunSummaryReader.ReadSummary(id, MongoRunFormat.ToCurrent(new(members), collection));
        tooLarge.Remove("fail_trace");
        return tooLarge.Count == 0 ? summary : summary with { Problem = SummaryProblem.TooLarge(tooLarge) };
    }

    private static void AddDependencies(Values.SacredValue? dependencies, List<KeyValuePair<string, Values.SacredValue>> members)
    {
        var index = members.FindIndex(member => member.Key == "experiment");
        if (dependencies is not null && index >= 0 && members[index].Value is Values.SacredObject experiment)
        {
            members[index] = new("experiment", new Values.SacredObject([.. experiment.Members, new("dependencies", dependencies)]));
        }
    }

    // $set with a missing value sets nothing. Dependencies that are too large are left out silently, because they are not a column.
    private static BsonDocument Set() => new("$set", new BsonDocument(Dependencies, Limited("$experiment.dependencies", MaxSmallBytes)));

    private static BsonDocument Unset() => new("$unset", new BsonArray
    {
        "captured_out", "artifacts", "resources", "experiment.sources", "experiment.dependencies", "experiment_info.dependencies",
    });

    private static BsonDocument Project()
    {
        var fields = new BsonDocument(Plain.Select(field => new BsonElement(field, 1)));
        fields.AddRange(LimitedFields.Select(limited => new BsonElement(
            limited.Field,
            Limited("$" + limited.Field, limited.Limit, Limited(SmallMembers.Expression("$$v"), MaxMembersBytes)))));
        var tail = new BsonDocument("$cond", new BsonArray
        {
            new BsonDocument("$isArray", "$fail_trace"),
            new BsonDocument("$slice", new BsonArray { "$fail_trace", -FailTrace.MaxTailPieces }),
            "$fail_trace",
        });
        fields.Add("fail_trace", Limited(tail, MaxSmallBytes));
        return new BsonDocument("$project", fields);
    }

    private static BsonDocument Limited(BsonValue value, int limit, BsonValue? otherwise = null) => SmallMembers.Let(value, SmallMembers.If(
        SmallMembers.Call("$gt", SmallMembers.SizeOf("$$v"), limit),
        otherwise ?? new BsonDocument("$literal", BsonMaxKey.Value),
        "$$v"));
}
