using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>What queries.json says that its words mean, in a few lines that share nothing with the program.</summary>
public static class ConditionTree
{
    private static readonly string[] Times = ["start_time", "stop_time", "heartbeat"];

    public static bool Holds(JsonElement node, SampleDocument run) =>
        node.TryGetProperty("and", out var all) ? all.EnumerateArray().All(term => Holds(term, run))
        : node.TryGetProperty("or", out var any) ? any.EnumerateArray().Any(term => Holds(term, run))
        : node.TryGetProperty("not", out var not) ? !Holds(not, run)
        : Condition(node, Operand(node, run));

    // Missing: undefined. Dates: DateTime. All else as JSON.
    private static object? Operand(JsonElement node, SampleDocument run)
    {
        if (node.TryGetProperty("metric", out var metric))
        {
            return run.Metric(metric.GetString()!, node.GetProperty("agg").GetString()!) is { } figure ? figure : Missing.Value;
        }

        if (node.TryGetProperty("path", out var path))
        {
            string[] keys = [.. path.EnumerateArray().Select(key => key.GetString()!)];
            JsonNode? value = run.Root;
            foreach (var key in keys)
            {
                if (value is not JsonObject members || !members.ContainsKey(key))
                {
                    return Missing.Value;
                }

                value = members[key];
            }

            return keys is [var only] && Times.Contains(only) && value is not null ? Time((string)value!) : Plain(value);
        }

        return node.GetProperty("field").GetString() switch
        {
            "tags" => run.Root["config"]?["tags"] ?? new JsonArray(),
            "notes" => (string?)run.Root["meta"]?["comment"] is { Length: > 0 } comment ? comment : Missing.Value,
            _ => Duration(run.Root),
        };
    }

    private static object Duration(JsonObject root) =>
        root["start_time"] is { } start && root["stop_time"] is { } stop
            ? (Time((string)stop!) - Time((string)start!)).TotalSeconds
            : Missing.Value;

    private static bool Condition(JsonElement node, object? value)
    {
        var operand = node.TryGetProperty("value", out var given) ? given : default;
        return node.GetProperty("op").GetString() switch
        {
            "exists" => value is not Missing,
            "missing" => value is Missing,
            "is_null" => value is null,
            "kind" => Kind(value) == operand.GetString(),
            "eq" => Same(value, operand),
            "ne" => !Same(value, operand),
            "in" => operand.EnumerateArray().Any(item => Same(value, item)),
            "not_in" => !operand.EnumerateArray().Any(item => Same(value, item)),
            "has" => value is JsonArray list && list.Any(item => Same(Plain(item), operand)),
            "regex" =>
                value is string text
                    && Regex.IsMatch(
                        text,
                        operand.GetString()!,
                        node.TryGetProperty("flags", out _) ? RegexOptions.IgnoreCase : RegexOptions.None),
            "substring" => value is string text && text.Contains(operand.GetString()!, StringComparison.Ordinal),
            var op =>
                Order(value, operand) is { } order
                    && op switch { "lt" => order < 0, "le" => order <= 0, "gt" => order > 0, _ => order >= 0 },
        };
    }

    private static bool Same(object? value, JsonElement operand) => operand.ValueKind switch
    {
        JsonValueKind.Null => value is null,
        JsonValueKind.True or JsonValueKind.False => value is bool boolean && boolean == operand.GetBoolean(),
        _ => Order(value, operand) == 0,
    };

    private static int? Order(object? value, JsonElement operand) => (value, operand.ValueKind) switch
    {
        (double number, JsonValueKind.Number) when !double.IsNaN(number) => number.CompareTo(operand.GetDouble()),
        (string text, JsonValueKind.String) => string.CompareOrdinal(text, operand.GetString()),
        (DateTime date, JsonValueKind.Object) => date.CompareTo(Time(operand.GetProperty("$date").GetString()!)),
        _ => null,
    };

    private static string Kind(object? value) => value switch
    {
        Missing => "",
        null => "null",
        double => "number",
        string => "text",
        bool => "bool",
        DateTime => "date",
        JsonArray => "list",
        _ => "object",
    };

    private static object? Plain(JsonNode? value) => value switch
    {
        null => null,
        JsonObject members when members.ContainsKey("$numberDouble") =>
            (object)double.Parse((string)members["$numberDouble"]!, CultureInfo.InvariantCulture),
        JsonValue scalar => scalar.GetValueKind() switch
        {
            JsonValueKind.String => (object)(string)scalar!,
            JsonValueKind.Number => (object)(double)scalar,
            _ => (bool)scalar,
        },
        _ => value,
    };

    private static DateTime Time(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private sealed class Missing
    {
        public static readonly Missing Value = new();
    }
}
