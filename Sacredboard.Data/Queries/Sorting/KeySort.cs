using System.Buffers;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>
/// Stable sort by keys, on all processors: by the 32 highest of those bits of a class that are not the same in all of its keys, then
/// what these do not tell apart.
/// </summary>
internal sealed class KeySort
{
    private static readonly int Classes = Enum.GetValues<SortClass>().Length;

    private readonly SortKey[] _keys;
    private readonly int _count;
    private readonly ulong _turned;
    private readonly int[][] _counts;
    private readonly SortBits[] _bits = new SortBits[Classes];

    private KeySort(SortKey[] keys, int count, bool descending)
    {
        (_keys, _count, _turned) = (keys, count, descending ? ulong.MaxValue : 0);
        _counts = new int[ManyRuns.Parts(count)][];
        var seen = new SortBits[_counts.Length][];
        ManyRuns.Each(count, (part, from, to) => (_counts[part], seen[part]) = Look(from, to));
        foreach (var bits in seen)
        {
            for (var i = 0; i < Classes; i++)
            {
                _bits[i] = _bits[i].And(bits[i]);
            }
        }
    }

    /// <summary>The items sorted by the class, then the bits, then the rest of their keys.</summary>
    /// <param name="items">Any numbers.</param>
    /// <param name="keys">The keys of the items; there may be more.</param>
    /// <param name="descending">Reverses the order within classes, not the order of classes.</param>
    public static int[] Sorted(int[] items, SortKey[] keys, bool descending)
    {
        var entries = ArrayPool<ulong>.Shared.Rent(items.Length);
        var other = ArrayPool<ulong>.Shared.Rent(items.Length);
        new KeySort(keys, items.Length, descending).Sort(entries, other);
        var sorted = new int[items.Length];
        ManyRuns.Each(items.Length, (_, from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                sorted[i] = items[(uint)entries[i]];
            }
        });
        ArrayPool<ulong>.Shared.Return(entries);
        ArrayPool<ulong>.Shared.Return(other);
        return sorted;
    }

    // An entry has 32 bits of the key above the index of the item, so that no two are equal and equal keys stay in order.
    private void Sort(ulong[] entries, ulong[] other)
    {
        var starts = Starts();
        ManyRuns.Each(_count, (part, from, to) => Fill(entries, from, to, starts[part]));
        var start = 0;
        for (var i = 0; i < Classes; i++)
        {
            var count = _counts.Sum(counts => counts[i]);
            RadixSort.Sort(entries, other, start, count, _bits[i].Width);
            if (_bits[i].IsCut)
            {
                SortEqual(entries, start, start + count);
            }

            start += count;
        }
    }

    private (int[] Counts, SortBits[] Bits) Look(int from, int to)
    {
        var (counts, bits) = (new int[Classes], new SortBits[Classes]);
        foreach (ref readonly var key in _keys.AsSpan(from..to))
        {
            counts[(int)key.Class]++;
            bits[(int)key.Class].See(key);
        }

        return (counts, bits);
    }

    // For each part of the items where those of each class begin: class by class, in a class part by part.
    private int[][] Starts()
    {
        var starts = Array.ConvertAll(_counts, _ => new int[Classes]);
        var start = 0;
        for (var i = 0; i < Classes; i++)
        {
            for (var part = 0; part < starts.Length; part++)
            {
                (starts[part][i], start) = (start, start + _counts[part][i]);
            }
        }

        return starts;
    }

    private void Fill(ulong[] entries, int from, int to, int[] starts)
    {
        for (var i = from; i < to; i++)
        {
            ref readonly var key = ref _keys[i];
            entries[starts[(int)key.Class]++] = ((ulong)_bits[(int)key.Class].Highest(key.Bits ^ _turned) << 32) | (uint)i;
        }
    }

    // Sorts those that are equal in the highest bits by the others, on all processors.
    private void SortEqual(ulong[] entries, int start, int end) => ManyRuns.Each(end - start, (_, from, to) =>
    {
        var sorted = entries.AsSpan(start..end);
        // Those that began in the part before belong to it.
        while (from > 0 && from < to && sorted[from] >> 32 == sorted[from - 1] >> 32)
        {
            from++;
        }

        while (from < to)
        {
            var next = from + 1;
            var differs = false;
            for (; next < sorted.Length && sorted[next] >> 32 == sorted[from] >> 32; next++)
            {
                differs |= _keys[(uint)sorted[next]] != _keys[(uint)sorted[from]];
            }

            if (differs)
            {
                sorted[from..next].Sort(Compare);
            }

            from = next;
        }
    });

    private int Compare(ulong a, ulong b)
    {
        ref readonly var x = ref _keys[(uint)a];
        ref readonly var y = ref _keys[(uint)b];
        var order = x.Bits != y.Bits ? x.Bits.CompareTo(y.Bits) : x.Rest.CompareTo(y.Rest);
        return order == 0 ? a.CompareTo(b) : _turned == 0 ? order : -order;
    }
}
