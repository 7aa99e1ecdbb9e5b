using System.Text.Json;
using Sacredboard.Data.Metrics.Aggregation;
using Sacredboard.Tests.Support;

namespace Sacredboard.Tests.Data.Metrics.Aggregation;

/// <summary>Against what NumPy computed: TestData/aggregation/make.py.</summary>
public sealed class AggregateVectorsTests
{
    private const double Tolerance = 1e-9;

    private static readonly Lazy<IReadOnlyList<Case>> Cases = new(() => JsonSerializer.Deserialize<List<Case>>(
        File.ReadAllBytes(TestFiles.Path("aggregation", "vectors.json")), JsonSerializerOptions.Web)!);

    public static TheoryData<string, MissingPoints, AggregateMid, AggregateBand> All() =>
        [.. from item in Cases.Value
            from missing in Enum.GetValues<MissingPoints>()
            from mid in Enum.GetValues<AggregateMid>()
            from band in Enum.GetValues<AggregateBand>()
            select (item.Name, missing, mid, band)];

    [Theory]
    [MemberData(nameof(All))]
    public void Equals_the_reference(string name, MissingPoints missing, AggregateMid mid, AggregateBand band)
    {
        var group = Cases.Value.Single(item => item.Name == name);
        var curve = CurveAggregate.Of(
            [.. group.Curves.Select(points => new CurvePoints(points.X, points.Y))], new() { Missing = missing, Mid = mid, Band = band });
        var expected = missing == MissingPoints.Last ? group.Last : group.All;
        var line = mid == AggregateMid.Mean ? expected.Mean : expected.Median;
        Assert.Equal(expected.X, curve.X);
        Assert.Equal(expected.N, curve.N);
        AssertClose(line.Mid, curve.Mid);
        var edges = band switch
        {
            AggregateBand.StandardDeviation => line.Std,
            AggregateBand.StandardError => line.Sem,
            AggregateBand.Confidence => line.Ci,
            AggregateBand.Range => line.Range,
            AggregateBand.Quartiles => line.Quartiles,
            _ => new([], []),
        };
        AssertClose(edges.Low, curve.Low);
        AssertClose(edges.High, curve.High);
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected, (value, i) => Assert.Equal(value, actual[i], Math.Max(Math.Abs(value), 1) * Tolerance));
    }

    public sealed record Case(string Name, IReadOnlyList<Points> Curves, Expected Last, Expected All);

    public sealed record Points(double[] X, double[] Y);

    public sealed record Expected(double[] X, int[] N, Line Mean, Line Median);

    public sealed record Line(double[] Mid, Edges Std, Edges Sem, Edges Ci, Edges Range, Edges Quartiles);

    public sealed record Edges(double[] Low, double[] High);
}
