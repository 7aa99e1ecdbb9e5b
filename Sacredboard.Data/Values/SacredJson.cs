using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sacredboard.Data.Values;

/// <summary>Writes values as JSON for the API and for pages.</summary>
public static class SacredJson
{
    // From here on .NET writes an exponent, which already marks the number as a double.
    private const double WholeWithoutExponent = 1e15;

    /// <summary>
    /// Writes a value as standard JSON: numbers that are not finite as the texts <c>"NaN"</c>, <c>"Infinity"</c> and
    /// <c>"-Infinity"</c>, whole numbers of any size as numbers, doubles always with a point or an exponent, dates as relaxed
    /// extended JSON (<c>{"$date": "…Z"}</c>), lone surrogates as U+FFFD.
    /// </summary>
    /// <param name="writer">Its depth limit must be at least <see cref="JsonTree.MaxDepth"/>; the default (1,000) suffices.</param>
    /// <param name="value">A value as stored, or decoded from jsonpickle.</param>
    /// <param name="decoded">False writes typed values as stored; true writes their decoded value where there is one.</param>
    public static void Write(Utf8JsonWriter writer, SacredValue value, bool decoded = false)
    {
        switch (value)
        {
            case SacredBoolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case SacredInteger integer:
                writer.WriteRawValue(integer.Value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
                break;
            case SacredDouble real:
                WriteDouble(writer, real.Value);
                break;
            case SacredText text:
                writer.WriteStringValue(WithoutLoneSurrogates(text.Value));
                break;
            case SacredDate date:
                WriteDate(writer, date.Value);
                break;
            case SacredList list:
                WriteList(writer, list, decoded);
                break;
            case SacredObject members:
                WriteObject(writer, members, decoded);
                break;
            case SacredTyped typed:
                Write(writer, decoded && typed.Value is not null ? typed.Value : typed.Raw, decoded);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Returns the value as JSON text; see <see cref="Write"/>.</summary>
    public static string ToText(SacredValue value, bool decoded = false, bool indented = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented }))
        {
            Write(writer, value, decoded);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
        {
            writer.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
        else if (value == Math.Truncate(value) && Math.Abs(value) < WholeWithoutExponent)
        {
            writer.WriteRawValue(value.ToString("F1", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }

    private static void WriteDate(Utf8JsonWriter writer, DateTime value)
    {
        writer.WriteStartObject();
        writer.WriteString("$date", value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, SacredList list, bool decoded)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items)
        {
            Write(writer, item, decoded);
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, SacredObject members, bool decoded)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in members.Members)
        {
            writer.WritePropertyName(WithoutLoneSurrogates(key));
            Write(writer, value, decoded);
        }

        writer.WriteEndObject();
    }

    // Utf8JsonWriter and many JSON readers refuse lone surrogates.
    private static string WithoutLoneSurrogates(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            return text;
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
