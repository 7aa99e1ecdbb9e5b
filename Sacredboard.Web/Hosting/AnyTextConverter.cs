using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sacredboard.Web.Hosting;

/// <summary>Writes lone surrogates, which texts of runs may hold and JSON writers refuse, as U+FFFD.</summary>
public sealed class AnyTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0
            ? value
            : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()!;

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value);
}
