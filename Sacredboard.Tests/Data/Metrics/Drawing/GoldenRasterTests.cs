using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

/// <summary>A drawing, as it is sent, paints the same pixels as all points do.</summary>
public sealed class GoldenRasterTests
{
    private const int Columns = 1000;
    private const int Rows = 300;
    private const int Points = 20_000;

    public static TheoryData<string, AxisScale, AxisScale> Shapes => new(
        from name in CurveShapes.Names
        from xScale in Enum.GetValues<AxisScale>()
        from yScale in Enum.GetValues<AxisScale>()
        select (name, xScale, yScale));

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_is_exact_at_every_zoom(string name, AxisScale xScale, AxisScale yScale)
    {
        var points = new MetricPoints(CurveShapes.Of(name, Points), 1);
        var window = new MetricWindow { Columns = Columns, Rows = Rows, XScale = xScale, YScale = yScale };
        foreach (var zoomed in Zooms(points, window, 4))
        {
            AssertExact(points, zoomed);
        }
    }

    [Theory]
    [InlineData(MetricAxis.Relative, PointOrder.Auto)]
    [InlineData(MetricAxis.Time, PointOrder.Auto)]
    [InlineData(MetricAxis.Step, PointOrder.Recorded)]
    [InlineData(MetricAxis.Step, PointOrder.Last)]
    [InlineData(MetricAxis.Time, PointOrder.Last)]
    public void Every_axis_and_order_is_exact(MetricAxis axis, PointOrder order)
    {
        foreach (var name in (string[])["resumed", "repeated", "gaps"])
        {
            var points = new MetricPoints(CurveShapes.Of(name, Points), 1);
            foreach (var zoomed in Zooms(points, new() { Columns = Columns, Rows = Rows, Axis = axis, Order = order }, 4))
            {
                AssertExact(points, zoomed);
            }
        }
    }

    [Theory]
    [InlineData("walk", AxisScale.Linear)]
    [InlineData("wave", AxisScale.Linear)]
    [InlineData("loss", AxisScale.Log)]
    [InlineData("stairs", AxisScale.Log)]
    [InlineData("gaps", AxisScale.Linear)]
    public void Another_metric_as_x_is_exact_although_the_line_goes_back_and_forth(string other, AxisScale xScale)
    {
        var points = new MetricPoints(CurveShapes.Of("noise", Points), 1);
        var by = new MetricPoints(CurveShapes.Of(other, Points - 100, seed: 2), 2);
        var window = new MetricWindow { Columns = Columns, Rows = Rows, XScale = xScale, Axis = MetricAxis.Metric, By = by };
        foreach (var zoomed in Zooms(points, window, 4))
        {
            AssertExact(points, zoomed);
        }
    }

    [Theory]
    [InlineData("spikes", AxisScale.Linear)]
    [InlineData("loss", AxisScale.Log)]
    [InlineData("huge", AxisScale.Linear)]
    public void A_robust_and_a_fixed_axis_are_exact(string name, AxisScale yScale)
    {
        var points = new MetricPoints(CurveShapes.Of(name, Points), 1);
        var window = new MetricWindow { Columns = Columns, Rows = Rows, YScale = yScale };
        AssertExact(points, window with { YRange = ValueRange.Robust });
        AssertExact(points, window with { Low = 0.3, High = 0.7 });
        AssertExact(points, window with { Rows = 37, Columns = 211, Grow = true });
    }

    [Theory]
    [InlineData("ema:0.99")]
    [InlineData("median:21")]
    public void A_smoothed_line_is_that_of_all_points(string smoothing)
    {
        Assert.True(Smoother.TryParse(smoothing, out var smoother));
        var series = CurveShapes.Of("spikes", Points);
        var smoothed = new double[series.Count];
        smoother.Apply(series.Steps, series.Values, smoothed);
        var window = new MetricWindow { Columns = Columns, Rows = Rows, From = 1000, To = 17_000 };

        var drawing = new MetricPoints(series, 1).Draw(window with { Smooth = smoother });
        var lean = new MetricPoints(series, 1).Draw(window with { Smooth = smoother, Lean = true });

        AssertSame(drawing, drawing.Smoothed!, AllPoints.Lines(series with { Values = smoothed }, window), window);
        AssertSame(lean, lean.Smoothed!, AllPoints.Lines(series with { Values = smoothed }, window), window);
        Assert.Equal(new MetricPoints(series, 1).Draw(window).X, drawing.X);
    }

