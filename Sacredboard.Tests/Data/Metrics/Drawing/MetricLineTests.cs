using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

public sealed class MetricLineTests
{
    [Fact]
    public void A_series_in_order_is_used_as_it_is()
    {
        var series = Series([0, 1, 1, 2], [1, 2, 3, 4]);
        var line = Assert.Single(MetricLine.Recorded(series, series.Steps, series.Steps).Passes);
        Assert.Same(series.Steps, line.X);
        Assert.Same(series.Values, line.Y);
        Assert.Equal((0, 2), (line.From, line.To));
    }

    [Fact]
    public void Steps_out_of_order_are_sorted_and_equal_ones_keep_their_order()
    {
        var series = Series([10, 10, 5, 5, 6, 1.5], [1, 2, 3, 4, 5, 6]);
        var line = Assert.Single(MetricLine.Recorded(series, series.Steps, series.Steps).Passes);
        Assert.Equal([1.5, 5, 5, 6, 10, 10], line.X);
        Assert.Equal([6, 3, 4, 5, 1, 2], line.Y);
    }

    [Fact]
    public void A_line_begins_anew_where_recorded_steps_are_recorded_again()
    {
        var series = Series([0, 1, 2, double.NaN, 1, 2, 3], [1, 2, 3, 0, 5, double.NaN, 6]) with { Times = [0, 10, 20, 25, 30, 40, 50] };
        var steps = MetricLine.Recorded(series, series.Steps, series.Steps);
        Assert.Equal([[0, 1, 2], [1, 3]], steps.Passes.Select(pass => pass.X));
        Assert.Equal([[1, 2, 3], [5, 6]], steps.Passes.Select(pass => pass.Y));
        Assert.Equal((0, 3), (steps.From, steps.To));
        Assert.Equal(
            [new(2, 2, MetricMarkKind.NaN, 1), new(double.NaN, double.NaN, MetricMarkKind.NoX, 1)],
            steps.MarksIn(new PixelScale(0, 3, 1), columns: false));
        Assert.Equal([[0, 10, 20, 25], [30, 50]], MetricLine.Recorded(series, series.Times, series.Times).Passes.Select(pass => pass.X));
    }

    [Fact]
    public void Steps_that_only_fall_are_one_line() =>
        Assert.Equal([1, 2, 3], Assert.Single(Recorded(Series([3, 2, 1], [30, 20, 10])).Passes).X);

    [Fact]
    public void With_too_many_restarts_points_are_out_of_order_and_no_passes()
    {
        Assert.Equal(MetricPasses.Max, PassesOf(MetricPasses.Max));
        Assert.Equal(1, PassesOf(MetricPasses.Max + 1));

        static int PassesOf(int passes) => MetricPasses.Of([.. Enumerable.Range(0, passes).SelectMany(_ => (double[])[0, 1])]).Length;
    }

    [Fact]
    public void Sorting_many_equal_steps_is_stable()
    {
        var random = new Random(7);
        var steps = Enumerable.Range(0, 20_000).Select(_ => (double)random.Next(50)).ToArray();
        var series = Series(steps, [.. Enumerable.Range(0, steps.Length).Select(i => (double)i)]);
        var line = Assert.Single(MetricLine.Recorded(series, steps, steps).Passes);
        Assert.Equal(steps.Select((step, i) => (step, (double)i)).OrderBy(p => p.step).Select(p => p.Item2), line.Y);
    }

    [Fact]
    public void What_is_not_finite_is_a_mark_and_no_point()
    {
        double[] values = [1, double.NaN, double.NaN, 2, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        var series = Series([0, 1, 2, 3, 4, 5, 6], values) with { NotNumbers = [6] };
        var line = MetricLine.Recorded(series, series.Steps, series.Steps);
        var pass = Assert.Single(line.Passes);
        Assert.Equal([0, 3], pass.X);
        Assert.Equal([1, 2], pass.Y);
        Assert.Equal((0, 6), (line.From, line.To));
        Assert.Equal(
            [
                new(1, 2, MetricMarkKind.NaN, 2),
                new(4, 4, MetricMarkKind.PlusInfinity, 1),
                new(5, 5, MetricMarkKind.MinusInfinity, 1),
                new(6, 6, MetricMarkKind.NotANumber, 1),
            ],
            line.MarksIn(new PixelScale(0, 6, 1), columns: false));
        Assert.Equal([new(2, 2, MetricMarkKind.NaN, 1)], line.MarksIn(new PixelScale(2, 3, 1), columns: false));
    }

    [Fact]
    public void A_step_that_is_not_finite_is_counted()
    {
        var series = Series([0, double.NaN, double.PositiveInfinity, 1], [1, 2, 3, 4]);
        var line = MetricLine.Recorded(series, series.Steps, series.Steps);
        Assert.Equal([1, 4], Assert.Single(line.Passes).Y);
        var mark = Assert.Single(line.MarksIn(new PixelScale(0, 1, 10), columns: true));
        Assert.Equal((MetricMarkKind.NoX, 2), (mark.Kind, mark.Count));
    }

    [Fact]
    public void Only_NaN_is_a_range_without_a_line()
    {
        var series = Series([3, 4, 5], [double.NaN, double.NaN, double.NaN]);
        var line = MetricLine.Recorded(series, series.Steps, series.Steps);
        Assert.Empty(Assert.Single(line.Passes).X);
        Assert.Equal((3, 5), (line.From, line.To));
        Assert.Equal([new(3, 5, MetricMarkKind.NaN, 3)], line.MarksIn(new PixelScale(3, 5, 100), columns: true));
    }

    [Fact]
    public void Marks_are_at_most_one_of_a_kind_per_column_and_lose_no_point()
    {
        var values = Enumerable.Range(0, 100_000)
            .Select(i => (i % 4) switch { 0 => double.NaN, 1 => 1, 2 => double.PositiveInfinity, _ => 2.0 }).ToArray();
        var series = Series([.. Enumerable.Range(0, values.Length).Select(i => (double)i)], values);
        var marks = Recorded(series).MarksIn(new PixelScale(0, values.Length - 1, 100), columns: true);
        Assert.Equal(200, marks.Count);
        Assert.Equal(50_000, marks.Sum(mark => mark.Count));
        Assert.Equal(marks.OrderBy(mark => mark.X), marks);
    }

    private static MetricLine Recorded(MetricSeries series) => MetricLine.Recorded(series, series.Steps, series.Steps);

    private static MetricSeries Series(double[] steps, double[] values) =>
        new() { Name = "loss", Steps = steps, Values = values, Times = new double[steps.Length] };
}
