using Sacredboard.Data.Metrics;

namespace Sacredboard.Tests.Data.Metrics;

public sealed class MetricTests
{
    [Fact]
    public void Finite_values_count_for_the_extremes_and_the_mean()
    {
        double[] values = [3, double.NaN, 1, double.PositiveInfinity, 1, double.NegativeInfinity, double.NaN, 5];

        var metric = Metric.Of("loss", [0, 1, 2, 3, 4, 5, 6, 7], values, [6], default);

        Assert.Equal(
            (8, 4, 1, 1, 1, 1),
            (metric.Count, metric.Finite, metric.NaN, metric.PlusInfinity, metric.MinusInfinity, metric.NotNumbers));
        Assert.Equal((1.0, 2.0, 5.0, 7.0, 2.5), (metric.Min, metric.MinStep, metric.Max, metric.MaxStep, metric.Mean));
    }

    [Fact]
    public void Without_finite_values_there_are_no_extremes()
    {
        var metric = Metric.Of("loss", [1], [double.NaN], [], default);

        Assert.Equal((null, null, null), (metric.Min, metric.Max, metric.Mean));
    }

    [Fact]
    public void The_mean_of_huge_values_does_not_overflow()
    {
        var metric = Metric.Of("loss", [1, 2], [1e308, 1.6e308], [], default);

        Assert.Equal(1.3e308, metric.Mean!.Value, 1e300);
    }
}