    [Fact]
    public void Every_sample_is_exact()
    {
        var count = 0;
        foreach (var series in CurveShapes.Samples())
        {
            foreach (var yScale in Enum.GetValues<AxisScale>())
            {
                AssertExact(new(series, 1), new() { Columns = 60, Rows = Rows, YScale = yScale });
            }

            count++;
        }

        Assert.True(count > 50);
    }

    [Fact]
    public void A_lean_drawing_of_noise_has_hardly_more_than_two_points_of_a_column()
    {
        var points = new MetricPoints(CurveShapes.Of("noise", Points), 1);
        var window = new MetricWindow { Columns = Columns, Rows = Rows };

        Assert.InRange(points.Draw(window).X.Length, 3.5 * Columns, 4 * Columns);
        Assert.InRange(points.Draw(window with { Lean = true }).X.Length, 2 * Columns, 2.6 * Columns);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_column_that_is_left_out_is_seen(bool lean)
    {
        var series = CurveShapes.Of("noise", Points);
        var window = new MetricWindow { Columns = Columns, Rows = Rows, Lean = lean };
        var drawing = new MetricPoints(series, 1).Draw(window);
        var scale = new PixelScale(drawing.From, drawing.To, Columns);
        foreach (var column in (int[])[0, 1, 500, 998, 999])
        {
            var kept = Enumerable.Range(0, drawing.X.Length).Where(i => scale.Column(drawing.X[i]) != column).ToList();
            var line = drawing.Line with { X = [.. kept.Select(i => drawing.X[i])], Y = [.. kept.Select(i => drawing.Y[i])] };

            Assert.NotEqual(0, Differences(Picture(drawing, AllPoints.Lines(series, window), window), drawing, line, window));
        }
    }

    private static IEnumerable<MetricWindow> Zooms(MetricPoints points, MetricWindow window, int count)
    {
        yield return window;
        var (from, to) = points.Extent(window);
        var random = new Random(3);
        for (var width = 0.7; count > 0; (width, count) = (width / 4, count - 1))
        {
            var left = random.NextDouble() * (1 - width);
            yield return window.XScale == AxisScale.Log
                ? window with { From = from * Math.Pow(to / from, left), To = from * Math.Pow(to / from, left + width) }
                : window with { From = from + ((to - from) * left), To = from + ((to - from) * (left + width)) };
        }
    }

    // A lean drawing has fewer points, and paints the same pixels.
    private static void AssertExact(MetricPoints points, MetricWindow window)
    {
        var lines = AllPoints.Lines(points.Series, window);
        var (drawing, lean) = (points.Draw(window), points.Draw(window with { Lean = true }));
        var picture = Picture(drawing, lines, window);
        Assert.Equal((0, 0), (Differences(picture, drawing, drawing.Line, window), Differences(picture, lean, lean.Line, window)));
        Assert.True(lean.X.Length <= drawing.X.Length);

        var inside = lines.SelectMany(line => line).Where(point => point.X >= drawing.From && point.X <= drawing.To).ToList();
        if (inside.Count > 0)
        {
            // The exact x is there, its y in the right row.
            foreach (var extreme in (double[])[inside.Min(point => point.Y), inside.Max(point => point.Y)])
            {
                var row = Math.Floor(drawing.Values.Row(extreme, window.Rows));
                var x = inside.Where(point => point.Y == extreme).Select(point => point.X).ToHashSet();
                Assert.Contains(
                    Enumerable.Range(0, drawing.X.Length),
                    i => x.Contains(drawing.X[i]) && Math.Floor(drawing.Values.Row(drawing.Y[i], window.Rows)) == row);
                Assert.Contains(lean.Y, y => Math.Floor(drawing.Values.Row(y, window.Rows)) == row);
            }
        }
    }

    private static void AssertSame(
        MetricDrawing drawing, DrawnLine line, List<List<(double X, double Y)>> lines, MetricWindow window) =>
        Assert.Equal(0, Differences(Picture(drawing, lines, window), drawing, line, window));

    private static Raster Picture(MetricDrawing drawing, List<List<(double X, double Y)>> lines, MetricWindow window)
    {
        var all = Empty(drawing, window);
        lines.ForEach(all.Paint);
        Assert.True(all.Painted > 0 || lines.TrueForAll(one => one.Count == 0) || drawing.X.Length <= 2);
        return all;
    }

    private static int Differences(Raster picture, MetricDrawing drawing, DrawnLine line, MetricWindow window)
    {
        var some = Empty(drawing, window);
        some.Paint(line);
        return picture.Differences(some);
    }

    private static Raster Empty(MetricDrawing drawing, MetricWindow window) =>
        new(new(drawing.From, drawing.To, window.Columns!.Value, window.XScale), drawing.Values, window.Rows);
}
