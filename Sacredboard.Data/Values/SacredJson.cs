using System.Globalization;
using System.Numerics;
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
    /// <param name="bare">Writes NaN and infinities as Python's own JSON does, which is no standard JSON: without quotes.</param>
    public static void Write(Utf8JsonWriter writer, SacredValue value, bool decoded = false, bool bare = false)
    {
        switch (value)
        {
            case SacredBoolean boolean:
                writer.WriteBooleanValue(boolean.Value);
                break;
            case SacredInteger integer:
                WriteInteger(writer, integer.Value);
                break;
            case SacredDouble real:
                WriteDouble(writer, real.Value, bare);
                break;
            case SacredText text:
                writer.WriteStringValue(WithoutLoneSurrogates(text.Value));
                break;
            case SacredDate date:
                WriteDate(writer, date.Value);
                break;
            case SacredList list:
                WriteList(writer, list, decoded, bare);
                break;
            case SacredObject members:
                WriteObject(writer, members, decoded, bare);
                break;
            case SacredTyped typed:
                Write(writer, decoded && typed.Value is not null ? typed.Value : typed.Raw, decoded, bare);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>Reads JSON with Python's extensions; null when it is none. Values that are nested very deeply are left out.</summary>
    public static SacredValue? TryRead(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonTree.Parse(utf8).Root;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    /// <summary>Returns the value as JSON text; see <see cref="Write"/>.</summary>
    public static string ToText(SacredValue value, bool decoded = false, bool indented = false, bool bare = false)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented }))
        {
            Write(writer, value, decoded, bare);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteInteger(Utf8JsonWriter writer, BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            writer.WriteNumberValue((long)value);
        }
        else
        {
            writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture), skipInputValidation: true);
        }
    }

    private static void WriteDouble(Utf8JsonWriter writer, double value, bool bare)
    {
        if (!double.IsFinite(value))
        {
            var name = double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
            if (bare)
            {
                writer.WriteRawValue(name, skipInputValidation: true);
            }
            else
            {
                writer.WriteStringValue(name);
            }
        }
        else if (writer.Options.Indented && value == Math.Truncate(value) && Math.Abs(value) is >= 1 and < WholeWithoutExponent)
        {
            // Raw values are not indented. A decimal keeps the point.
            writer.WriteNumberValue(decimal.Parse(value.ToString("F1", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
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

    private static void WriteList(Utf8JsonWriter writer, SacredList list, bool decoded, bool bare)
    {
        writer.WriteStartArray();
        foreach (var item in list.Items)
        {
            Write(writer, item, decoded, bare);
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, SacredObject members, bool decoded, bool bare)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in members.Members)
        {
            writer.WritePropertyName(WithoutLoneSurrogates(key));
            Write(writer, value, decoded, bare);
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
