using Sacredboard.Data.Fields;

namespace Sacredboard.Web.Table;

/// <summary>
/// One step from an order to the next, as the buttons above the table send it: a form cannot know the order it leads to.
/// <c>by:lr</c> sorts by that field alone (up, then down, then no longer), <c>then:lr</c> by that field too (likewise),
/// <c>turn:lr</c> turns a level round, <c>drop:lr</c> takes it away, <c>sooner:lr</c> puts it before the one above it.
/// What follows the colon is one level as an order has it, so <c>by:-count</c> goes down first.
/// </summary>
public static class SortStep
{
    public const int MaxLevels = 8;

    /// <summary>Null when this is no step.</summary>
    public static IReadOnlyList<TLevel>? Apply<TLevel>(string step, IReadOnlyList<TLevel> sort)
        where TLevel : class, ISortLevel<TLevel>
    {
        var colon = step.IndexOf(':');
        if (colon < 0 || TLevel.Read(step[(colon + 1)..]) is not { } level)
        {
            return null;
        }

        var turned = level.Turned();
        var at = sort.ToList().FindIndex(other => other.Equals(level) || other.Equals(turned));
        return step[..colon] switch
        {
            "by" => at == 0 ? Next([sort[0]], 0, level) : [level],
            "then" => at < 0 ? [.. sort.Take(MaxLevels - 1), level] : Next(sort, at, level),
            "turn" when at >= 0 => [.. sort.Select((other, i) => i == at ? other.Turned() : other)],
            "drop" => [.. sort.Where((_, i) => i != at)],
            "sooner" when at > 0 => [.. sort.Take(at - 1), sort[at], sort[at - 1], .. sort.Skip(at + 1)],
            "turn" or "sooner" => sort,
            _ => null,
        };
    }

    // Turned round, or no longer there when it was.
    private static IReadOnlyList<TLevel> Next<TLevel>(IReadOnlyList<TLevel> sort, int at, TLevel first)
        where TLevel : class, ISortLevel<TLevel> =>
        sort[at].Equals(first)
            ? [.. sort.Select((other, i) => i == at ? other.Turned() : other)]
            : [.. sort.Where((_, i) => i != at)];
}
