using Sacredboard.Web.Models.Api;

namespace Sacredboard.Tests.Web.Api;

public sealed class PackedNumbersTests
{
    public static TheoryData<double[], int?> Lists => new()
    {
        { [], -3 },
        { [0, 1, 2, 5], 0 },
        { [5000, 9000, 123000], -3 },
        { [0.1, 0.2, 0.30], 1 },
        { [1795406410000.125, 1795406410000.25], 3 },
        { [-2.5, 1e-9, 7], 9 },
        { [(1L << 52) - 1, 0], 0 },
        { [1L << 54, 1], null },
        { [1e13, 0.001], null },
        { [Math.PI], null },
        { [1, -0.0], null },
        { [double.MaxValue, double.Epsilon], null },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Sums_are_exactly_the_numbers(double[] numbers, int? decimals)
    {
        foreach (var back in (int[])[1, 2])
        {
            var packed = PackedNumbers.Of(numbers, back);

            Assert.Equal(decimals, packed?.Decimals);
            if (packed is not null)
            {
                Assert.Equal(numbers, Sums(packed, back));
            }
        }
    }

    [Fact]
    public void Differences_are_short_where_numbers_are_alike()
    {
        Assert.True(PackedNumbers.Of([0.512345, 0.7, 0.512346, 0.70001], 2)!.IsShort);
        Assert.False(PackedNumbers.Of([1e-9, 123456, 1e-8, -98765], 2)!.IsShort);
    }

    // As a browser adds them up.
    private static double[] Sums(PackedNumbers packed, int back)
    {
        var sums = new double[packed.Differences.Length];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = packed.Differences[i] + (i < back ? 0 : sums[i - back]);
        }

        var power = Math.Pow(10, Math.Abs(packed.Decimals));
        return Array.ConvertAll(sums, sum => packed.Decimals < 0 ? sum * power : sum / power);
    }
}
