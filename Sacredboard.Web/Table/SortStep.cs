using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Table;

/// <summary>
/// One change of the order, as the buttons above the table send it: a form without scripts cannot compute the new order.
/// <c>by:lr</c> sorts by that field alone (ascending, then descending, then not at all), <c>then:lr</c> by that field too (likewise),
/// <c>turn:lr</c> reverses a level, <c>drop:lr</c> removes it, <c>sooner:lr</c> moves it up by one level.
/// After the colon stands a level as in <c>sort=</c>, so <c>by:-count</c> begins with descending.
/// </summary>
public static class SortStep
{
    public const int MaxLevels = 8;

    /// <summary>The new order; null if the text is not a step.</summary>
    public static IReadOnlyList<TLevel>? Apply<TLevel>(string step, IReadOnlyList<TLevel> sort)
        where TLevel : class, ISortLevel<TLevel>
    {
        var colon = step.IndexOf(':');
        if (colon < 0 || TLevel.Read(step[(colon + 1)..]) is not { } level)
        {
            return null;
        }

        var turned = level.Reversed();
        var at = sort.ToList().FindIndex(other => other.Equals(level) || other.Equals(turned));
        return step[..colon] switch
        {
            "by" => at == 0 ? Next([sort[0]], 0, level) : [level],
            "then" => at < 0 ? [.. sort.Take(MaxLevels - 1), level] : Next(sort, at, level),
            "turn" when at >= 0 => [.. sort.Select((other, i) => i == at ? other.Reversed() : other)],
            "drop" => [.. sort.Where((_, i) => i != at)],
            "sooner" when at > 0 => [.. sort.Take(at - 1), sort[at], sort[at - 1], .. sort.Skip(at + 1)],
            "turn" or "sooner" => sort,
            _ => null,
        };
    }

    // Reverses the level, or removes it if it was reversed already.
    private static IReadOnlyList<TLevel> Next<TLevel>(IReadOnlyList<TLevel> sort, int at, TLevel first)
        where TLevel : class, ISortLevel<TLevel> =>
        sort[at].Equals(first)
            ? [.. sort.Select((other, i) => i == at ? other.Reversed() : other)]
            : [.. sort.Where((_, i) => i != at)];
}
