using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Tests.Web.Formatting;

public sealed class SparklineTests
{
    [Theory]
    [InlineData(new[] { 0, 1, 2.0 }, new[] { 0, 1, 2.0 }, "M2 34L80 18L158 2")]
    [InlineData(new[] { 0, 2, 0, 2.0 }, new[] { 5, 1, 1, 2.0 }, "M2 34L158 2")]
    [InlineData(new[] { 0, 1, 2.0 }, new[] { 0, double.NaN, 2 }, "M2 34h0M158 2h0")]
    [InlineData(new[] { 5.0 }, new[] { 1.0 }, "M80 18h0")]
    [InlineData(new double[] { }, new double[] { }, "")]
    public void Shows_the_last_value_of_each_step_and_is_broken_where_there_is_none(double[] steps, double[] values, string path)
    {
        var series = new MetricSeries { Name = "loss", Steps = steps, Values = values, Times = new double[steps.Length] };

        Assert.Equal(path, Sparkline.Of(Metric.Of("loss", steps, values, [], default), new MetricPoints(series, 1)).Path);
    }
}
