using System.Buffers;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>Sorts numbers by their high halves, on all processors: a million take some milliseconds.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int High = 32;

    /// <summary>Fewer are compared: counting digits would take longer.</summary>
    private const int Few = 4096;

    /// <summary>Sorts a range of the numbers, of which no two are equal. Those whose high halves are equal must be in order.</summary>
    /// <param name="numbers">Holds the range.</param>
    /// <param name="other">As long; its range is overwritten.</param>
    /// <param name="bits">How many of the bits of the high halves vary, at their low end.</param>
    public static void Sort(ulong[] numbers, ulong[] other, int start, int count, int bits)
    {
        if (count <= Few)
        {
            if (bits > 0)
            {
                numbers.AsSpan(start, count).Sort();
            }

            return;
        }

        var (from, to) = (numbers, other);
        for (var shift = High; shift < High + bits; shift += DigitBits)
        {
            if (Pass(from, to, start, count, shift))
            {
                (from, to) = (to, from);
            }
        }

        if (from != numbers)
        {
            from.AsSpan(start, count).CopyTo(numbers.AsSpan(start));
        }
    }

    // False, without moving anything, when all have the same digit.
    private static bool Pass(ulong[] from, ulong[] to, int start, int count, int shift)
    {
        var places = ArrayPool<int>.Shared.Rent(ManyRuns.Parts(count) * Digits);
        ManyRuns.Each(count, (part, first, end) =>
        {
            var counts = places.AsSpan(part * Digits, Digits);
            counts.Clear();
            foreach (var number in from.AsSpan(start + first, end - first))
            {
                counts[(int)(number >> shift) & (Digits - 1)]++;
            }
        });
        var moves = ToPlaces(places, ManyRuns.Parts(count), start, count);
        if (moves)
        {
            ManyRuns.Each(count, (part, first, end) =>
            {
                var next = places.AsSpan(part * Digits, Digits);
                foreach (var number in from.AsSpan(start + first, end - first))
                {
                    to[next[(int)(number >> shift) & (Digits - 1)]++] = number;
                }
            });
        }

        ArrayPool<int>.Shared.Return(places);
        return moves;
    }

    // Turns numbers of each digit in each part into the place of the first; false when there is only one digit.
    private static bool ToPlaces(int[] places, int parts, int start, int count)
    {
        var place = start;
        for (var digit = 0; digit < Digits; digit++)
        {
            var before = place;
            for (var part = 0; part < parts; part++)
            {
                ref var next = ref places[(part * Digits) + digit];
                (next, place) = (place, place + next);
            }

            if (place - before == count)
            {
                return false;
            }
        }

        return true;
    }
}
