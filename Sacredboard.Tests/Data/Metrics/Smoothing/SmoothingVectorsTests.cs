using System.Text.Json;
using Sacredboard.Data.Metrics.Smoothing;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Metrics.Smoothing;

/// <summary>Against what NumPy computed: TestData/smoothing/make.py.</summary>
public sealed class SmoothingVectorsTests
{
    private const double Tolerance = 1e-9;

    private static readonly Lazy<IReadOnlyList<Case>> Cases = new(() => JsonSerializer.Deserialize<List<Case>>(
        File.ReadAllBytes(TestFiles.Path("smoothing", "vectors.json")), JsonSerializerOptions.Web)!);

    public static TheoryData<string, string> Names() =>
        [.. Cases.Value.SelectMany(item => item.Smoothed.Keys.Select(smoothing => (item.Name, smoothing)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Equals_the_reference(string name, string smoothing)
    {
        var curve = Cases.Value.Single(item => item.Name == name);
        AssertClose(curve, smoothing, scale: 1);
    }

    // Every kind is a linear function of the values or picks one, so the results grow with them.
    [Theory]
    [InlineData("ema:0.9")]
    [InlineData("twema:0.5")]
    [InlineData("gauss:5")]
    [InlineData("mean:11")]
    [InlineData("median:12")]
    public void Values_near_the_limit_of_doubles_stay_finite(string smoothing) =>
        AssertClose(Cases.Value.Single(item => item.Name == "walk"), smoothing, scale: 1e307);

    private static void AssertClose(Case curve, string smoothing, double scale)
    {
        Assert.True(Smoother.TryParse(smoothing, out var smoother));
        var values = Array.ConvertAll(curve.Y, y => y * scale);
        var result = new double[values.Length];
        smoother.Apply(curve.X, values, result);
        var expected = curve.Smoothed[smoothing];
        Assert.All(expected, (value, i) =>
            Assert.Equal(value, result[i * curve.Every] / scale, Math.Max(Math.Abs(value), double.Epsilon) * Tolerance));
    }

    public sealed record Case
    {
        public required string Name { get; init; }

        public required double[] X { get; init; }

        public required double[] Y { get; init; }

        public int Every { get; init; } = 1;

        public required Dictionary<string, double[]> Smoothed { get; init; }
    }
}
