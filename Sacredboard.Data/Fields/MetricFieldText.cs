using System.Globalization;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Fields;

/// <summary>
/// Parses and writes statistics: <c>last(loss)</c>, <c>min("val loss, x")</c>, <c>at(tb:loss/train, 100)</c>. A name needs
/// quotes when it has anything but letters, digits and <c>. _ - / @ : $</c>.
/// </summary>
internal static class MetricFieldText
{
    private static readonly Dictionary<string, MetricStatistic> Kinds = Enum.GetValues<MetricStatistic>().ToDictionary(WriteKind);

    /// <summary>The names of all statistics.</summary>
    public static IReadOnlyCollection<string> KindNames => Kinds.Keys;

    /// <summary>True for the beginning of a statistic, such as <c>min(</c>.</summary>
    public static bool IsBegunBy(ReadOnlySpan<char> text) => TryKind(text, out _, out _);

    /// <summary>True for the name of a statistic, such as <c>min</c>.</summary>
    public static bool IsKind(ReadOnlySpan<char> word) => Kinds.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    public static bool TryParse(string text, out RunField? field, out int position)
    {
        field = null;
        if (!TryKind(text, out var kind, out position))
        {
            return false;
        }

        SkipSpaces(text, ref position);
        if (!TryName(text, ref position, out var name))
        {
            return false;
        }

        SkipSpaces(text, ref position);
        double? step = null;
        if (kind == MetricStatistic.At && !TryStep(text, ref position, out step))
        {
            return false;
        }

        if (position >= text.Length || text[position] != ')')
        {
            return false;
        }

        position++;
        field = position == text.Length ? RunField.Metric(name, kind, step) : null;
        return field is not null;
    }

    public static string Write(RunField field)
    {
        var step = field.Step is { } at ? ", " + at.ToString("R", CultureInfo.InvariantCulture) : "";
        return $"{WriteKind(field.Statistic!.Value)}({WriteName(field.Path[0])}{step})";
    }

    /// <summary>The name of a statistic: <c>min</c>, <c>last_finite</c>.</summary>
    public static string WriteKind(MetricStatistic kind) => kind switch
    {
        MetricStatistic.FirstFinite => "first_finite",
        MetricStatistic.LastFinite => "last_finite",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string WriteName(string name) => QuotedText.QuoteIfNeeded(name, RunFieldText.PlainCharacters + ".");

    private static bool TryKind(ReadOnlySpan<char> text, out MetricStatistic kind, out int position)
    {
        kind = default;
        position = text.IndexOf('(') + 1;
        return position > 0 && Kinds.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..(position - 1)], out kind);
    }

    private static bool TryName(string text, ref int position, out string name)
    {
        if (position < text.Length && text[position] == '"')
        {
            return QuotedText.TryRead(text, ref position, out name);
        }

        var start = position;
        while (position < text.Length && text[position] is not (',' or '(' or ')' or '"'))
        {
            position++;
        }

        name = text[start..position].TrimEnd(' ');
        return name.Length > 0;
    }

    private static bool TryStep(string text, ref int position, out double? step)
    {
        step = null;
        if (position >= text.Length || text[position] != ',')
        {
            return false;
        }

        position++;
        SkipSpaces(text, ref position);
        var end = text.IndexOf(')', position);
        if (end < 0
            || !double.TryParse(
                text.AsSpan(position, end - position).TrimEnd(' '),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number)
            || !double.IsFinite(number))
        {
            return false;
        }

        (step, position) = (number, end);
        return true;
    }

    private static void SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }
}
