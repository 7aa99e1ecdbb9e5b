using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Sums up one field in groups of runs.</summary>
internal static class GroupSums
{
    /// <summary>The sums of some groups, in their order.</summary>
    /// <param name="groups">All groups.</param>
    /// <param name="numbers">The numbers of those to sum up.</param>
    /// <param name="column">The field.</param>
    public static NumberTotalBuilder[] Of(RunGroups groups, int[] numbers, NumberColumn column)
    {
        if (groups.GroupOf is not { } groupOf || numbers.Sum(groups.SizeOf) < groupOf.Length / 2)
        {
            return Array.ConvertAll(numbers, number => Of(groups[number], column));
        }

        // Few groups of many runs lie all over the column, so reading them one after the other reads it as many times.
        var all = new NumberTotalBuilder[groups.Count];
        var slots = groups.AsGiven;
        for (var i = 0; i < slots.Length; i++)
        {
            all[groupOf[i]].Add(column[slots[i]]);
        }

        return Array.ConvertAll(numbers, number => all[number]);
    }

    public static NumberTotalBuilder Of(ReadOnlySpan<int> slots, NumberColumn numbers)
    {
        var total = default(NumberTotalBuilder);
        foreach (var slot in slots)
        {
            total.Add(numbers[slot]);
        }

        return total;
    }
}
