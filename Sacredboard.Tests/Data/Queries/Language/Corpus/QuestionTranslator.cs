using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sacredboard.Tests.Data.Queries.Language.Corpus;

/// <summary>Writes a neutral tree of conditions in the language.</summary>
public static partial class QuestionTranslator
{
    public static string Translate(JsonElement node) =>
        node.TryGetProperty("and", out var all) ? Joined(all, " and ", "")
        : node.TryGetProperty("or", out var any) ? Joined(any, " or ", "missing(._id)")
        : node.TryGetProperty("not", out var not) ? $"not ({Translate(not)})"
        : Condition(node);

    private static string Joined(JsonElement nodes, string joint, string none) =>
        nodes.GetArrayLength() == 0 ? none : string.Join(joint, nodes.EnumerateArray().Select(node => $"({Translate(node)})"));

    private static string Condition(JsonElement node)
    {
        if (node.TryGetProperty("path", out var path))
        {
            return On("." + string.Join('.', path.EnumerateArray().Select(key => Key(key.GetString()!))), node);
        }

        if (node.TryGetProperty("metric", out var metric))
        {
            return On($"{node.GetProperty("agg").GetString()}({Quoted(metric.GetString()!)})", node);
        }

        return node.GetProperty("field").GetString() switch
        {
            // Runs that have not stopped have no duration there; here it lasts until now or the last heartbeat.
            "duration" => $"(kind(.start_time) = date and kind(.stop_time) = date and {On("duration", node)})",
            // There it is the one or the other; here both are fields.
            "notes" => $"((exists(notes) and {On("notes", node)}) or (missing(notes) and {On("comment", node)}))",
            var field => On(field!, node),
        };
    }

    private static string On(string field, JsonElement node)
    {
        var operand = node.TryGetProperty("value", out var value) ? value : default;
        return node.GetProperty("op").GetString() switch
        {
            "eq" => $"{field} == {Value(operand)}",
            "ne" => $"not {field} == {Value(operand)}",
            "lt" => $"{field} < {Value(operand)}",
            "le" => $"{field} <= {Value(operand)}",
            "gt" => $"{field} > {Value(operand)}",
            "ge" => $"{field} >= {Value(operand)}",
            "in" => $"({string.Join(" or ", operand.EnumerateArray().Select(item => $"{field} == {Value(item)}"))})",
            "not_in" => $"not ({string.Join(" or ", operand.EnumerateArray().Select(item => $"{field} == {Value(item)}"))})",
            "regex" => $"{field} ~ {Quoted((node.TryGetProperty("flags", out _) ? "(?i)" : "") + operand.GetString())}",
            "substring" => $"{field} ~ {Quoted(Regex.Escape(operand.GetString()!))}",
            "has" => $"{field} has {Value(operand)}",
            "exists" => $"exists({field})",
            "missing" => $"missing({field})",
            "is_null" => $"{field} == null",
            "kind" => $"kind({field}) = {operand.GetString()}",
            var op => throw new NotSupportedException(op),
        };
    }

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Quoted(value.GetString()!),
        JsonValueKind.Object => value.GetProperty("$date").GetString()!,
        _ => value.GetRawText(),
    };

    private static string Key(string key) => PlainKey().IsMatch(key) ? key : Quoted(key);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";

    [GeneratedRegex(@"^\w+$")]
    private static partial Regex PlainKey();
}
