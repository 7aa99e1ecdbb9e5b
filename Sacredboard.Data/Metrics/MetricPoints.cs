using System.Runtime.InteropServices;

namespace Sacredboard.Data.Metrics;

/// <summary>A metric with all its points in memory, ready to be drawn at any width.</summary>
public sealed class MetricPoints
{
    private readonly Lazy<MetricLine> _times;
    private readonly Lazy<Metric> _totals;

    public MetricPoints(MetricSeries series, long version)
    {
        (Series, Version) = (series, version);
        Steps = MetricLine.Of(series, series.Steps);
        _times = new(() => MetricLine.Of(series, series.Times));
        _totals = new(() => Metric.Of(series.Name, series.Steps, series.Values, series.NotNumbers, default));
    }

    public MetricSeries Series { get; }

    /// <summary>Unique for each content while the program runs.</summary>
    public long Version { get; }

    /// <summary>Exact statistics of all points, whatever part of them is drawn; without first and last.</summary>
    public Metric Totals => _totals.Value;

    /// <summary>Approximate size in bytes.</summary>
    internal long Size => 500 + (24L * Series.Count) + (2 * Steps.OwnBytes(Series));

    private MetricLine Steps { get; }

    /// <summary>The points to draw for a chart of this window, see <see cref="M4"/>.</summary>
    public MetricDrawing Draw(MetricWindow window)
    {
        var line = window.Axis == MetricAxis.Step ? Steps : _times.Value;

        // Relative time is the time axis with another zero and unit.
        var (zero, unit) = window.Axis == MetricAxis.Relative ? (Zero(window.Started, line), 1000.0) : (0, 1);
        var from = window.From is { } left ? (left * unit) + zero : line.From;
        var to = window.To is { } right ? (right * unit) + zero : line.To;
        var (x, y, breaks, reduced) = Select(line, from, to, window.Columns);
        if (window.Axis == MetricAxis.Relative)
        {
            x = Array.ConvertAll(x, time => (time - zero) / unit);
        }

        return new()
        {
            From = window.From ?? ((from - zero) / unit),
            To = window.To ?? ((to - zero) / unit),
            X = x,
            Y = y,
            Breaks = breaks,
            Reduced = reduced,
            Marks = [.. line.MarksIn(from, to, window.Columns)
                .Select(mark => mark with { X = (mark.X - zero) / unit, To = (mark.To - zero) / unit })],
        };
    }

    internal bool HasContentOf(MetricSeries other) =>
        Same(Series.Steps, other.Steps) && Same(Series.Values, other.Values) && Same(Series.Times, other.Times)
        && Series.NotNumbers.AsSpan().SequenceEqual(other.NotNumbers);

    private static (double[] X, double[] Y, int[] Breaks, bool Reduced) Select(MetricLine line, double from, double to, int? columns)
    {
        var (x, y, breaks) = (new List<double>(), new List<double>(), new List<int>());
        foreach (var pass in line.Passes)
        {
            var places = pass.Select(from, to, columns);
            if (x.Count > 0 && places.Length > 0)
            {
                breaks.Add(x.Count);
            }

            breaks.AddRange(pass.Gaps(places).Select(place => x.Count + place));
            x.AddRange(places.Select(place => pass.X[place]));
            y.AddRange(places.Select(place => pass.Y[place]));
        }

        var reduced = line.Passes.Any(pass => pass.IsReduced(from, to, columns));
        return ([.. x], reduced ? Rounded([.. y]) : [.. y], [.. breaks], reduced);
    }

    private static double[] Rounded(double[] y)
    {
        var range = y.Max() - y.Min();
        var exponent = ChartNumber.Exponent(double.IsFinite(range) ? range : double.MaxValue);
        return Array.ConvertAll(y, value => ChartNumber.Round(value, exponent));
    }

    private static double Zero(DateTime? started, MetricLine times) =>
        started is { } start ? (start - DateTime.UnixEpoch).TotalMilliseconds : double.IsNaN(times.From) ? 0 : times.From;

    // Compares bytes, so that NaN equals NaN.
    private static bool Same(double[] a, double[] b) =>
        MemoryMarshal.AsBytes(a.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(b.AsSpan()));
}
