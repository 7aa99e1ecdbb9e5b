using System.Text;
using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The names of the parts of a metric document: <c>{run_id, name, steps, values, timestamps}</c>. The development versions of Sacred 0.7
/// wrote <c>run</c> for the id of the run, <c>x</c> for the steps and <c>y</c> for the values, in mixtures; today's name comes first.
/// </summary>
internal static class MetricShape
{
    public const string Run = "run_id";
    public const string OldRun = "run";

    public static readonly IReadOnlyList<string> Steps = ["steps", "x"];
    public static readonly IReadOnlyList<string> Values = ["values", "y"];
    public static readonly IReadOnlyList<string> Times = ["timestamps"];

    /// <summary>The id of the run as an expression for the server; null or missing, as stored, when there is none.</summary>
    public static readonly BsonDocument RunExpression = IfNull("$" + Run, IfNull("$" + OldRun, "$" + Run));

    /// <summary>The same in a document; null when it is missing.</summary>
    public static RunId? ReadRun(ReadOnlySpan<byte> document)
    {
        var found = BsonSpanReader.TryFind(document, "run_id"u8, out var run);
        return found && run.Type != BsonType.Null ? MongoRunId.Read(run)
            : BsonSpanReader.TryFind(document, "run"u8, out var old) && old.Type != BsonType.Null ? MongoRunId.Read(old)
            : found ? RunId.Null
            : null;
    }

    /// <summary>A name that is missing or not text counts as the empty name.</summary>
    public static string ReadName(ReadOnlySpan<byte> document) =>
        BsonSpanReader.TryFind(document, "name"u8, out var name) && name.Type == BsonType.String ? Encoding.UTF8.GetString(name.Text) : "";

    /// <summary>The first of these fields that is an array, as an expression for the server; an empty one when none is.</summary>
    public static BsonValue ArrayExpression(IReadOnlyList<string> names) => names.Reverse().Aggregate(
        (BsonValue)new BsonArray(),
        (other, name) => new BsonDocument("$cond", new BsonArray { new BsonDocument("$isArray", "$" + name), "$" + name, other }));

    private static BsonDocument IfNull(BsonValue value, BsonValue other) => new("$ifNull", new BsonArray { value, other });
}
