using System.Text.RegularExpressions;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Finds words that are usually meant as a condition: <c>status:failed</c>, <c>lr between 0.1 and 0.3</c>, <c>#12</c>.</summary>
internal sealed partial class WordCorrections(QueryPieces pieces)
{
    public Correction? At(int index) =>
        !pieces.Is(index, QueryToken.Word) ? null
        : Between(index) ?? In(index) ?? Labelled(index) ?? SpelledOperators.At(pieces, index) ?? Marked(index) ?? Statistic(index)
            ?? Quoted(index) ?? Pair(index);

    private Correction? Between(int index)
    {
        var not = pieces.Is(index + 1, QueryToken.Not);
        var at = index + (not ? 2 : 1);
        return pieces.Field(index) is { } field
            && pieces.IsWord(at, "between")
            && pieces.IsValue(at + 1)
            && pieces.Is(at + 2, QueryToken.And)
            && pieces.IsValue(at + 3)
                ? Sure(index, at + 3, Not(not, ConditionText.Between(field, pieces.Text(at + 1), pieces.Text(at + 3))))
                : null;
    }

    private Correction? In(int index)
    {
        var not = pieces.Is(index + 1, QueryToken.Not);
        var at = index + (not ? 2 : 1);
        if (!pieces.IsWord(at, "in") || !pieces.IsValue(at + 1))
        {
            return null;
        }

        if (pieces.Field(index) is not { } field)
        {
            // The other way round, as in Python: best in tags
            return pieces.Field(at + 1) is { } list ? Sure(index, at + 1, Not(not, ConditionText.Of(list, pieces.Text(index)))) : null;
        }

        var last = at + 1;
        while ((pieces.EndsWith(last, ',') || pieces.Text(last + 1) is [',', ..]) && pieces.IsValue(last + 1))
        {
            last++;
        }

        var values = string.Join(' ', Enumerable.Range(at + 1, last - at).Select(pieces.Text));
        var items = ConditionText.List(values);
        return ConditionText.Range(field, values) is { } range ? Sure(index, last, Not(not, range))
            : items.Count == 0 ? null
            : Sure(index, last, ConditionText.OneOf(field, items, not));
    }

    private Correction? Labelled(int index)
    {
        var text = pieces.Text(index);
        var not = text is ['-' or '!', ..];
        var name = not ? text[1..] : text;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var (label, value, last) = colon > 0 ? (name[..colon], name[(colon + 1)..], index)
            : pieces.Text(index + 1) is [':', .. var rest] && pieces.Is(index + 1, QueryToken.Word) ? (name, rest, index + 1)
            : ("", "", index);
        if (label.Length == 0 || pieces.Known.Find(label) is not { } field)
        {
            return null;
        }

        if (value.Length == 0 && pieces.IsValue(last + 1))
        {
            last++;
            value = pieces.Text(last);
        }

        return value.Length == 0 ? null : Sure(index, last, Not(not, ConditionText.Of(field, value)));
    }

    // #12, !status=failed and -resnet
    private Correction? Marked(int index)
    {
        var text = pieces.Text(index);
        return IdPattern().Match(text) is { Success: true } id ? Sure(index, index, $"id = {id.Groups[1].Value}")
            : text is ['!', .. var denied] && denied.Length > 0 ? Sure(index, index, $"not {denied}")
            : DashPattern().IsMatch(text) ? Possible(index, index, $"not {text[1..]}")
            : null;
    }

    // min loss < 0.3
    private Correction? Statistic(int index) =>
        StatisticSynonyms.Find(pieces.Text(index)) is { } statistic
            && pieces.Is(index + 1, QueryToken.Field)
            && QueryField.TryRead(pieces.Text(index + 1), out var read, out _)
            && read is { Run: { Root: FieldRoot.Config } run }
            && pieces.Known.Metric(run) is { } metric
                ? Sure(index, index + 1, RunField.Metric(metric.Path[0], statistic).ToString())
                : null;

    // “two words”
    private Correction? Quoted(int index) => SmartQuotes.At(pieces, index);

    // status failed: after "not" it is even the opposite of what was meant.
    private Correction? Pair(int index) =>
        pieces.Field(index) is { } field && pieces.IsValue(index + 1) && pieces.Field(index + 1) is null
            ? Possible(index, index + 1, ConditionText.Of(field, pieces.Text(index + 1))) with
            {
                IsSure = pieces.Is(index - 1, QueryToken.Not),
            }
            : null;

    private static string Not(bool not, string condition) =>
        !not ? condition : condition.Contains(" and ", StringComparison.Ordinal) ? $"not ({condition})" : $"not {condition}";

    private Correction Sure(int first, int last, string suggestion) => Possible(first, last, suggestion) with { IsSure = true };

    private Correction Possible(int first, int last, string suggestion) =>
        new(pieces.Span(first, last), "This is read as text, not as a condition", [suggestion]);

    [GeneratedRegex(@"^#(\d+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^-[A-Za-z]\w*\z", RegexOptions.CultureInvariant)]
    private static partial Regex DashPattern();
}
