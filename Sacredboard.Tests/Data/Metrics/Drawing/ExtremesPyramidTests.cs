using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

public sealed class ExtremesPyramidTests
{
    [Property(MaxTest = 200)]
    public Property It_finds_what_a_scan_finds(int seed, bool isGrown)
    {
        var random = new Random(seed);
        var y = Values(random, random.Next(1, 40_000));
        var before = isGrown ? ExtremesPyramid.Of(y.AsSpan(0, random.Next(y.Length)), null) : null;
        var pyramid = ExtremesPyramid.Of(y, before);
        return Enumerable.Range(0, 50).All(_ =>
        {
            var start = random.Next(y.Length);
            var end = random.Next(start + 1, y.Length + 1);
            return pyramid.Of(y, start, end) == Scan(y, start, end);
        }).ToProperty();
    }

    [Property(MaxTest = 300)]
    public Property Vectors_find_what_a_loop_finds(int seed)
    {
        var random = new Random(seed);
        var y = Values(random, random.Next(1, 200));
        var start = random.Next(y.Length);
        return (Extremes.Of(y, start, y.Length) == Scan(y, start, y.Length)).ToProperty();
    }

    [Fact]
    public void A_longer_line_takes_over_the_blocks_of_the_line_that_it_extends()
    {
        var y = Values(new Random(1), 10_000);
        var before = ExtremesPyramid.Of(y, null);

        // Only what was appended is looked at: the blocks before say what they said.
        var after = ExtremesPyramid.Of([.. y.Select(_ => 0.0), .. Enumerable.Repeat(5.0, 2000)], before);

        Assert.Equal(before.Of(y, 0, 9_984), after.Of([.. y, .. Enumerable.Repeat(5.0, 2000)], 0, 9_984));
    }

    // Few different values, so that many are equal, and both zeros.
    private static double[] Values(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(10) == 0 ? -0.0 : random.Next(-200, 200) / 8.0)];

    private static (int Low, int High) Scan(double[] y, int start, int end)
    {
        var (low, high) = (start, start);
        for (var i = start; i < end; i++)
        {
            (low, high) = (y[i] < y[low] ? i : low, y[i] > y[high] ? i : high);
        }

        return (low, high);
    }
}
