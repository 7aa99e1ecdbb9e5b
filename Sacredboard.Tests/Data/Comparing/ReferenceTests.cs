using System.Text.Json;
using Sacredboard.Data.Comparing;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Comparing;

/// <summary>Figures and tests against what NumPy and plain Python computed of the same numbers (TestData/comparing/make.py).</summary>
public sealed class ReferenceTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(TestFiles.Path("comparing", "tests.json"))).RootElement;

    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Reference.GetProperty("cases").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Figures_of_a_group(int number)
    {
        var (reference, a, _) = Case(number);

        AssertEqual(reference, a.Mean, "mean");
        AssertEqual(reference, a.Variance, "variance");
        AssertEqual(reference, a.Median, "median");
        AssertEqual(reference, a.InterquartileMean, "iqm");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_difference_of_means(int number)
    {
        var (reference, a, b) = Case(number);
        var expected = reference.GetProperty("welch");

        var test = WelchTest.Of(a, b);

        AssertEqual(expected, test.Difference, "difference");
        AssertEqual(expected, test.DegreesOfFreedom, "df");
        AssertEqual(expected, test.Interval.Low, "low");
        AssertEqual(expected, test.Interval.High, "high");
        Assert.Equal(expected.GetProperty("p").GetDouble(), test.P, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Ranks(int number)
    {
        var (reference, a, b) = Case(number);
        var expected = reference.GetProperty("mannWhitney");

        var test = MannWhitneyTest.Of(a, b);

        Assert.Equal(expected.GetProperty("u").GetDouble(), test.U);
        Assert.Equal(expected.GetProperty("p").GetDouble(), test.P, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_bootstrap_of_medians_and_interquartile_means(int number)
    {
        var (reference, a, b) = Case(number);

        AssertEqual(Numbers(reference, "medians"), Bootstrap.OfDifference(a, b, Sample.MedianOf));
        AssertEqual(Numbers(reference, "iqms"), Bootstrap.OfDifference(a, b, Sample.InterquartileMeanOf));
    }

    [Fact]
    public void The_correction_for_several_tests()
    {
        var expected = Reference.GetProperty("holm");

        Assert.Equal(Numbers(expected, "corrected"), Holm.Correct(Numbers(expected, "p")), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_correlation_of_ranks()
    {
        var expected = Reference.GetProperty("spearman");

        Assert.Equal(
            expected.GetProperty("value").GetDouble(),
            Sacredboard.Data.Comparing.Ranks.Correlation(Numbers(expected, "x"), Numbers(expected, "y")),
            1e-9);
    }

    private static (JsonElement Reference, Sample A, Sample B) Case(int number)
    {
        var reference = Reference.GetProperty("cases")[number];
        return (reference, new(Numbers(reference, "a")), new(Numbers(reference, "b")));
    }

    private static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static void AssertEqual(JsonElement expected, double actual, string name) => AssertClose(expected.GetProperty(name).GetDouble(), actual);

    private static void AssertEqual(double[] expected, Interval actual)
    {
        AssertClose(expected[0], actual.Low);
        AssertClose(expected[1], actual.High);
    }

    // To 1e-9 of the number, or of the smallest that matters in the group.
    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * Math.Max(Math.Abs(expected), 1e-8));
}
