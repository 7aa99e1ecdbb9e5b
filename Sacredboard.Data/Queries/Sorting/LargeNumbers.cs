using System.Numerics;
using Sacredboard.Data.Catalog.Columns;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>Whole numbers beyond 64 bits, which are rare: their keys are made exact by ranking them.</summary>
internal static class LargeNumbers
{
    /// <summary>Puts into each number's key its place among those that round to the same double, on its side of that double.</summary>
    /// <param name="keys">Where the keys are.</param>
    /// <param name="numbers">The keys as they are, the numbers, and at which index of <paramref name="keys"/> they are.</param>
    public static void Rank(Span<SortKey> keys, List<(SortKey Key, BigInteger Value, int Index)> numbers)
    {
        numbers.Sort((a, b) => a.Value.CompareTo(b.Value));
        var rank = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            rank = i == 0 || numbers[i].Key != numbers[i - 1].Key ? 1
                : numbers[i].Value == numbers[i - 1].Value ? rank
                : Math.Min(rank + 1, short.MaxValue);
            // Below the double: the smaller ones are farther from it.
            var (key, _, index) = numbers[i];
            keys[index] = key with { Rest = (short)(key.Rest > 0 ? rank : rank - short.MaxValue - 1) };
        }
    }
}
