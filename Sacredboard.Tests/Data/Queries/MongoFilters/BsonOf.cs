using MongoDB.Bson;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Queries.MongoFilters;

/// <summary>A filter as the driver takes it, as pymongo makes it of what is shown.</summary>
internal static class BsonOf
{
    public static BsonDocument Filter(SacredObject filter) =>
        new(filter.Members.Select(member => new BsonElement(member.Key, Value(member.Value))));

    private static BsonValue Value(SacredValue value) => value switch
    {
        SacredNull => BsonNull.Value,
        SacredBoolean boolean => boolean.Value,
        SacredInteger integer => (long)integer.Value,
        SacredDouble number => number.Value,
        SacredText text => text.Value,
        SacredDate date => date.Value,
        SacredList list => new BsonArray(list.Items.Select(Value)),
        SacredObject members => Filter(members),
        SacredTyped { TypeName: "bson.ObjectId", Value: SacredText id } => new ObjectId(id.Value),
        _ => throw new NotSupportedException(value.GetType().Name),
    };
}
