using System.Numerics;
using Sacredboard.Data.Catalog.Columns;

namespace Sacredboard.Data.Queries.Sorting;

/// <summary>Makes the keys of whole numbers beyond 64 bits, which are rare, exact by ranking them.</summary>
internal static class LargeNumbers
{
    /// <summary>Sets the rest of each key to the rank of the number among those on the same side of the same double.</summary>
    /// <param name="keys">The keys to change.</param>
    /// <param name="numbers">Each key, its number, and its index in <paramref name="keys"/>.</param>
    public static void Rank(SortKey[] keys, List<(SortKey Key, BigInteger Value, int Index)> numbers)
    {
        numbers.Sort((a, b) => a.Value.CompareTo(b.Value));
        var rank = 0;
        for (var i = 0; i < numbers.Count; i++)
        {
            rank = i == 0 || numbers[i].Key != numbers[i - 1].Key ? 1
                : numbers[i].Value == numbers[i - 1].Value ? rank
                : Math.Min(rank + 1, short.MaxValue);
            // Below the double, smaller numbers are farther from it.
            var (key, _, index) = numbers[i];
            keys[index] = key with { Rest = (short)(key.Rest > 0 ? rank : rank - short.MaxValue - 1) };
        }
    }
}
