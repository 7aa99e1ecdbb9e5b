using System.Runtime.InteropServices;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>A metric with all its points in memory, ready to be drawn at any width.</summary>
public sealed class MetricPoints
{
    private readonly Lazy<Metric> _totals;
    private readonly WeakReference<MetricPoints>? _before;

    /// <param name="series">The points.</param>
    /// <param name="version">Unique for each content.</param>
    /// <param name="before">An earlier reading of the metric, whose work is used if only points were appended since; null for none.</param>
    public MetricPoints(MetricSeries series, long version, MetricPoints? before = null)
    {
        (Series, Version, Lineage) = (series, version, version);
        Lines = new(series);
        _totals = new(() => Metric.Of(series.Name, series.Steps, series.Values, series.NotNumbers, default));
        if (before is not null && before.IsBeginningOf(series))
        {
            Lineage = before.Lineage;
            _before = new(before);
            Lines.Extend(before.Lines);
        }
    }

    public MetricSeries Series { get; }

    /// <summary>Unique for each content while the program runs.</summary>
    public long Version { get; }

    /// <summary>
    /// The version of the first reading that this one extends, its own when there is none: of two readings with the same lineage the
    /// longer one begins with the shorter one.
    /// </summary>
    public long Lineage { get; }

    /// <summary>Exact statistics of all points, whatever part of them is drawn; without first and last.</summary>
    public Metric Totals => _totals.Value;

    /// <summary>Approximate size in bytes.</summary>
    internal long Size => 500 + (24L * Series.Count) + Lines.OwnBytes;

    internal MetricLines Lines { get; }

    /// <summary>x of each point in stored order, NaN or infinite where it is not known.</summary>
    public IReadOnlyList<double> X(MetricWindow window) => Lines.X(window);

    /// <summary>The edges of the x axis for a window without edges of its own; NaN when there is no point with a known x.</summary>
    public (double From, double To) Extent(MetricWindow window)
    {
        var line = Lines.Of(window);
        return (line.From, line.To);
    }

    /// <summary>The edges of the x axis of a window, given ones and those that grow included; NaN as for <see cref="Extent"/>.</summary>
    public (double From, double To) Edges(MetricWindow window) => WindowEdges.Of(Lines.Of(window), window);

    /// <summary>The lowest and highest value to draw in a window, for a y axis that several curves share; NaN when there is none.</summary>
    public (double Low, double High) ValuesIn(MetricWindow window) => new WindowDrawing(this, window).Values;

    /// <summary>The points to draw for a chart of this window, see <see cref="M4"/>.</summary>
    public MetricDrawing Draw(MetricWindow window)
    {
        var whole = new WindowDrawing(this, window).Draw();
        return window.After is { } count && count > 0 && count <= Series.Count && window.By is null
            ? DrawingTail.Of(First(count).Draw((window.Before ?? window) with { After = null }), whole)
            : whole;
    }

    /// <summary>The metric as it was when it had so many points, at most as many as now.</summary>
    public MetricPoints First(int count) =>
        count == Series.Count ? this
        // That reading is mostly still there, with the lines that were drawn of it.
        : _before is not null && _before.TryGetTarget(out var before) && before.Series.Count >= count ? before.First(count)
        : new(Series.First(count), Version);

    internal bool HasContentOf(MetricSeries other) => Series.Count == other.Count && IsBeginningOf(other);

    private bool IsBeginningOf(MetricSeries other) =>
        Series.Count <= other.Count
        && Begins(other.Steps, Series.Steps) && Begins(other.Values, Series.Values) && Begins(other.Times, Series.Times)
        && Series.NotNumbers.AsSpan().SequenceEqual(other.NotNumbers.AsSpan(0, CountBelow(other.NotNumbers, Series.Count)));

    // Compares bytes, so that NaN equals NaN.
    private static bool Begins(double[] all, double[] first) =>
        MemoryMarshal.AsBytes(all.AsSpan(0, first.Length)).SequenceEqual(MemoryMarshal.AsBytes(first.AsSpan()));

    private static int CountBelow(int[] places, int count)
    {
        var found = Array.BinarySearch(places, count);
        return found < 0 ? ~found : found;
    }
}
