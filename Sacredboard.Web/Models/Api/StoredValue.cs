using System.Text.Json;
using System.Text.Json.Serialization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;
using Sacredboard.Data.Values.Python;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.Api;

/// <summary>A value of a run as JSON, as stored or decoded as on the pages. Its secrets must be masked already.</summary>
[JsonConverter(typeof(StoredValueConverter))]
public sealed class StoredValue
{
    private readonly SacredValue _value;
    private readonly bool _decoded;
    private readonly bool _isJson;

    private StoredValue(SacredValue value, bool decoded, bool isJson = false) => (_value, _decoded, _isJson) = (value, decoded, isJson);

    public static StoredValue? Of(SacredValue? value, bool decoded) =>
        value is null ? null : new(decoded ? Jsonpickle.Decode(value) : value, decoded);

    /// <summary>The id as relaxed extended JSON: 42, <c>"42"</c>, <c>{"$oid": …}</c>, <c>{"$uuid": …}</c>, null.</summary>
    public static StoredValue Of(RunId id) => new(
        id.Kind switch
        {
            RunIdKind.Null => SacredNull.Value,
            RunIdKind.Integer => new SacredInteger(id.Integer),
            RunIdKind.Real => new SacredDouble(id.Real),
            RunIdKind.Text => new SacredText(id.Text),
            RunIdKind.ObjectId => new SacredObject([new("$oid", new SacredText(id.Text))]),
            RunIdKind.Uuid => new SacredObject([new("$uuid", new SacredText(id.Text))]),
            _ => new SacredText(id.Text),
        },
        decoded: false,
        // Other ids are JSON that the store's reader wrote.
        isJson: id.Kind == RunIdKind.Other);

    public void WriteTo(Utf8JsonWriter writer)
    {
        if (_isJson)
        {
            writer.WriteRawValue(((SacredText)_value).Value);
        }
        else
        {
            SacredJson.Write(writer, _value, _decoded);
        }
    }
}

/// <summary>Writes a <see cref="StoredValue"/>; it is never read.</summary>
public sealed class StoredValueConverter : JsonConverter<StoredValue>
{
    public override StoredValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Stored values are only written");

    public override void Write(Utf8JsonWriter writer, StoredValue value, JsonSerializerOptions options) => value.WriteTo(writer);
}
