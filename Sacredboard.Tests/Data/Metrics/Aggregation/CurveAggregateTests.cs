using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Sacredboard.Data.Metrics.Aggregation;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Aggregation;

public sealed class CurveAggregateTests
{
    [Property(MaxTest = 200)]
    public Property A_window_shows_the_same_points_as_the_whole(int seed)
    {
        var random = new Random(seed);
        var (curves, options) = (Curves(random, random.Next(1, 8), 30), Options(random));
        var all = CurveAggregate.Points(curves, options).ToList();
        var (from, to) = (random.Next(-5, 60), random.Next(-5, 120));
        (from, to) = (Math.Min(from, to), Math.Max(from, to));
        var before = all.Where(point => point.X < from).TakeLast(1);
        var after = all.Where(point => point.X > to).Take(1);
        List<AggregatePoint> expected = [.. before, .. all.Where(point => point.X >= from && point.X <= to), .. after];
        var drawn = CurveAggregate.Draw(curves, options, new(from, to, 1000));
        return (!drawn.Reduced && expected.Select(point => point.X).SequenceEqual(drawn.X)
            && expected.Select(point => point.N).SequenceEqual(drawn.N)
            && expected.Zip(drawn.Mid).All(pair => Math.Abs(pair.First.Mid - pair.Second) < 1e-12)).ToProperty();
    }

    [Property(MaxTest = 200)]
    public Property Every_column_keeps_its_ends_and_its_extremes(int seed)
    {
        var random = new Random(seed);
        var (curves, options) = (Curves(random, random.Next(1, 8), 300), Options(random));
        var (from, to, columns) = (random.Next(0, 300), random.Next(400, 900), random.Next(1, 12));
        var drawn = CurveAggregate.Draw(curves, options, new(from, to, columns));
        var scale = new PixelScale(from, to, columns);
        var all = CurveAggregate.Points(curves, options).Where(point => point.X >= from && point.X <= to).ToLookup(ColumnOf);
        var kept = Points(drawn).Where(point => point.X >= from && point.X <= to).ToLookup(ColumnOf);
        return (all.Count == kept.Count
            && all.All(column => Signs(column).Zip(Signs(kept[column.Key])).All(pair => Math.Abs(pair.First - pair.Second) < 1e-12))
            && (!drawn.Reduced || kept.All(column => column.Count() <= 6))
            && drawn.X.Zip(drawn.X.Skip(1)).All(pair => pair.First < pair.Second)).ToProperty();

        int ColumnOf(AggregatePoint point) => scale.Column(point.X);
    }

    [Theory]
    [InlineData(AggregateBand.Range)]
    [InlineData(AggregateBand.Quartiles)]
    [InlineData(AggregateBand.StandardDeviation)]
    [InlineData(AggregateBand.Confidence)]
    public void Many_points_are_reduced_to_a_few_in_each_column(AggregateBand band)
    {
        var random = new Random(3);
        var curves = Enumerable.Range(0, 20).Select(_ => Curve(Enumerable.Range(0, 5000).Select(x => (double)x), random)).ToList();
        var drawn = CurveAggregate.Draw(curves, new() { Band = band }, new(null, null, 100));
        Assert.True(drawn.Reduced);
        Assert.InRange(drawn.X.Length, 400, 600);
        Assert.Equal((0, 4999, 0, 4999), (drawn.From, drawn.To, drawn.X[0], drawn.X[^1]));
        Assert.All(drawn.N, n => Assert.Equal(20, n));
    }

    [Theory]
    [InlineData(AggregateBand.StandardDeviation)]
    [InlineData(AggregateBand.StandardError)]
    [InlineData(AggregateBand.Confidence)]
    [InlineData(AggregateBand.Range)]
    [InlineData(AggregateBand.Quartiles)]
    public void A_single_curve_has_a_band_without_width(AggregateBand band)
    {
        var curve = CurveAggregate.Of([new(new double[] { 1, 2 }, new double[] { 5, 7 })], new() { Band = band, Mid = AggregateMid.Median });
        Assert.Equal([5, 7], curve.Mid);
        Assert.Equal([5, 7], curve.Low);
        Assert.Equal([5, 7], curve.High);
    }

