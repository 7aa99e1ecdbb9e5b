using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Sacredboard.Data.Values;

namespace Sacredboard.Tests.Data.Stores;

/// <summary>
/// Compares values with the ground truth, which is JSON with marks for what JSON cannot say: <c>$numberDouble</c> (NaN and
/// infinities), <c>$oid</c>, <c>$date</c>, <c>$uuid</c>, <c>$numberDecimal</c>, <c>$binary</c> (hex), <c>$other</c> (any type).
/// </summary>
public static class ExpectedValue
{
    /// <summary>
    /// Where the value differs, one sentence each; empty when it is what was expected. An actual null is a stored null or nothing.
    /// </summary>
    public static IEnumerable<string> Differences(JsonElement expected, SacredValue? actual, string path) => expected.ValueKind switch
    {
        JsonValueKind.Array => Items(expected, actual, path),
        JsonValueKind.Object when Mark(expected) is null => Members(expected, actual, path),
        _ => IsLeaf(expected, actual) ? [] : [$"{path}: expected {expected.GetRawText()}, got {Show(actual)}"],
    };

    private static bool IsLeaf(JsonElement expected, SacredValue? actual) => expected.ValueKind switch
    {
        JsonValueKind.Null => actual is null or SacredNull,
        JsonValueKind.True or JsonValueKind.False => actual is SacredBoolean boolean && boolean.Value == expected.GetBoolean(),
        JsonValueKind.String => (actual as SacredTyped is { Raw: SacredText raw } ? raw : Plain(actual)) is SacredText text
            && text.Value == expected.GetString(),
        JsonValueKind.Number => IsNumber(expected.GetRawText(), actual),
        _ => Mark(expected) is { } mark && IsMarked(mark.Name, mark.Value.GetString()!, actual),
    };

    private static IEnumerable<string> Items(JsonElement expected, SacredValue? actual, string path)
    {
        if (actual is not SacredList list || list.Items.Count != expected.GetArrayLength())
        {
            return [$"{path}: expected a list of {expected.GetArrayLength()}, got {Show(actual)}"];
        }

        return expected.EnumerateArray().SelectMany((item, i) => Differences(item, list.Items[i], $"{path}[{i}]"));
    }

    private static IEnumerable<string> Members(JsonElement expected, SacredValue? actual, string path)
    {
        // Python's own order of keys is that of the file; FileStorage sorts, Mongo keeps: both as stored.
        var keys = expected.EnumerateObject().Select(member => member.Name).ToList();
        if (actual is not SacredObject members || !members.Members.Select(member => member.Key).SequenceEqual(keys))
        {
            return [$"{path}: expected an object with {string.Join(", ", keys)}, got {Show(actual)}"];
        }

        return expected.EnumerateObject()
            .SelectMany((member, i) => Differences(member.Value, members.Members[i].Value, $"{path}.{member.Name}"));
    }

    private static JsonProperty? Mark(JsonElement expected)
    {
        var members = expected.EnumerateObject().ToList();
        return members is
            [
            {
                Name: "$numberDouble" or "$oid" or "$date" or "$uuid" or "$numberDecimal" or "$binary" or "$other",
                Value.ValueKind: JsonValueKind.String,
            },
            ]
            ? members[0]
            : null;
    }

    private static bool IsMarked(string mark, string text, SacredValue? actual) => mark switch
    {
        "$numberDouble" => actual is SacredDouble number && number.Value.ToString("R", CultureInfo.InvariantCulture) == text,
        "$date" => actual is SacredDate date && date.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) == text,
        "$binary" => actual is SacredTyped { Raw: SacredObject raw } && raw["$binary"] is SacredObject binary
            && binary["base64"] is SacredText base64 && Convert.ToHexStringLower(Convert.FromBase64String(base64.Value)) == text,
        "$other" => actual is SacredTyped or SacredObject,
        _ => actual is SacredTyped { Raw: SacredObject marked } && marked[mark] is SacredText stored && stored.Value == text,
    };

    private static bool IsNumber(string expected, SacredValue? actual) => actual switch
    {
        SacredInteger integer => BigInteger.TryParse(expected, out var whole) && integer.Value == whole,
        // To the bit: -0.0 is not 0.0. Python writes a float that is whole with ".0".
        SacredDouble number => expected.AsSpan().ContainsAny('.', 'e', 'E')
            && BitConverter.DoubleToInt64Bits(number.Value) == BitConverter.DoubleToInt64Bits(double.Parse(
                expected,
                CultureInfo.InvariantCulture)),
        _ => false,
    };

    private static SacredValue? Plain(SacredValue? value) => value is SacredTyped typed ? typed.Value : value;

    private static string Show(SacredValue? actual) => actual switch
    {
        null => "nothing",
        SacredText text => $"the text '{text.Value}'",
        SacredInteger integer => $"the integer {integer.Value}",
        SacredDouble number => $"the double {number.Value:R}",
        SacredList list => $"a list of {list.Items.Count}",
        SacredObject members => $"an object with {string.Join(", ", members.Members.Select(member => member.Key))}",
        SacredTyped typed => $"a {typed.TypeName}",
        _ => actual.GetType().Name,
    };
}
