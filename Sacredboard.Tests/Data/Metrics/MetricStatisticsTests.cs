using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Metrics;

public sealed class MetricStatisticsTests
{
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData(new[] { 1.0, 2.0 }, new int[0], 1.0, 2.0, 1.0, 2.0)]
    [InlineData(new[] { double.NaN, 1.0, 2.0, Infinity }, new int[0], double.NaN, Infinity, 1.0, 2.0)]
    [InlineData(new[] { -Infinity, double.NaN }, new int[0], -Infinity, double.NaN, null, null)]
    [InlineData(new[] { double.NaN, 1.0, double.NaN }, new[] { 0, 2 }, null, null, 1.0, 1.0)]
    [InlineData(new double[0], new int[0], null, null, null, null)]
    public void First_and_last_are_what_was_recorded_and_beside_them_the_finite_ones(
        double[] values, int[] notNumbers, double? first, double? last, double? firstFinite, double? lastFinite)
    {
        var statistics = MetricStatistics.Of([.. values.Select((_, i) => (double)i)], values, notNumbers, null);

        Assert.Equal(
            (first, last, firstFinite, lastFinite),
            (statistics.First, statistics.Last, statistics.FirstFinite, statistics.LastFinite));
    }

    [Theory]
    [InlineData(1, double.NaN)]
    [InlineData(2, null)]
    [InlineData(3, Infinity)]
    [InlineData(7, null)]
    public void The_value_at_a_step_is_what_was_recorded_there(double step, double? value)
    {
        var statistics = MetricStatistics.Of([1, 2, 3], [double.NaN, double.NaN, Infinity], [1], step);

        Assert.Equal(value, statistics.At);
    }
}
