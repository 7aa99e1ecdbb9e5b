using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using MongoDB.Bson;
using MongoDB.Bson.IO;
using MongoDB.Bson.Serialization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// Reads BSON types that have no counterpart among <see cref="SacredValue"/> as typed values, whose stored form is extended JSON.
/// </summary>
internal static class BsonTypedValue
{
    private static readonly JsonWriterSettings Canonical = new() { OutputMode = JsonOutputMode.CanonicalExtendedJson };

    public static SacredTyped Read(in BsonSpanReader element)
    {
        if (element.Type == BsonType.ObjectId)
        {
            return Typed("bson.ObjectId", Convert.ToHexStringLower(element.Value), "$oid");
        }

        if (IsUuid(element))
        {
            return Typed("uuid.UUID", new Guid(element.Value[5..], bigEndian: true).ToString(), "$uuid");
        }

        if (element.Type == BsonType.Binary)
        {
            var raw = Object(
                ("base64", new SacredText(Convert.ToBase64String(element.Value[5..]))),
                ("subType", new SacredText($"{element.Value[4]:x2}")));
            return new SacredTyped("bson.Binary", null, Object(("$binary", raw)));
        }

        var value = ToBson(element);
        return value switch
        {
            BsonDecimal128 number =>
                new SacredTyped("bson.Decimal128", Number(number), Object(("$numberDecimal", new SacredText(number.ToString()!)))),
            BsonSymbol symbol => Typed("bson.Symbol", symbol.Name, "$symbol"),
            BsonJavaScriptWithScope code => new SacredTyped("bson.Code", new SacredText(code.Code), Extended(element)),
            BsonJavaScript code => Typed("bson.Code", code.Code, "$code"),
            BsonRegularExpression regex =>
                new SacredTyped("bson.Regex", new SacredText($"/{regex.Pattern}/{regex.Options}"), Extended(element)),
            _ => new SacredTyped("bson." + value.BsonType, null, Extended(element)),
        };
    }

    public static bool IsUuid(in BsonSpanReader element) =>
        element.Type == BsonType.Binary && element.Value.Length == 21 && element.Value[4] == (byte)BsonBinarySubType.UuidStandard;

    /// <summary>The value in the driver's object model. Expensive: only for rare types.</summary>
    public static BsonValue ToBson(in BsonSpanReader element)
    {
        // The driver reads only documents, so this builds one with a single unnamed element.
        var document = new byte[4 + 2 + element.Value.Length + 1];
        BinaryPrimitives.WriteInt32LittleEndian(document, document.Length);
        document[4] = (byte)element.Type;
        element.Value.CopyTo(document.AsSpan(6));
        return BsonSerializer.Deserialize<BsonDocument>(document)[0];
    }

    public static string ToExtendedJson(BsonValue value) => value.ToJson(Canonical);

    private static SacredValue Extended(in BsonSpanReader element)
    {
        using var document = JsonDocument.Parse(ToExtendedJson(ToBson(element)));
        return Plain(document.RootElement);
    }

    // Extended JSON as plain data; its type keys stay keys. Its only numbers are small integers.
    private static SacredValue Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => new SacredObject([.. value.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, Plain(m.Value)))]),
        JsonValueKind.Array => new SacredList([.. value.EnumerateArray().Select(Plain)]),
        JsonValueKind.Number => new SacredInteger(value.GetInt64()),
        JsonValueKind.True or JsonValueKind.False => SacredBoolean.Of(value.GetBoolean()),
        JsonValueKind.String => new SacredText(value.GetString()!),
        _ => SacredNull.Value,
    };

    private static SacredDouble? Number(BsonDecimal128 number) =>
        double.TryParse(number.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new SacredDouble(value)
            : null;

    private static SacredTyped Typed(string type, string text, string key) =>
        new(type, new SacredText(text), Object((key, new SacredText(text))));

    private static SacredObject Object(params (string Key, SacredValue Value)[] members) =>
        new([.. members.Select(member => KeyValuePair.Create(member.Key, member.Value))]);
}
