using System.Buffers;
using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Divides runs into groups: each key divides the groups of the keys before it.</summary>
internal sealed class GroupFinder(RunList runs, GroupColumns columns)
{
    /// <param name="slots">The slots of the runs, newest first.</param>
    /// <param name="grouping">The keys.</param>
    public RunGroups Find(int[] slots, RunGrouping grouping)
    {
        // Fresh arrays of a million runs are slow.
        var rented = ArrayPool<int>.Shared.Rent(slots.Length);
        var groups = rented.AsSpan(0, slots.Length);
        groups.Clear();
        var count = slots.Length == 0 ? 0 : 1;
        foreach (var key in grouping.Keys)
        {
            count = key is null ? DivideByConfig(slots, groups, grouping.Seeds, count) : Divide(slots, groups, key, count);
        }

        var found = RunGroups.Of(slots, groups, count);
        ArrayPool<int>.Shared.Return(rented);
        return found;
    }

    private int Divide(int[] slots, Span<int> groups, RunField field, int count)
    {
        var values = ValueNumbers(field);
        return Divide(groups, count, i => values(slots[i]));
    }

    // The numbers of the values are in the order in which they come, as those of groups are.
    private static int Divide(Span<int> groups, int count, Func<int, int> number)
    {
        var next = 0;
        if (count == 1)
        {
            for (var i = 0; i < groups.Length; i++)
            {
                groups[i] = number(i);
                next = Math.Max(next, groups[i] + 1);
            }

            return next;
        }

        var pairs = new PairNumbers(count);
        for (var i = 0; i < groups.Length; i++)
        {
            groups[i] = pairs.Of(groups[i], number(i));
        }

        return pairs.Count;
    }

    // Numbers of the values of a field, by slot: equal ones have one number.
    private Func<int, int> ValueNumbers(RunField field)
    {
        var numbers = new Dictionary<ValueKey, int>();
        var column = columns.Keys(field, new());
        if (!ValueCodes.Has(field))
        {
            return slot => NumberOf(numbers, column[slot]);
        }

        // Reading a value waits for memory, so each is read once in a piece.
        var codes = new ValueCodes[runs.Pieces.Length];
        ManyRuns.Each(runs.Pieces, (index, piece) => codes[index] = ValueCodes.Of(piece, field));
        var known = Array.ConvertAll(codes, piece => new int[piece.Count]);
        return slot =>
        {
            var piece = slot / RunPiece.Size;
            ref var number = ref known[piece][codes[piece][slot % RunPiece.Size]];
            number = number > 0 ? number : NumberOf(numbers, column[slot]) + 1;
            return number - 1;
        };
    }

    private int DivideByConfig(int[] slots, Span<int> groups, SeedKeys seeds, int count)
    {
        var configs = new ConfigKeys(seeds);
        var all = new ConfigKeys.Settings[slots.Length];
        ManyRuns.Each(slots.Length, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                all[i] = configs.Of(runs.At(slots[i])!);
            }
        });
        var settings = new Dictionary<ConfigKeys.Settings, int>(configs);
        return Divide(groups, count, i => NumberOf(settings, all[i]));
    }

    private static int NumberOf<T>(Dictionary<T, int> numbers, T key)
        where T : notnull
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, key, out var known);
        if (!known)
        {
            number = numbers.Count - 1;
        }

        return number;
    }
}
