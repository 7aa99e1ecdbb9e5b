using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

public sealed class WireTimeTests
{
    [Theory]
    [InlineData(MetricAxis.Relative, 0.001, 3600, 2)]
    [InlineData(MetricAxis.Relative, 0.001, 3.6e8, 0)]
    [InlineData(MetricAxis.Relative, 12.000001, 12.000101, 6)]
    [InlineData(MetricAxis.Time, 1795406410000.125, 1795410010000, -1)]
    [InlineData(MetricAxis.Time, 1795406410000.125, 1995406410000, -3)]
    public void Times_keep_few_decimals_and_their_column(MetricAxis axis, double from, double to, int decimals)
    {
        var scale = new PixelScale(from, to, 1000);
        var random = new Random(1);
        double[] exact = [from, .. Enumerable.Range(0, 5000).Select(_ => from + (random.NextDouble() * (to - from))).Order(), to, to * 1.1];
        double[] rounded = [.. exact];

        WireTime.Round(rounded, scale, axis);

        Assert.Equal(exact.Select(scale.ColumnOrSide), rounded.Select(scale.ColumnOrSide));
        Assert.Equal(rounded.Order(), rounded);
        Assert.All(exact.Zip(rounded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, Math.Pow(10, -decimals)));
        if (decimals < 6)
        {
            var power = Math.Pow(10, Math.Abs(decimals));
            Assert.All(rounded, time => Assert.Equal(
                decimals < 0 ? Math.Round(time / power) * power : Math.Round(time * power) / power, time));
        }
    }

    [Theory]
    [InlineData(MetricAxis.Step, AxisScale.Linear)]
    [InlineData(MetricAxis.Metric, AxisScale.Linear)]
    [InlineData(MetricAxis.Time, AxisScale.Log)]
    public void All_else_stays_exact(MetricAxis axis, AxisScale scale)
    {
        double[] x = [1.23456789, 5000.123456789, double.MaxValue];

        WireTime.Round(x, new PixelScale(1, 1e6, 1000, scale), axis);

        Assert.Equal([1.23456789, 5000.123456789, double.MaxValue], x);
    }
}
