using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Metrics;

public sealed class NumberScanTests
{
    // Wherever in a vector, or behind the last whole one, the odd number stands.
    [Fact]
    public void One_odd_number_is_found_at_every_place()
    {
        for (var length = 0; length < 40; length++)
        {
            double[] numbers = [.. Enumerable.Range(0, length).Select(i => i / 2 * 1.5)];
            Assert.True(NumberScan.IsAscending(numbers) && NumberScan.AllFinite(numbers));
            for (var place = 0; place < length; place++)
            {
                foreach (var odd in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity])
                {
                    double[] others = [.. numbers];
                    others[place] = odd;
                    Assert.False(NumberScan.AllFinite(others));
                }

                double[] lower = [.. numbers];
                lower[place] = -1;
                Assert.Equal(place == 0, NumberScan.IsAscending(lower));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void A_metric_of_finite_numbers_has_the_statistics_of_one_with_a_hole(int count)
    {
        var random = new Random(4);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => Math.Round(random.NextDouble(), 1) - 0.5)];
        double[] steps = [.. Enumerable.Range(0, count).Select(i => (double)i)];

        var whole = Metric.Of("m", steps, values, [], default);
        var holed = Metric.Of("m", [.. steps, count], [.. values, double.NaN], [], default);

        Assert.Equal(holed with { Count = count, NaN = 0 }, whole);
    }
}
