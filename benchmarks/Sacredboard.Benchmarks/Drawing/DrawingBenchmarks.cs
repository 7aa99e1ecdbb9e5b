using BenchmarkDotNet.Attributes;
using MongoDB.Bson;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;
using Sacredboard.Data.Stores.Mongo;

namespace Sacredboard.Benchmarks.Drawing;

/// <summary>One metric of 350,000 points, from its BSON to what a chart of 1,000 × 300 pixels needs.</summary>
[InProcess]
[MemoryDiagnoser]
[WarmupCount(3)]
[IterationCount(8)]
public class DrawingBenchmarks
{
    private const int Count = 350_000;
    private const int Columns = 1000;

    private readonly MetricWindow _whole = new() { Columns = Columns };
    private readonly int[] _places = new int[M4.MostPoints(Columns)];
    private byte[] _document = [];
    private MetricSeries _series = null!;
    private MetricPoints _points = null!;
    private MetricPoints _shorter = null!;
    private ExtremesPyramid _pyramid = null!;
    private MetricWindow _tail = null!;
    private int _times;

    [GlobalSetup]
    public void Create()
    {
        var random = new Random(1);
        var start = new DateTime(2026, 11, 23, 4, 0, 0, DateTimeKind.Utc);
        var indices = Enumerable.Range(0, Count).ToList();
        _document = new BsonDocument
        {
            ["name"] = "loss",
            ["run_id"] = 1,
            ["steps"] = new BsonArray(indices),
            ["values"] = new BsonArray(indices.Select(i => (3 * Math.Exp(-5.0 * i / Count)) + (0.2 * random.NextDouble()))),
            ["timestamps"] = new BsonArray(indices.Select(i => start.AddMilliseconds(i * 20))),
        }.ToBson();
        _series = MetricDocument.Read(_document).Series;
        _points = new(_series, 1);
        _pyramid = ExtremesPyramid.Of(_series.Values, null);
        _shorter = new(_series.First(Count - 100), 2);
        var drawn = _shorter.Draw(_whole with { Grow = true });
        _tail = _whole with { Grow = true, From = drawn.From, To = drawn.To, After = Count - 100 };
    }

    [Benchmark(Baseline = true)]
    public int M4_with_plain_loops() => Compared.M4(_series.Steps, _series.Values, new(0, Count - 1, Columns), _places);

    [Benchmark]
    public int M4_with_vectors() => M4.Select(_series.Steps, _series.Values, new(0, Count - 1, Columns), null, [], _places);

    [Benchmark]
    public int M4_with_a_pyramid() => M4.Select(_series.Steps, _series.Values, new(0, Count - 1, Columns), _pyramid, [], _places);

    [Benchmark]
    public int Largest_triangle_three_buckets() => Compared.Lttb(_series.Steps, _series.Values, _places);

    [Benchmark]
    public object Build_the_pyramid() => ExtremesPyramid.Of(_series.Values, null);

    [Benchmark]
    public object Decode() => MetricDocument.Read(_document).Series;

    [Benchmark]
    public MetricDrawing Decode_and_draw() => new MetricPoints(MetricDocument.Read(_document).Series, 1).Draw(_whole);

    [Benchmark]
    public MetricDrawing Draw_the_whole_again() => _points.Draw(_whole);

    [Benchmark]
    public MetricDrawing Zoom()
    {
        var left = _times++ % 800 / 1000.0 * Count;
        return _points.Draw(_whole with { From = left, To = left + (Count / 5) });
    }

    [Benchmark]
    public MetricDrawing Append_100_points_and_draw_the_tail() => new MetricPoints(_series, 3, _shorter).Draw(_tail);

    [Benchmark]
    public MetricDrawing Robust_axis() => _points.Draw(_whole with { YRange = ValueRange.Robust });
}
