using System.Text.RegularExpressions;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Writes what a field and a loosely written value usually mean as a condition.</summary>
internal static partial class ConditionText
{
    /// <summary>A text, a range, a list or a comparison, whatever the value looks like.</summary>
    public static string Of(string field, string value) =>
        SymbolPattern().Match(value) is { Success: true } compared ? $"{field} {compared.Groups[1].Value} {compared.Groups[2].Value}"
        : Range(field, value) is { } range ? range
        : List(value) is { Count: > 1 } items ? OneOf(field, items)
        : Wildcard(field, value) is { } matching ? matching
        : Day(field, value) is { } day ? day
        : $"{field} {Operator(field)} {Clean(value)}";

    /// <summary>Between two values, both included; null when the value is no range such as 4..10.</summary>
    public static string? Range(string field, string value) =>
        RangePattern().Match(value) is { Success: true } found ? Between(field, found.Groups[1].Value, found.Groups[2].Value)
        : field == OwnFields.Id.Name && IdRangePattern().Match(value) is { Success: true } ids
            ? Between(field, ids.Groups[1].Value, ids.Groups[2].Value)
        : null;

    public static string Between(string field, string from, string to) => $"{field} >= {from} and {field} <= {to}";

    /// <summary>The values between commas, perhaps in brackets.</summary>
    public static IReadOnlyList<string> List(string value) =>
        value.StartsWith('"')
            ? [value]
            : [.. value.Trim('[', ']', '{', '}', ' ')
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string OneOf(string field, IReadOnlyList<string> items, bool not = false) =>
        $"{field} {(not ? "not in" : "in")} ({string.Join(", ", items)})";

    /// <summary>A text with * or % at its ends; null for others.</summary>
    public static string? Wildcard(string field, string value)
    {
        var inner = value.Trim('"').Trim('*', '%');
        var (before, after) = (value.Trim('"') is ['*' or '%', ..], value.Trim('"') is [.., '*' or '%']);
        return inner.Length == 0 || inner.Contains('*') || (before, after) == (false, false) || NumberPattern().IsMatch(inner) ? null
            : before && after ? $"{field} contains {Quoted(inner)}"
            : $"{field} ~ {QuotedText.Write(before ? Regex.Escape(inner) + "$" : "^" + Regex.Escape(inner))}";
    }

    /// <summary>A whole day of a time; null for other fields and values.</summary>
    public static string? Day(string field, string value) => OwnFields.Find(field)?.Kind != OwnKind.Time ? null
        : QueryWords.Is(value, "today") ? $"{field} >= today"
        : QueryWords.Is(value, "yesterday") ? $"{field} >= yesterday and {field} < today"
        : QueryLiterals.TryDate(value, out var day, out _) && value.Length == "2026-11-23".Length
            ? $"{field} >= {value} and {field} < {day.AddDays(1):yyyy-MM-dd}"
        : null;

    /// <summary>In quotes where it would not be one value.</summary>
    public static string Quoted(string value) => QuotedText.IsPlain(value, ".+%") ? value : QuotedText.Write(value);

    private static string Clean(string value) => value is ['"', ..] ? value : value.TrimEnd(',', ';');

    private static string Operator(string field) => OwnFields.Find(field) is not { } own ? "="
        : own == OwnFields.Tags ? "has"
        : own == OwnFields.Comment || own == OwnFields.Notes || own == OwnFields.Failure ? "contains"
        : own.Kind == OwnKind.Duration ? ">"
        : "=";

    [GeneratedRegex(@"^([<>]=?|!=|=)\s*(\S.*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex SymbolPattern();

    [GeneratedRegex(@"^\[?(-?[\w:]+(?:\.\d+)?(?:[eE]-?\d+)?)\.\.\.?(-?[\w:]+(?:\.\d+)?(?:[eE]-?\d+)?)\]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex RangePattern();

    [GeneratedRegex(@"^(\d+)[-–](\d+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdRangePattern();

    [GeneratedRegex(@"^[-+.\d]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
