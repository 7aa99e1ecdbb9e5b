using Sacredboard.Data.Querying;

namespace Sacredboard.Web.Models.Runs;

/// <summary>
/// One step from an order to the next, as the buttons above the table send it: a form cannot know the order it leads to.
/// <c>by:lr</c> sorts by that field alone (up, then down, then no longer), <c>then:lr</c> by that field too (likewise),
/// <c>turn:lr</c> turns a level round, <c>drop:lr</c> takes it away, <c>sooner:lr</c> puts it before the one above it.
/// </summary>
public static class SortStep
{
    public const int MostLevels = 8;

    /// <summary>Null when this is no step.</summary>
    public static IReadOnlyList<RunSort>? Apply(string step, IReadOnlyList<RunSort> sort)
    {
        var colon = step.IndexOf(':');
        if (colon < 0 || !RunField.TryParse(step[(colon + 1)..], out var field, out _))
        {
            return null;
        }

        var at = sort.Select(level => level.Field).ToList().IndexOf(field!);
        return step[..colon] switch
        {
            "by" => By(field!, sort),
            "then" => at < 0 ? [.. sort.Take(MostLevels - 1), new RunSort(field!, false)] : Next(sort, at),
            "turn" when at >= 0 => [.. sort.Select((level, i) => i == at ? level with { Descending = !level.Descending } : level)],
            "drop" => [.. sort.Where((_, i) => i != at)],
            "sooner" when at > 0 => [.. sort.Take(at - 1), sort[at], sort[at - 1], .. sort.Skip(at + 1)],
            "turn" or "sooner" => sort,
            _ => null,
        };
    }

    private static IReadOnlyList<RunSort> By(RunField field, IReadOnlyList<RunSort> sort) =>
        sort is [var first, ..] && first.Field == field
            ? first.Descending ? [] : [new RunSort(field, true)]
            : [new RunSort(field, false)];

    private static IReadOnlyList<RunSort> Next(IReadOnlyList<RunSort> sort, int at) =>
        [.. sort.Select((level, i) => i == at ? level with { Descending = true } : level).Where((_, i) => i != at || !sort[at].Descending)];
}
