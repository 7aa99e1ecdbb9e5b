using BenchmarkDotNet.Attributes;
using Sacredboard.Data.Metrics.Aggregation;

namespace Sacredboard.Benchmarks.Metrics;

/// <summary>Makes one curve with a band of 100 curves of 10,000 points, for a chart of 1,000 columns.</summary>
[MemoryDiagnoser]
public class AggregationBenchmarks
{
    private const int Curves = 100;
    private const int Points = 10_000;

    private List<CurvePoints> _curves = [];

    /// <summary>False where every curve has x of its own, as on the axis of time: a million of them.</summary>
    [Params(true, false)]
    public bool SameSteps { get; set; }

    [Params(AggregateMid.Mean, AggregateMid.Median)]
    public AggregateMid Mid { get; set; }

    [Params(AggregateBand.StandardDeviation, AggregateBand.Confidence, AggregateBand.Range, AggregateBand.Quartiles)]
    public AggregateBand Band { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        _curves = [.. Enumerable.Range(0, Curves).Select(_ => Curve(random))];
    }

    [Benchmark]
    public AggregateCurve Draw() => CurveAggregate.Draw(_curves, new() { Mid = Mid, Band = Band }, new(null, null, 1000));

    private CurvePoints Curve(Random random)
    {
        var (x, y, last) = (new double[Points], new double[Points], 0.0);
        for (var i = 0; i < Points; i++)
        {
            last += SameSteps ? 1 : random.NextDouble() + 0.5;
            (x[i], y[i]) = (last, random.NextDouble());
        }

        return new(x, y);
    }
}
