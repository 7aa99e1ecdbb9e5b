using System.Buffers;

namespace Sacredboard.Data.Querying;

/// <summary>Sorts by numbers, keeping the order of equal ones; of 100,000 in a few milliseconds.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    private const int ClassDigit = -1;

    /// <summary>Sorts <paramref name="items"/> by class, and within a class by bits.</summary>
    /// <param name="keys">Of the items as they lie; they are not moved along.</param>
    /// <param name="descending">Turns the order within the classes around, not that of the classes.</param>
    public static void Sort(Span<int> items, ReadOnlySpan<SortKey> keys, bool descending)
    {
        var count = items.Length;
        var order = ArrayPool<Entry>.Shared.Rent(count);
        var other = ArrayPool<Entry>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            order[i] = new(descending ? ~keys[i].Bits : keys[i].Bits, items[i], keys[i].Class);
        }

        for (var shift = 0; shift < 64; shift += DigitBits)
        {
            if (Pass(order.AsSpan(0, count), other.AsSpan(0, count), shift))
            {
                (order, other) = (other, order);
            }
        }

        if (Pass(order.AsSpan(0, count), other.AsSpan(0, count), ClassDigit))
        {
            (order, other) = (other, order);
        }

        for (var i = 0; i < count; i++)
        {
            items[i] = order[i].Item;
        }

        ArrayPool<Entry>.Shared.Return(order);
        ArrayPool<Entry>.Shared.Return(other);
    }

    // False when all have the same digit, so that nothing was moved.
    private static bool Pass(ReadOnlySpan<Entry> from, Span<Entry> to, int shift)
    {
        Span<int> starts = stackalloc int[Digits];
        starts.Clear();
        foreach (ref readonly var entry in from)
        {
            starts[entry.Digit(shift)]++;
        }

        if (from.Length == 0 || starts[from[0].Digit(shift)] == from.Length)
        {
            return false;
        }

        var start = 0;
        foreach (ref var digit in starts)
        {
            (digit, start) = (start, start + digit);
        }

        foreach (ref readonly var entry in from)
        {
            to[starts[entry.Digit(shift)]++] = entry;
        }

        return true;
    }

    private readonly record struct Entry(ulong Bits, int Item, SortClass Class)
    {
        public int Digit(int shift) => shift == ClassDigit ? (int)Class : (int)(Bits >> shift) & (Digits - 1);
    }
}