    [Fact]
    public void Without_points_there_is_nothing()
    {
        CurvePoints none = new(Array.Empty<double>(), Array.Empty<double>());
        CurvePoints some = new(new double[] { 1 }, new double[] { 1 });
        var empty = CurveAggregate.Draw([none], new(), new(null, null, 10));
        Assert.Empty(empty.X);
        Assert.Equal((double.NaN, double.NaN), (empty.From, empty.To));
        Assert.Empty(CurveAggregate.Of([], new()).X);
        Assert.Equal([1], CurveAggregate.Of([none, some], new()).X);
        Assert.Empty(CurveAggregate.Of([none, some], new() { Missing = MissingPoints.All }).X);
    }

    [Fact]
    public void Zero_is_zero_whatever_its_sign()
    {
        var curve = CurveAggregate.Of([new(new[] { -0.0 }, new[] { 1.0 }), new(new[] { 0.0 }, new[] { 3.0 })], new());
        Assert.Equal((0.0, 2.0, 2), (Assert.Single(curve.X), curve.Mid[0], curve.N[0]));
    }

    [Fact]
    public void A_logarithmic_axis_has_no_points_at_0_and_columns_of_equal_ratio()
    {
        double[] x = [.. Enumerable.Range(-1, 10_000).Select(i => (double)i)];
        var drawn = CurveAggregate.Draw([new(x, x)], new(), new(null, null, 4, AxisScale.Log));
        Assert.Equal((1, 9998), (drawn.From, drawn.To));
        Assert.Equal([1, 9, 10, 99, 100, 999, 1000, 9998], drawn.X);
        Assert.Equal([3, 4, 5, 6], CurveAggregate.Draw([new(x, x)], new(), new(3.5, 5, 4, AxisScale.Log)).X);
    }

    [Fact]
    public void Values_near_the_limit_of_doubles_stay_finite()
    {
        var curves = new[] { 1e308, 1.2e308, 1.4e308, 1.1e308 }.Select(value => new CurvePoints(new double[] { 1 }, new[] { value })).ToList();
        var curve = CurveAggregate.Of(curves, new() { Band = AggregateBand.StandardDeviation });
        Assert.Equal(1.175e308, curve.Mid[0], 1e300);
        Assert.Equal(1.175e308 - 0.17078251276599e308, curve.Low[0], 1e300);
    }

    // Of each column the first and last x, and the four extremes.
    private static double[] Signs(IEnumerable<AggregatePoint> points)
    {
        var list = points.ToList();
        return [list[0].X, list[^1].X, list.Min(p => p.Mid), list.Max(p => p.Mid), list.Min(p => p.Low), list.Max(p => p.High)];
    }

    private static IEnumerable<AggregatePoint> Points(AggregateCurve curve) => curve.X.Select((x, i) => new AggregatePoint(
        x,
        curve.Mid[i],
        curve.Low.Length == 0 ? curve.Mid[i] : curve.Low[i],
        curve.High.Length == 0 ? curve.Mid[i] : curve.High[i],
        curve.N[i]));

    private static AggregateOptions Options(Random random) => new()
    {
        Mid = (AggregateMid)random.Next(2),
        Band = (AggregateBand)random.Next(6),
        Missing = (MissingPoints)random.Next(2),
    };

    private static List<CurvePoints> Curves(Random random, int count, int most) =>
        [.. Enumerable.Range(0, count).Select(_ => Curve(
            Enumerable.Range(random.Next(0, 3), random.Next(0, most)).Select(x => (double)(x * 3)).Where(_ => random.Next(4) > 0),
            random))];

    private static CurvePoints Curve(IEnumerable<double> x, Random random)
    {
        double[] steps = [.. x];
        return new(steps, Array.ConvertAll(steps, _ => random.NextDouble()));
    }
}
