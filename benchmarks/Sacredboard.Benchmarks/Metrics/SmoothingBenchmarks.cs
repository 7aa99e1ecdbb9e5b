using BenchmarkDotNet.Attributes;
using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Benchmarks.Metrics;

/// <summary>Smooths a curve of 350,000 points.</summary>
[MemoryDiagnoser]
public class SmoothingBenchmarks
{
    private const int Points = 350_000;

    private readonly double[] _x = new double[Points];
    private readonly double[] _y = new double[Points];
    private readonly double[] _result = new double[Points];
    private Smoother? _smoother;

    [Params(
        "ema:0.9", "twema:0.9", "gauss:5", "gauss:25", "gauss:100", "gauss:1000", "mean:11", "mean:1001", "median:11", "median:31",
        "median:101", "median:1001")]
    public string Smoothing { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (var i = 0; i < Points; i++)
        {
            (_x[i], _y[i]) = ((10 * i) + random.NextDouble(), random.NextDouble());
        }

        _ = Smoother.TryParse(Smoothing, out _smoother);
    }

    [Benchmark]
    public void Smooth() => _smoother!.Apply(_x, _y, _result);
}
