using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Queries.Sorting;

namespace Sacredboard.Tests.Data.Queries.Sorting;

public sealed class KeySortTests
{
    /// <summary>What random keys are like.</summary>
    public enum Like
    {
        FewNumbers,
        AnyNumbers,
        WholeNumbers,
        Times,

        /// <summary>Alike in their 32 highest bits, or in all but one.</summary>
        Neighbours,

        /// <summary>Whole numbers that the nearest double does not tell apart.</summary>
        Rests,
        Same,
        All,
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000)]
    [InlineData(50_000)]
    [InlineData(150_000)]
    public void Random_keys_come_in_the_order_of_a_simple_sort(int count)
    {
        foreach (var like in Enum.GetValues<Like>())
        {
            var random = new Random(count + (int)like);
            var keys = Enumerable.Range(0, count).Select(_ => Key(random, like)).ToArray();
            int[] items = [.. Enumerable.Range(0, count).Select(i => (i * 7919) % (count + 1))];
            SortKey[] more = [.. keys, .. keys.Take(9)];
            foreach (var descending in new[] { false, true })
            {
                var sorted = KeySort.Sorted(items, more, descending);
                Assert.True(Simple(items, keys, descending).SequenceEqual(sorted), $"{like}, {descending}");
            }
        }
    }

    private static IEnumerable<int> Simple(int[] items, SortKey[] keys, bool descending)
    {
        var byClass = Enumerable.Range(0, items.Length).OrderBy(i => keys[i].Class);
        return (descending
            ? byClass.ThenByDescending(i => keys[i].Bits).ThenByDescending(i => keys[i].Rest)
            : byClass.ThenBy(i => keys[i].Bits).ThenBy(i => keys[i].Rest)).Select(i => items[i]);
    }

    private static SortKey Key(Random random, Like like) => like switch
    {
        Like.FewNumbers => SortKey.Of(Math.Pow(10, -random.Next(6))),
        Like.AnyNumbers => SortKey.Of(Math.Round(random.NextDouble(), random.Next(3, 15)) - 0.5),
        Like.WholeNumbers => SortKey.Of(random.NextInt64(0, 1L << random.Next(1, 40))),
        Like.Times => new(SortClass.Date, (ulong)random.NextInt64(638_000_000_000_000_000, 638_400_000_000_000_000)),
        Like.Neighbours => new(SortClass.Number, (random.Next(100) == 0 ? 1UL << 60 : 0) | (ulong)(uint)random.Next(1 << random.Next(1, 20))),
        Like.Rests => SortKey.Of((1L << 60) + random.Next(2_000)),
        Like.Same => SortKey.OfText(7),
        _ => random.Next(12) switch
        {
            0 => SortKey.Missing,
            1 => SortKey.Of(double.NaN),
            2 => SortKey.Of(double.NegativeInfinity).InfiniteLast,
            3 => new(SortClass.Other, 0),
            var kind => Key(random, (Like)(kind % (int)Like.All)),
        },
    };
}
