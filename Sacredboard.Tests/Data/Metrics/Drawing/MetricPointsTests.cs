using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

public sealed class MetricPointsTests
{
    private static readonly DateTime Start = new(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Without_columns_all_points_are_given_as_stored()
    {
        var values = Enumerable.Range(0, 5000).Select(i => Math.Sin(i) / 3).ToArray();
        var drawing = Points(values).Draw(new MetricWindow());
        Assert.Equal(values, drawing.Y);
        Assert.False(drawing.Reduced);
        Assert.Equal((0, 4999), (drawing.From, drawing.To));
    }

    [Fact]
    public void With_columns_at_most_four_points_of_each_are_given()
    {
        var values = Enumerable.Range(0, 5000).Select(i => Math.Sin(i) / 3).ToArray();
        var drawing = Points(values).Draw(new MetricWindow { Columns = 100 });
        Assert.True(drawing.Reduced);
        Assert.InRange(drawing.X.Length, 300, 400);
        Assert.All(drawing.Y, y => Assert.Equal(y, Math.Round(y, 10)));
        Assert.Equal(drawing.X.Order(), drawing.X);
    }

    [Fact]
    public void With_columns_values_have_no_more_digits_than_can_be_seen()
    {
        var values = Enumerable.Range(0, 5000).Select(i => Math.Sin(i) / 3).ToArray();
        var drawing = Points(values).Draw(new MetricWindow { Columns = 100 });
        Assert.Equal(-0.317918, drawing.Y[drawing.X.IndexOf(49)]);
    }

    [Fact]
    public void Relative_time_begins_when_the_run_started()
    {
        var drawing = Points([1, 2, 3]).Draw(new MetricWindow { Axis = MetricAxis.Relative, Started = Start.AddSeconds(-10) });
        Assert.Equal([10, 11, 12], drawing.X);
        Assert.Equal((10, 12), (drawing.From, drawing.To));
        var part = Points([1, 2, 3])
            .Draw(new MetricWindow { Axis = MetricAxis.Relative, Started = Start.AddSeconds(-10), From = 11.5, To = 11.6 });
        Assert.Equal([11, 12], part.X);
        Assert.Equal((11.5, 11.6), (part.From, part.To));
    }

    [Fact]
    public void Relative_time_of_a_run_without_a_start_begins_with_the_metric()
    {
        Assert.Equal([0, 1, 2], Points([1, 2, 3]).Draw(new MetricWindow { Axis = MetricAxis.Relative }).X);
    }

    [Fact]
    public void Wall_time_is_in_milliseconds()
    {
        var zero = (Start - DateTime.UnixEpoch).TotalMilliseconds;
        Assert.Equal([zero, zero + 1000], Points([1, 2]).Draw(new MetricWindow { Axis = MetricAxis.Time }).X);
    }

    [Fact]
    public void Only_NaN_draws_no_line_but_marks()
    {
        var drawing = Points([double.NaN, double.NaN]).Draw(new MetricWindow { Columns = 10 });
        Assert.Empty(drawing.X);
        Assert.Equal([new(0, 1, MetricMarkKind.NaN, 2)], drawing.Marks);
    }

    [Fact]
    public void The_line_breaks_at_a_restart_and_where_points_cannot_be_drawn()
    {
        var series = Series([1, 2, double.NaN, 3, 4, 5]) with { Steps = [0, 1, 2, 3, 0, 1] };
        var drawing = new MetricPoints(series, 1).Draw(new MetricWindow { Columns = 10, Order = PointOrder.Recorded });
        Assert.Equal([0, 1, 3, 0, 1], drawing.X);
        Assert.Equal([1, 2, 3, 4, 5], drawing.Y);
        Assert.Equal([2, 3], drawing.Breaks);
    }

    [Fact]
    public void Each_pass_is_reduced_by_itself()
    {
        var steps = Enumerable.Range(0, 5000).Select(i => (double)i).ToArray();
        var (first, second) = (steps.Select(Math.Sin).ToArray(), steps.Select(i => 3 + Math.Cos(i)).ToArray());
        var series = Series([.. first, .. second]) with { Steps = [.. steps, .. steps] };
        var window = new MetricWindow { Columns = 100, From = 1000, To = 2999, Order = PointOrder.Recorded };
        var drawing = new MetricPoints(series, 1).Draw(window);
        var (one, other) = (M4.Select(steps, first, 1000, 2999, 100), M4.Select(steps, second, 1000, 2999, 100));
        Assert.True(drawing.Reduced);
        Assert.Equal([one.Length], drawing.Breaks);
        Assert.Equal([.. one.Concat(other).Select(place => steps[place])], drawing.X);
        Assert.All(drawing.Y[..one.Length], y => Assert.InRange(y, -1, 1));
        Assert.All(drawing.Y[one.Length..], y => Assert.InRange(y, 2, 4));
    }

    [Fact]
    public void No_points_have_no_window()
    {
        var drawing = Points([]).Draw(new MetricWindow { Columns = 10 });
        Assert.True(double.IsNaN(drawing.From));
        Assert.Empty(drawing.X);
        Assert.Empty(drawing.Marks);
    }

    [Fact]
    public void Totals_are_exact_whatever_is_shown()
    {
        var series = Series([3, double.NaN, -1.25, double.PositiveInfinity, double.NaN]) with { NotNumbers = [4] };
        var totals = new MetricPoints(series, 1).Totals;
        Assert.Equal((5, 2, 1, 1, 1), (totals.Count, totals.Finite, totals.NaN, totals.PlusInfinity, totals.NotNumbers));
        Assert.Equal((-1.25, 3), (totals.Min, totals.Max));
        Assert.Null(Points([]).Totals.Min);
    }

    private static MetricPoints Points(double[] values) => new(Series(values), 1);

    private static MetricSeries Series(double[] values) => new()
    {
        Name = "loss",
        Steps = [.. Enumerable.Range(0, values.Length).Select(i => (double)i)],
        Values = values,
        Times = [.. Enumerable.Range(0, values.Length).Select(i => (Start.AddSeconds(i) - DateTime.UnixEpoch).TotalMilliseconds)],
    };
}
