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

        AssertSame(drawing, drawing.Smoothed!, AllPoints.Lines(series with { Values = smoothed }, window), window);
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
    public void A_column_that_is_left_out_is_seen()
    {
        var series = CurveShapes.Of("noise", Points);
        var window = new MetricWindow { Columns = Columns, Rows = Rows };
        var drawing = new MetricPoints(series, 1).Draw(window);
        var scale = new PixelScale(drawing.From, drawing.To, Columns);
        foreach (var column in (int[])[0, 1, 500, 998, 999])
        {
            var kept = Enumerable.Range(0, drawing.X.Length).Where(i => scale.Column(drawing.X[i]) != column).ToList();
            var line = drawing.Line with { X = [.. kept.Select(i => drawing.X[i])], Y = [.. kept.Select(i => drawing.Y[i])] };

            Assert.NotEqual(0, Differences(drawing, line, AllPoints.Lines(series, window), window));
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

    private static void AssertExact(MetricPoints points, MetricWindow window)
    {
        var drawing = points.Draw(window);
        var lines = AllPoints.Lines(points.Series, window);
        AssertSame(drawing, drawing.Line, lines, window);

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
            }
        }
    }

    private static void AssertSame(
        MetricDrawing drawing, DrawnLine line, List<List<(double X, double Y)>> lines, MetricWindow window) =>
        Assert.Equal(0, Differences(drawing, line, lines, window));

    private static int Differences(
        MetricDrawing drawing, DrawnLine line, List<List<(double X, double Y)>> lines, MetricWindow window)
    {
        var scale = new PixelScale(drawing.From, drawing.To, window.Columns!.Value, window.XScale);
        var (all, some) = (new Raster(scale, drawing.Values, window.Rows), new Raster(scale, drawing.Values, window.Rows));
        foreach (var one in lines)
        {
            all.Paint(one);
        }

        some.Paint(line);
        Assert.True(all.Painted > 0 || lines.TrueForAll(one => one.Count == 0) || drawing.X.Length <= 2);
        return all.Differences(some);
    }
}
