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
        var groups = new int[slots.Length];
        var count = slots.Length == 0 ? 0 : 1;
        foreach (var key in grouping.Keys)
        {
            count = key is null ? DivideByConfig(slots, groups, grouping.Seeds, divided: count > 1) : Divide(slots, groups, key);
        }

        return RunGroups.Of(slots, groups, count);
    }

    private int Divide(int[] slots, int[] groups, RunField field)
    {
        var numbers = new Dictionary<(int, int), int>();
        var values = ValueNumbers(field);
        for (var i = 0; i < slots.Length; i++)
        {
            groups[i] = NumberOf(numbers, (groups[i], values(slots[i])));
        }

        return numbers.Count;
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
            return number;
        };
    }

    private int DivideByConfig(int[] slots, int[] groups, SeedKeys seeds, bool divided)
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
        var numbers = new Dictionary<(int, int), int>();
        for (var i = 0; i < slots.Length; i++)
        {
            var number = NumberOf(settings, all[i]);
            groups[i] = divided ? NumberOf(numbers, (groups[i], number)) : number;
        }

        return divided ? numbers.Count : settings.Count;
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
