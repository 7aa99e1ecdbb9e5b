using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Sacredboard.Web.Curves;

/// <summary>Reads the parameters of an address from a JSON object.</summary>
internal static class JsonParameters
{
    /// <summary>Null for anything but an object of texts, numbers, true, false, and lists of these.</summary>
    public static IQueryCollection? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var parameters = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in body.EnumerateObject())
        {
            var values = member.Value.ValueKind == JsonValueKind.Array ? [.. member.Value.EnumerateArray()] : new[] { member.Value };
            if (!Array.TrueForAll(values, value => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
            {
                return null;
            }

            parameters[member.Name] = new([.. values.Where(value => value.ValueKind != JsonValueKind.Null).Select(TextOf)]);
        }

        return new QueryCollection(parameters);
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    };

    // Half a surrogate pair, which no address can hold, is no text for .NET.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
