using System.Collections.Concurrent;
using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>The lines of one metric for all axes and orders, made when they are first drawn.</summary>
internal sealed class MetricLines(MetricSeries series)
{
    /// <summary>Each has arrays as long as the metric, so not every combination that was ever looked at is kept.</summary>
    private const int Most = 6;

    private readonly ConcurrentDictionary<Key, Lazy<MetricLine>> _kept = [];
    private readonly Lazy<bool> _isMonotonic = new(() => LastWrites.IsMonotonic(series.Steps));

    /// <summary>The order of the points: never <see cref="PointOrder.Auto"/>.</summary>
    public PointOrder OrderOf(PointOrder wanted) =>
        wanted != PointOrder.Auto ? wanted : _isMonotonic.Value ? PointOrder.Recorded : PointOrder.Last;

    /// <summary>Approximate size of the lines beyond the arrays of the series, in bytes, when two are in use.</summary>
    public long OwnBytes => 2 * Of(new MetricWindow()).OwnBytes(series);

    /// <summary>The line for a window, as recorded.</summary>
    public MetricLine Of(MetricWindow window) => Of(Key.Of(window) with { Order = OrderOf(window.Order) });

    /// <summary>The line for a window after smoothing.</summary>
    public MetricLine Smoothed(MetricWindow window, Smoother smoother)
    {
        var key = Key.Of(window) with { Order = OrderOf(window.Order) };
        var isMeasured = window.Grow && smoother.Kind == SmoothingKind.TimeWeighted;
        return Of(key with { Smooth = smoother, Range = isMeasured ? RangeThatStays(key) : null });
    }

    /// <summary>x of each point in stored order.</summary>
    public double[] X(MetricWindow window) => X(Key.Of(window));

    /// <summary>Takes over the extremes of the lines of the same metric when it had fewer points.</summary>
    public void Extend(MetricLines before)
    {
        foreach (var (key, kept) in before._kept)
        {
            if (key is { By: null, Smooth: null } && kept.IsValueCreated
                && kept.Value.Passes is [var shorter] && Of(key).Passes is [var pass])
            {
                pass.Extend(shorter);
            }
        }
    }

    private MetricLine Of(Key key)
    {
        if (_kept.Count > Most)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(key, _ => new(() => Make(key))).Value;
    }

    private MetricLine Make(Key key) =>
        key.IsLogY ? Of(key with { IsLogY = false }).With(PassChanges.WithYAboveZero)
        : key.IsLogX ? Of(key with { IsLogX = false }).With(PassChanges.WithXAboveZero)
        : key.Smooth is { } smoother ? Of(key with { Smooth = null, Range = null }).With(pass => pass.Smoothed(smoother, key.Range))
        : Plain(key);

    // Distances are measured by the width of the axis. If that changed with every point, all smoothed values would.
    private double? RangeThatStays(Key key)
    {
        var passes = Of(key with { IsLogX = false, IsLogY = false }).Passes;
        var widest = passes.Max(pass => pass.Along.Length > 1 ? pass.Along[^1] - pass.Along[0] : 0);
        return widest > 0 ? RoundNumber.Span(widest) : null;
    }

    private double[] X(Key key) => key.Axis switch
    {
        MetricAxis.Step => series.Steps,
        MetricAxis.Metric => StepJoin.ValuesAt(series.Steps, key.By!.Series),
        MetricAxis.Time => series.Times,
        _ => Seconds(key.Started),
    };

    private MetricLine Plain(Key key)
    {
        var x = X(key);
        var along = key.Axis == MetricAxis.Metric ? series.Steps : x;
        return key.Order == PointOrder.Last ? MetricLine.OfLast(series, x, along) : MetricLine.Recorded(series, x, along);
    }

    // Times are exact to the microsecond; more digits come from dividing.
    private double[] Seconds(DateTime? started)
    {
        var zero = started is { } start
            ? (start - DateTime.UnixEpoch).TotalMilliseconds
            : series.Times.Where(double.IsFinite).DefaultIfEmpty(0).Min();
        return Array.ConvertAll(series.Times, time => Math.Round((time - zero) / 1000, 6));
    }

    private sealed record Key(MetricAxis Axis, MetricPoints? By, DateTime? Started, PointOrder Order, bool IsLogX, bool IsLogY)
    {
        public Smoother? Smooth { get; init; }

        /// <summary>The width of the axis that a smoother measures by; null for that of the line.</summary>
        public double? Range { get; init; }

        public static Key Of(MetricWindow window) => new(
            window.Axis,
            window.Axis == MetricAxis.Metric ? window.By : null,
            window.Axis == MetricAxis.Relative ? window.Started : null,
            window.Order,
            window.XScale == AxisScale.Log,
            window.YScale == AxisScale.Log);
    }
}
