using System.Buffers;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Sorting;
using Sacredboard.Data.Queries.Totals;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Sorts groups.</summary>
/// <param name="sorter">Sorts runs.</param>
/// <param name="columns">Reads the fields to sum up.</param>
internal sealed class GroupSorter(RunSorter sorter, GroupColumns columns)
{
    private static readonly IReadOnlyList<GroupSort> Largest = [new(GroupMeasure.Count, null, Descending: true)];

    /// <summary>The numbers of the groups, sorted; of equal groups the one with the newer run comes first.</summary>
    public int[] Sort(RunGroups groups, RunGrouping grouping, IReadOnlyList<GroupSort> sort)
    {
        int[] order = [.. Enumerable.Range(0, groups.Count)];
        // Sorting is stable, so the most important level comes last.
        foreach (var level in (sort.Count == 0 ? Largest : sort).Reverse())
        {
            if (level is { Measure: GroupMeasure.Value, Field.OwnField.Kind: OwnKind.Time })
            {
                order = SortByKeys(order, level, keys => FillTimes(keys, order, groups, columns.Times(level.Field)));
            }
            else if (level.Measure == GroupMeasure.Value && grouping.Settles(level.Field!))
            {
                SortByNewest(order, groups, level);
            }
            else
            {
                order = SortByKeys(order, level, keys => FillNumbers(keys, order, groups, level));
            }
        }

        return order;
    }

    // All runs of a group have the value: its newest is sorted as in the table of runs.
    private void SortByNewest(int[] order, RunGroups groups, GroupSort level)
    {
        var slots = Array.ConvertAll(order, group => groups[group][0]);
        var places = new Dictionary<int, int>(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            places[slots[i]] = order[i];
        }

        slots = sorter.Sorted(slots, [new RunSort(level.Field!, level.Descending)]);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = places[slots[i]];
        }
    }

    // There may be as many groups as runs: the keys are rented, as fresh arrays of that size are slow.
    private static int[] SortByKeys(int[] order, GroupSort level, Action<SortKey[]> fill)
    {
        var keys = ArrayPool<SortKey>.Shared.Rent(order.Length);
        fill(keys);
        var sorted = KeySort.Sorted(order, keys, level.Descending);
        ArrayPool<SortKey>.Shared.Return(keys);
        return sorted;
    }

    private static double? Number(in NumberTotalBuilder numbers, GroupMeasure measure) => measure switch
    {
        GroupMeasure.Min => numbers.Min,
        GroupMeasure.Max => numbers.Max,
        GroupMeasure.Std => numbers.Std,
        _ => numbers.Mean,
    };

    private static void FillTimes(SortKey[] keys, int[] order, RunGroups groups, TimeColumn times)
    {
        for (var i = 0; i < order.Length; i++)
        {
            keys[i] = times.Latest(groups[order[i]]);
        }
    }

    private void FillNumbers(SortKey[] keys, int[] order, RunGroups groups, GroupSort level)
    {
        var numbers = level.Measure == GroupMeasure.Count ? null : columns.Numbers([level.Field!])[0];
        var sums = numbers is not null && groups.GroupOf is not null ? GroupSums.Of(groups, order, numbers) : null;
        Parallel.For(0, order.Length, i =>
        {
            keys[i] = numbers is null ? SortKey.OfWhole(groups.SizeOf(order[i]))
                : Number(sums?[i] ?? GroupSums.Of(groups[order[i]], numbers), level.Measure) is { } number ? SortKey.Of(number)
                : SortKey.Missing;
        });
    }
}
