using System.Globalization;
using System.Text.RegularExpressions;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Finds values that are read as a text but usually mean something else: <c>lr &lt; 0,1</c>, <c>lr = 10%</c>.</summary>
internal sealed partial class ValueCorrections(QueryPieces pieces)
{
    /// <param name="index">A token; only a value without quotes after a field and an operator has corrections.</param>
    public Correction? At(int index)
    {
        if (!pieces.Is(index, QueryToken.Value) || !pieces.Is(index - 1, QueryToken.Operator) || !pieces.Is(index - 2, QueryToken.Field))
        {
            return null;
        }

        var (field, op, value) = (pieces.Text(index - 2), pieces.Text(index - 1).ToLowerInvariant(), pieces.Text(index));
        return value is ['"' or '\'', ..] || op is "~" or "!~" or "contains"
            ? null
            : SmartQuotes.At(pieces, index)
                ?? Joined(index, value)
                ?? Turned(index, field, op, value)
                ?? Unit(index, field, op, value)
                ?? Number(index, field, op, value)
                ?? (op is "=" or "!=" or "==" ? Several(index, field, op, value) : null);
    }

    // lr<0.1&hidden=64
    private Correction? Joined(int index, string value) =>
        JoinedPattern().Match(value) is { Success: true } found && pieces.Known.Find(found.Groups[3].Value) is not null
            ? new(
                pieces.Span(index, index),
                "This is read as one value",
                [$"{found.Groups[1]} {(found.Groups[2].Value[0] == '|' ? "or" : "and")} {found.Groups[3]}{found.Groups[4]}"])
            {
                IsSure = true,
            }
            : null;

    // 0.1 < lr, unless a config key is called 0.1.
    private Correction? Turned(int index, string field, string op, string value) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && pieces.Known.Find(field) is null
            && pieces.Known.Find(value) is { } known
            ? Whole(index, "The field stands before the value", [$"{known} {Turn(op)} {field}"]) with { IsSure = true }
            : null;

    // duration > 1 hour
    private Correction? Unit(int index, string field, string op, string value) =>
        LooseTime.Read($"{value} {pieces.Text(index + 1)}") is { } length && pieces.Is(index + 1, QueryToken.Word)
            ? new(pieces.Span(index - 2, index + 1), "Write a length of time without a space", [$"{field} {op} {length}"]) { IsSure = true }
            : LooseTime.Read(value) is { } single && QueryValue.OfWord(value).Kind == QueryValueKind.Text
            ? Whole(index, "Write a length of time as 90s, 2h or 1h30m", [$"{field} {op} {single}"])
            : null;

    private Correction? Number(int index, string field, string op, string value)
    {
        var isOrder = op[0] is '<' or '>';
        var plain = value.TrimEnd('.', ',', ';', '&', '|', '!', '?', ':');
        var numbers = plain.Length < value.Length && IsNumber(plain) && !pieces.IsValue(index + 1) ? [plain]
            : IsNumber(value) || !char.IsAsciiDigit(value.AsSpan().TrimStart("+-.") is [var first, ..] ? first : ' ') ? []
            : Numbers(value);
        List<string> suggestions = [.. numbers.Select(number => $"{field} {op} {number}")];
        if (!isOrder && suggestions.Count > 0 && ConditionText.List(value) is { Count: > 1 } items)
        {
            suggestions.Add(ConditionText.OneOf(field, items, op == "!="));
        }

        return suggestions.Count == 0
            ? null
            : Whole(index, $"{value} is a text, not a number", suggestions) with { IsSure = isOrder };
    }

    private static IReadOnlyList<string> Numbers(string value)
    {
        var thousands = ThousandsPattern().IsMatch(value) ? value.Replace(",", "", StringComparison.Ordinal) : null;
        return DecimalCommaPattern().IsMatch(value) ? [value.Replace(',', '.'), .. thousands is null ? (string[])[] : [thousands]]
            : thousands is not null ? [thousands]
            : value is [.. var percent, '%'] && IsNumber(percent) ? [Scaled(percent, 0.01m), percent]
            : value is [.. var kilo, 'k' or 'K'] && IsNumber(kilo) ? [Scaled(kilo, 1_000m)]
            : value is [.. var mega, 'M'] && IsNumber(mega) ? [Scaled(mega, 1_000_000m)]
            : value.Replace("_", "", StringComparison.Ordinal) is var joined && joined != value && IsNumber(joined) ? [joined]
            : [];
    }

    // status = FAILED,COMPLETED; lr = [0.1, 0.2]; id = 4..10; experiment = digits*; started = 2026-11-23
    private Correction? Several(int index, string field, string op, string value)
    {
        var last = index;
        while (pieces.EndsWith(last, ',') && pieces.IsValue(last + 1))
        {
            last++;
        }

        var all = string.Join(' ', Enumerable.Range(index, last - index + 1).Select(pieces.Text));
        var items = ConditionText.List(all);
        var meant = items.Count > 1 || (value is ['[', ..] && items.Count == 1) ? ConditionText.OneOf(field, items, op == "!=")
            : op == "!=" ? null
            : ConditionText.Range(field, value) ?? ConditionText.Day(field, value) ?? ConditionText.Wildcard(field, value);
        return meant is null ? null
            : new(pieces.Span(index - 2, last), "No run has exactly this value", [meant]) { IsSure = last > index };
    }

    private Correction Whole(int index, string message, IReadOnlyList<string> suggestions) =>
        new(pieces.Span(index - 2, index), message, suggestions);

    private static bool IsNumber(string text) => QueryLiterals.TryWhole(text, out _) || QueryLiterals.TryReal(text, out _);

    private static string Scaled(string number, decimal by) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) < 1_000_000_000_000m
                ? (value * by).ToString("0.############", CultureInfo.InvariantCulture)
                : number;

    private static string Turn(string op) => op[0] switch
    {
        '<' => '>' + op[1..],
        '>' => '<' + op[1..],
        _ => op,
    };

    [GeneratedRegex(@"^([^&|;,\s]+)(&&?|\|\|?|;|,)([A-Za-z_][\w.]*)(\s*(?:[<>=!]=?|~|:).+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex JoinedPattern();

    [GeneratedRegex(@"^[+-]?\d+,\d+(?:[eE][+-]?\d+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalCommaPattern();

    [GeneratedRegex(@"^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ThousandsPattern();
}
