using System.Text.RegularExpressions;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Reads lengths of time as people write them: <c>1 hour</c>, <c>30mins</c>, <c>2 days ago</c>.</summary>
internal static partial class LooseTime
{
    /// <summary>As it is written in a query; null for any other text.</summary>
    public static string? Read(string text) => LengthPattern().Match(text) is { Success: true } found ? Write(found) : null;

    /// <summary>The same for the beginning of a text, with the length of that beginning.</summary>
    public static (string Written, int Length)? ReadStart(string text) =>
        StartPattern().Match(text) is { Success: true } found ? (Write(found), found.Length) : null;

    private static string Write(Match found)
    {
        var unit = found.Groups[2].Value.ToLowerInvariant() switch
        {
            ['m', 's', ..] or ['m', 'i', 'l', ..] => "ms",
            ['m', 'o', ..] => "30d",
            ['y', ..] => "365d",
            var other => other[..1],
        };
        var (number, ago) = (found.Groups[1].Value, found.Groups[3].Success ? "-" : "");
        return unit.Length < 3 ? $"{ago}{number}{unit}"
            : int.TryParse(number, out var times) && times < 10_000 ? $"{ago}{times * int.Parse(unit[..^1])}d"
            : $"{ago}{unit}";
    }

    private const string Length =
        @"""?(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|"
        + @"w|weeks?|months?|years?)(\s+ago)?""?";

    [GeneratedRegex("^" + Length + @"\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LengthPattern();

    [GeneratedRegex("^" + Length + @"(?=\s|\)|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex StartPattern();
}
