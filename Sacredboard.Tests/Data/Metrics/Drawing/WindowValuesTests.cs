using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

/// <summary>The axes of a drawing: which values and steps they show, and what they leave out.</summary>
public sealed class WindowValuesTests
{
    [Theory]
    [InlineData(0, 1, AxisScale.Linear, -0.04, 1.04)]
    [InlineData(-3, 5, AxisScale.Linear, -3.32, 5.32)]
    [InlineData(2, 2, AxisScale.Linear, 1.9, 2.1)]
    [InlineData(0, 0, AxisScale.Linear, -1, 1)]
    [InlineData(1, 1000, AxisScale.Log, 0.758, 1320)]
    public void An_axis_leaves_a_little_room(double low, double high, AxisScale scale, double bottom, double top)
    {
        var axis = ValueAxis.Around(low, high, scale, grow: false);
        Assert.Equal((bottom, top), (axis.Low, axis.High));
    }

    [Theory]
    [InlineData(double.MinValue, double.MaxValue)]
    [InlineData(5e-324, 1e-320)]
    [InlineData(1e308, 1.7e308)]
    [InlineData(1234567.00001, 1234567.00002)]
    public void An_axis_shows_all_values_however_odd(double low, double high)
    {
        foreach (var grow in (bool[])[false, true])
        {
            foreach (var scale in low > 0 ? (AxisScale[])[AxisScale.Linear, AxisScale.Log] : [AxisScale.Linear])
            {
                var axis = ValueAxis.Around(low, high, scale, grow);
                Assert.True(axis.Low <= low && axis.High >= high && double.IsFinite(axis.Low) && double.IsFinite(axis.High));
                Assert.InRange(axis.Row(high, 300), axis.Row(low, 300) + 1, 301);
            }
        }
    }

    [Fact]
    public void Edges_that_grow_stay_while_values_change_little()
    {
        var edges = Enumerable.Range(0, 100)
            .Select(i => ValueAxis.Around(0.15 - (i * 0.00005), 2.3 + (i * 0.00005), AxisScale.Linear, grow: true));
        Assert.Single(edges.Distinct());
    }

    [Fact]
    public void A_window_that_grows_has_room_on_the_right()
    {
        var drawing = Draw([.. Enumerable.Range(0, 1000).Select(i => (double)i)], new() { Columns = 10, Grow = true });
        Assert.Equal((0, 1200), (drawing.From, drawing.To));
        Assert.Equal(1, Draw([5], new() { Columns = 10, Grow = true }).To);
    }

    [Fact]
    public void The_line_into_the_window_counts_and_what_lies_outside_does_not()
    {
        var drawing = Draw([100, 0, 1, 2, 100], new() { From = 1, To = 3.5 });
        Assert.Equal((-2.04, 53.04), (drawing.Values.Low, drawing.Values.High));
    }

    [Fact]
    public void A_robust_axis_leaves_out_a_few_values_far_away_and_says_how_many()
    {
        double[] values = [1e6, -1e6, .. Enumerable.Range(0, 998).Select(i => Math.Sin(i))];
        var drawing = Draw(values, new() { YRange = ValueRange.Robust });
        Assert.InRange(drawing.Values.Low, -1.6, -1.01);
        Assert.InRange(drawing.Values.High, 1.01, 1.6);
        Assert.Equal(2, drawing.Hidden);
        Assert.Equal(0, Draw(values, new()).Hidden);
    }

    [Fact]
    public void A_robust_axis_shows_all_values_when_leaving_some_out_wins_little()
    {
        double[] wave = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i))];
        Assert.Equal(Draw(wave, new()).Values, Draw(wave, new() { YRange = ValueRange.Robust }).Values);
        double[] flat = [5, .. Enumerable.Repeat(1.0, 1000)];
        Assert.Equal(0, Draw(flat, new() { YRange = ValueRange.Robust }).Hidden);
        Assert.Equal(0, Draw([1, 2, 300], new() { YRange = ValueRange.Robust }).Hidden);
    }

    [Fact]
    public void One_edge_may_be_given()
    {
        var drawing = Draw([1, 2, 3], new() { Low = 0 });
        Assert.Equal((0, 3.08), (drawing.Values.Low, drawing.Values.High));
        Assert.True(Draw([1, 2, 3], new() { Low = 10 }).Values is { Low: 10, High: > 10 });
        Assert.True(Draw([1, 2, 3], new() { High = -10 }).Values is { Low: < -10, High: -10 });
    }

    [Fact]
    public void Steps_recorded_twice_show_their_last_values_and_are_counted()
    {
        var series = CurveShapes.Of("loss", [0, 1, 2, 3, 1, 2, 3, 4], [10, 11, 12, 13, 21, double.NaN, 23, 24]);
        var drawing = new MetricPoints(series, 1).Draw(new());
        Assert.Equal([0, 1, 3, 4], drawing.X);
        Assert.Equal([10, 21, 23, 24], drawing.Y);
        Assert.Equal([2], drawing.Breaks);
        Assert.Equal((PointOrder.Last, new RepeatedSteps(3, 1, 3)), (drawing.Order, drawing.Repeated));
        Assert.Equal([new(2, 2, MetricMarkKind.NaN, 1)], drawing.Marks);
        Assert.Equal(8, new MetricPoints(series, 1).Draw(new() { Order = PointOrder.Recorded }).X.Length + 1);
    }

    [Fact]
    public void Steps_that_repeat_and_never_go_back_are_all_drawn()
    {
        var points = new MetricPoints(CurveShapes.Of("loss", [0, 0, 1, 1], [1, 2, 3, 4]), 1);
        Assert.Equal([1, 2, 3, 4], points.Draw(new()).Y);
        Assert.Equal(PointOrder.Recorded, points.Draw(new()).Order);
        Assert.Equal([2, 4], points.Draw(new() { Order = PointOrder.Last }).Y);
    }

    [Fact]
    public void Another_metric_is_joined_by_steps_and_the_line_goes_along_them()
    {
        var by = new MetricPoints(CurveShapes.Of("rate", [0, 1, 2, 2, 5, 7], [3, 2, 9, 1, double.NaN, 4]), 2);
        var points = new MetricPoints(CurveShapes.Of("loss", [0, 1, 2, 3, 5, 7], [10, 11, 12, 13, 15, double.NaN]), 1);
        var drawing = points.Draw(new() { Axis = MetricAxis.Metric, By = by, Columns = 100 });
        Assert.Equal([3, 2, 1], drawing.X);
        Assert.Equal([10, 11, 12], drawing.Y);
        Assert.Equal((1, 4), (drawing.From, drawing.To));
        Assert.Equal(
            [new(4, 4, MetricMarkKind.NaN, 1), new(double.NaN, double.NaN, MetricMarkKind.NoX, 2)],
            drawing.Marks);
    }

    private static MetricDrawing Draw(double[] values, MetricWindow window) =>
        new MetricPoints(CurveShapes.Of("loss", [.. values.Select((_, i) => (double)i)], values), 1).Draw(window);
}
