using Sacredboard.Data.Queries.Grouping;

namespace Sacredboard.Tests.Data.Queries.Grouping;

public sealed class PairNumbersTests
{
    [Theory]
    [InlineData(3, 4)]
    [InlineData(1, 3_000_000)]
    [InlineData(100, 100_000)]
    [InlineData(1_000_000, 5)]
    public void Pairs_are_numbered_in_the_order_in_which_they_come(int firsts, int seconds)
    {
        var random = new Random(firsts);
        var expected = new Dictionary<(int, int), int>();
        var numbers = new PairNumbers(firsts);
        for (var i = 0; i < 200_000; i++)
        {
            var pair = (random.Next(firsts), random.Next(seconds));
            expected.TryAdd(pair, expected.Count);

            Assert.Equal(expected[pair], numbers.Of(pair.Item1, pair.Item2));
        }

        Assert.Equal(expected.Count, numbers.Count);
    }
}
