using System.Globalization;
using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Tests.Data.Metrics.Smoothing;

public sealed class SmootherTests
{
    [Theory]
    [InlineData("ema:0.9", SmoothingKind.Exponential, 0.9)]
    [InlineData("ema:0", SmoothingKind.Exponential, 0)]
    [InlineData("twema:0.999", SmoothingKind.TimeWeighted, 0.999)]
    [InlineData("gauss:2.5", SmoothingKind.Gaussian, 2.5)]
    [InlineData("mean:11", SmoothingKind.Mean, 11)]
    [InlineData("median:10001", SmoothingKind.Median, 10001)]
    public void Is_written_as_it_is_read(string text, SmoothingKind kind, double parameter)
    {
        var culture = CultureInfo.CurrentCulture;
        var german = (CultureInfo)culture.Clone();
        german.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = german;
        try
        {
            Assert.True(Smoother.TryParse(text, out var smoother));
            Assert.Equal((kind, parameter, text), (smoother.Kind, smoother.Parameter, smoother.ToString()));
            Assert.Equal(Smoother.Of(kind, parameter), smoother);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ema")]
    [InlineData("ema:")]
    [InlineData("ema:1")]
    [InlineData("ema:-0.1")]
    [InlineData("ema:0,9")]
    [InlineData("ema:NaN")]
    [InlineData("ema:0.9:1")]
    [InlineData("EMA:0.9")]
    [InlineData("twema:1")]
    [InlineData("gauss:0")]
    [InlineData("gauss:1001")]
    [InlineData("gauss:1e2")]
    [InlineData("mean:0")]
    [InlineData("mean:2.5")]
    [InlineData("median:10002")]
    [InlineData("median: 3")]
    [InlineData("mode:3")]
    public void Other_texts_are_none(string? text) => Assert.False(Smoother.TryParse(text, out _));

    [Fact]
    public void Refuses_columns_of_unequal_length()
    {
        var smoother = Smoother.Of(SmoothingKind.Mean, 3)!;
        Assert.Throws<ArgumentException>(() => smoother.Apply([1, 2], [1], new double[1]));
        Assert.Throws<ArgumentException>(() => smoother.Apply([1, 2], [1, 2], new double[1]));
        smoother.Apply([], [], []);
    }

    [Theory]
    [InlineData("ema:0.9", 0)]
    [InlineData("gauss:5", 20)]
    [InlineData("mean:11", 5)]
    [InlineData("median:10", 4)]
    [InlineData("median:501", 250)]
    public void Only_points_within_reach_change_when_points_are_appended(string text, int reach)
    {
        Assert.True(Smoother.TryParse(text, out var smoother));
        Assert.Equal(reach, smoother.Reach());
        AssertReach(smoother, reach, range: null);
    }

    [Fact]
    public void All_points_change_with_the_range_that_distances_are_measured_by()
    {
        var smoother = Smoother.Of(SmoothingKind.TimeWeighted, 0.9)!;
        Assert.Null(smoother.Reach());
        Assert.Equal(0, smoother.Reach(5000));
        AssertReach(smoother, 0, 5000);
        var (x, y) = Noise(1500);
        Assert.NotEqual(Smooth(smoother, x, y, null)[10], Smooth(smoother, x[..1000], y[..1000], null)[10]);
    }

    private static void AssertReach(Smoother smoother, int reach, double? range)
    {
        var (x, y) = Noise(1500);
        var (before, after) = (Smooth(smoother, x[..1000], y[..1000], range), Smooth(smoother, x, y, range));
        var same = before.Zip(after).TakeWhile(pair => pair.First.Equals(pair.Second)).Count();
        Assert.Equal(1000 - reach, same);
    }

    private static double[] Smooth(Smoother smoother, double[] x, double[] y, double? range)
    {
        var result = new double[y.Length];
        smoother.Apply(x, y, result, range);
        return result;
    }

    private static (double[] X, double[] Y) Noise(int count)
    {
        var random = new Random(5);
        return ([.. Enumerable.Range(0, count).Select(i => (double)i)], [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())]);
    }
}
