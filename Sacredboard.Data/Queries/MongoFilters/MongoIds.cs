using System.Globalization;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Conditions on the id: digits stand for a number and a text, 24 hexadecimal digits also for an ObjectId.</summary>
internal static class MongoIds
{
    private static readonly MongoPath Path = new("_id", true);

    public static Translation Of(QueryCondition condition, DateTimeOffset now) => condition.Operator switch
    {
        QueryOperator.Equal or QueryOperator.In or QueryOperator.Same =>
            MongoTerms.IsAny(Path.Path, [.. condition.Values.SelectMany(value => MongoOperands.Of(value, now)).SelectMany(AsIds)]),
        _ => MongoTests.Of(Path, condition, now),
    };

    private static IEnumerable<SacredValue> AsIds(SacredValue value) => value switch
    {
        SacredInteger number => [number, new SacredText(number.Value.ToString(CultureInfo.InvariantCulture))],
        SacredText { Value: { Length: 24 } hex } text when hex.All(char.IsAsciiHexDigit) =>
            [text, new SacredTyped("bson.ObjectId", text, MongoTerms.Object("$oid", text))],
        _ => [value],
    };
}
