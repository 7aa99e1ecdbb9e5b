using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

/// <summary>What someone has who drew a growing metric and then only got tails.</summary>
public sealed class DrawingTailTests
{
    private static readonly string?[] Smoothings = [null, "ema:0.9", "twema:0.95", "gauss:3", "mean:7", "median:5"];

    [Property(MaxTest = 400)]
    public Property A_drawing_and_its_tails_are_the_whole_drawing(int seed)
    {
        var random = new Random(seed);
        var series = Grown(random, random.Next(1, 1500));
        var window = Window(random);
        var (points, version) = (new MetricPoints(series.First(random.Next(1, series.Count + 1)), 1), 1L);
        var has = points.Draw(window);
        while (points.Series.Count < series.Count)
        {
            var count = points.Series.Count;
            points = new(series.First(Math.Min(series.Count, count + random.Next(1, 60))), ++version, points);
            var asked = window with { From = has.From, To = has.To };
            var answer = points.Draw(asked with { After = count });
            has = Applied(has, answer);
            if (!Same(has, points.Draw(asked)))
            {
                return false.ToProperty();
            }
        }

        return true.ToProperty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ema:0.9")]
    [InlineData("twema:0.9")]
    [InlineData("gauss:5")]
    [InlineData("median:11")]
    public void A_tail_is_short(string? smoothing)
    {
        var series = CurveShapes.Of("noise", 350_500);
        var window = new MetricWindow { Columns = 1000, Grow = true, Smooth = smoothing is null ? null : Read(smoothing) };
        var before = new MetricPoints(series.First(350_000), 1);
        var drawing = before.Draw(window);

        var tail = new MetricPoints(series, 2, before).Draw(window with { From = drawing.From, To = drawing.To, After = 350_000 });

        Assert.NotNull(tail.Tail);
        Assert.InRange(tail.X.Length, 1, 20);
        Assert.InRange(tail.Smoothed?.X.Length ?? 1, 1, 20);
    }

    // All points of a metric that fits into its columns stay where they are.
    [Fact]
    public void A_short_metric_has_a_short_tail_when_its_axes_change()
    {
        var (before, series) = (CurveShapes.Of("noise", 50), CurveShapes.Of("noise", 60));
        var drawing = new MetricPoints(before, 1).Draw(new() { Columns = 100, Grow = true });
        var grown = new MetricPoints(series, 2).Draw(new() { Columns = 100, Grow = true, After = 50 });
        Assert.NotEqual(drawing.To, grown.To);
        Assert.Equal((50, 10), (grown.Tail, grown.X.Length));
    }

    [Fact]
    public void A_drawing_is_whole_when_steps_began_anew()
    {
        double[] steps = [.. Enumerable.Range(0, 100).Select(i => (double)i)];
        var values = steps.Select(step => step % 7).ToArray();
        var window = new MetricWindow { Columns = 100, Grow = true, From = 0, To = 200 };
        Assert.Equal(100, After([.. steps, 100], [.. values, 3], window).Tail);
        Assert.Equal(100, After([.. steps, 100], [.. values, 300], window).Tail);
        Assert.Null(After([.. steps, 50], [.. values, 3], window).Tail);
        Assert.Null(After([.. steps, 50], [.. values, 3], window with { Order = PointOrder.Recorded }).Tail);
    }

    [Fact]
    public void A_tail_fits_to_a_drawing_in_another_window()
    {
        var (series, window) = (CurveShapes.Of("noise", 3000), new MetricWindow { Columns = 100, From = 0, To = 2999, Lean = true });
        var before = window with { To = 1999, Low = -1, High = 3 };
        var has = new MetricPoints(series.First(2000), 1).Draw(before);

        var answer = new MetricPoints(series, 2).Draw(window with { After = 2000, Before = before });

        Assert.True(Same(Applied(has, answer), new MetricPoints(series, 3).Draw(window)));
    }

    [Fact]
    public void Nothing_new_is_an_empty_tail()
    {
        var tail = new MetricPoints(CurveShapes.Of("noise", 5000), 1).Draw(new() { Columns = 100, Grow = true, After = 5000 });
        Assert.Empty(tail.X);
        Assert.True(tail.Tail > 4999);
    }

    [Fact]
    public void Contents_that_only_grew_are_of_one_lineage()
    {
        var series = CurveShapes.Of("noise", 100);
        var first = new MetricPoints(series.First(50), 7);
        Assert.Equal(7, new MetricPoints(series, 8, first).Lineage);
        Assert.Equal(9, new MetricPoints(series with { Values = [.. series.Values.Select(value => value + 1)] }, 9, first).Lineage);
        Assert.Equal(10, new MetricPoints(series.First(49), 10, first).Lineage);
        Assert.Equal(11, new MetricPoints(series with { NotNumbers = [3] }, 11, first).Lineage);
    }

    private static MetricDrawing After(double[] steps, double[] values, MetricWindow window) =>
        new MetricPoints(CurveShapes.Of("loss", steps, values), 2).Draw(window with { After = steps.Length - 1 });

    private static Smoother Read(string smoothing) =>
        Smoother.TryParse(smoothing, out var smoother) ? smoother : throw new FormatException(smoothing);

    private static MetricWindow Window(Random random) => new()
    {
        Columns = random.Next(3) == 0 ? 5 : random.Next(1, 200),
        Rows = random.Next(1, 400),
        Grow = random.Next(4) > 0,
        XScale = random.Next(4) == 0 ? AxisScale.Log : AxisScale.Linear,
        YScale = random.Next(4) == 0 ? AxisScale.Log : AxisScale.Linear,
        YRange = random.Next(4) == 0 ? ValueRange.Robust : ValueRange.Full,
        Order = (PointOrder)random.Next(3),
        Lean = random.Next(2) == 0,
        Axis = (MetricAxis)random.Next(3),
        Smooth = Smoothings[random.Next(Smoothings.Length)] is { } smoothing ? Read(smoothing) : null,
    };

    // Steps that sometimes repeat, and rarely go back; values that are sometimes missing, all in a range that is soon reached.
    private static MetricSeries Grown(Random random, int count)
    {
        var (goesBack, hasNaN, step) = (random.Next(4) == 0, random.Next(3) == 0, 1.0);
        double[] steps = [.. Enumerable.Range(0, count).Select(_ =>
            step = goesBack && random.Next(300) == 0 ? Math.Floor(step / 2) + 1 : step + random.Next(3))];
        double[] values = [.. steps.Select(_ => hasNaN && random.Next(30) == 0 ? double.NaN : random.NextDouble() + 0.1)];
        return CurveShapes.Of("loss", steps, values);
    }

    private static MetricDrawing Applied(MetricDrawing has, MetricDrawing answer) => answer.Tail is { } edge
        ? answer with
        {
            Line = Applied(has.Line, answer.Line, edge),
            Smoothed = has.Smoothed is { } smoothed ? Applied(smoothed, answer.Smoothed!, edge) : null,
            Tail = null,
        }
        : answer;

    private static DrawnLine Applied(DrawnLine has, DrawnLine tail, double edge)
    {
        var kept = has.X.TakeWhile(x => x < edge).Count();
        Assert.All(has.X[kept..], x => Assert.True(x >= edge));
        return tail with
        {
            X = [.. has.X[..kept], .. tail.X],
            Y = [.. has.Y[..kept], .. tail.Y],
            Breaks = [.. has.Breaks.Where(place => place < kept), .. tail.Breaks.Select(place => place + kept)],
        };
    }

    private static bool Same(MetricDrawing a, MetricDrawing b) =>
        a.From.Equals(b.From) && a.To.Equals(b.To) && a.Values == b.Values && a.Hidden == b.Hidden && a.Order == b.Order
        && a.Repeated == b.Repeated && a.Marks.SequenceEqual(b.Marks) && Same(a.Line, b.Line)
        && (a.Smoothed is null ? b.Smoothed is null : Same(a.Smoothed, b.Smoothed!));

    private static bool Same(DrawnLine a, DrawnLine b) =>
        a.X.SequenceEqual(b.X) && a.Y.SequenceEqual(b.Y) && a.Breaks.SequenceEqual(b.Breaks) && a.Reduced == b.Reduced;
}
