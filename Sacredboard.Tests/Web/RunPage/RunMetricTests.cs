using Sacredboard.Data.Metrics;
using Sacredboard.Web.Models.RunPage;

namespace Sacredboard.Tests.Web.RunPage;

public sealed class RunMetricTests
{
    private const double NaN = double.NaN;

    [Theory]
    [InlineData(new double[] { }, new double[] { }, "No points are stored.", null)]
    [InlineData(new[] { 0, 1.0 }, new[] { 1, 2.0 }, null, null)]
    [InlineData(new[] { 0, 1.0 }, new[] { NaN, double.PositiveInfinity }, "None of its values is a finite number.", "1 NaN, 1 ∞")]
    [InlineData(new[] { NaN, NaN }, new[] { 1, 2.0 }, "None of its steps is a number. Its values can be drawn by time.", "2 without a step")]
    [InlineData(new[] { NaN, 1 }, new[] { 1, NaN }, "None of its finite values has a step that is a number.", "1 NaN, 1 without a step")]
    [InlineData(new[] { 0, 1, 0, 1.0 }, new[] { 1, 2, 3, 4.0 }, null, "starts again once")]
    [InlineData(new[] { 0, 1, 0, 1, 0, 1.0 }, new[] { 1, 2, 3, 4, 5, 6.0 }, null, "starts again 2 times")]
    [InlineData(new[] { 3, 2, 1.0 }, new[] { 1, 2, 3.0 }, null, null)]
    public void Says_what_a_chart_does_not_show(double[] steps, double[] values, string? problem, string? odd)
    {
        var metric = new RunMetric(Metric.Of("loss", steps, values, [], default), "/points");

        Assert.Equal((problem, odd), (metric.Problem, metric.NotDrawn));
        Assert.Contains(problem ?? "", metric.Label);
        Assert.Contains(odd ?? "", metric.Label);
    }

    [Fact]
    public void Values_that_are_no_numbers_are_no_chart()
    {
        var metric = new RunMetric(Metric.Of("loss", [0, 1], [NaN, NaN], [0, 1], default), "/points");

        Assert.Equal(("None of its values is a number.", "2 not a number"), (metric.Problem, metric.NotDrawn));
        Assert.False(metric.Drawable);
    }
}
