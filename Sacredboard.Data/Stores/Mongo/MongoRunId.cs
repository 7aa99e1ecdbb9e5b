using System.Text;
using MongoDB.Bson;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>Converts run ids to and from BSON.</summary>
internal static class MongoRunId
{
    // Far more than any id has, and far less than the driver's recursive parser can handle.
    private const int MaxNesting = 64;

    public static RunId Read(in BsonSpanReader element) => element.Type switch
    {
        BsonType.Null => RunId.Null,
        BsonType.Int32 => RunId.Of(element.Int32),
        BsonType.Int64 => RunId.Of(element.Int64),
        BsonType.Double => RunId.Of(element.Double),
        BsonType.String => RunId.Of(Encoding.UTF8.GetString(element.Text)),
        BsonType.ObjectId => RunId.OfObjectId(Convert.ToHexStringLower(element.Value)),
        _ when BsonTypedValue.IsUuid(element) => RunId.OfUuid(new Guid(element.Value[5..], bigEndian: true)),
        _ => RunId.OfOther(BsonTypedValue.ToExtendedJson(BsonTypedValue.ToBson(element))),
    };

    /// <summary>The <c>_id</c> of a document; null when it has none.</summary>
    public static RunId? Of(ReadOnlySpan<byte> document) =>
        BsonSpanReader.TryFind(document, "_id"u8, out var id) ? Read(id) : null;

    /// <summary>
    /// A filter for documents whose field equals this id in type and value (for numbers only in value); null when no document can
    /// match. The id is always an operand, so that one like <c>{"$gt": ""}</c> is only compared.
    /// </summary>
    public static BsonDocument? Filter(string field, RunId id) => ToBson(id) switch
    {
        null => null,
        // A null operand would also match documents without the field.
        BsonNull => new BsonDocument(field, new BsonDocument("$type", (int)BsonType.Null)),
        var value => new BsonDocument(field, new BsonDocument("$eq", value)),
    };

    /// <summary>Null for an id that no document can have.</summary>
    public static BsonValue? ToBson(RunId id) => id.Kind switch
    {
        RunIdKind.Null => BsonNull.Value,
        RunIdKind.Integer => id.Integer,
        RunIdKind.Real => id.Real,
        RunIdKind.Text => StoredText.IsUnicode(id.Text) ? id.Text : null,
        RunIdKind.ObjectId => ObjectId.TryParse(id.Text, out var value) ? value : null,
        RunIdKind.Uuid => Guid.TryParse(id.Text, out var value) ? new BsonBinaryData(value, GuidRepresentation.Standard) : null,
        _ => Parse(id.Text),
    };

    private static BsonValue? Parse(string json)
    {
        if (json.Count(c => c is '{' or '[') > MaxNesting)
        {
            return null;
        }

        try
        {
            var value = BsonDocument.Parse($"{{\"v\":{json}}}");
            // The driver also reads what its shell writes, such as NumberLong(1), which is another id than the text in the address.
            return value.ElementCount == 1 && CanBeId(value[0]) && BsonTypedValue.ToExtendedJson(value[0]) == json ? value[0] : null;
        }
        catch (Exception exception)
            when (exception is FormatException or ArgumentException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }

    // Servers refuse these as ids, and $in would even match with a pattern.
    private static bool CanBeId(BsonValue value) => value is not (BsonRegularExpression or BsonArray or BsonUndefined)
        && !(value is BsonDocument { ElementCount: > 0 } document && document.GetElement(0).Name.StartsWith('$'));
}
