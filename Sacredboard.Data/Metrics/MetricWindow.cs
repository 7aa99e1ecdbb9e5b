namespace Sacredboard.Data.Metrics;

/// <summary>What the points of a metric are drawn over.</summary>
public enum MetricAxis
{
    Step,

    /// <summary>Seconds since the run started.</summary>
    Relative,

    /// <summary>Milliseconds since 1970 UTC.</summary>
    Time,
}

/// <summary>Which part of a metric is asked for, and for which width.</summary>
public sealed record MetricWindow
{
    public MetricAxis Axis { get; init; }

    /// <summary>Left edge in units of the axis; null for the first point.</summary>
    public double? From { get; init; }

    /// <summary>Right edge; null for the last point.</summary>
    public double? To { get; init; }

    /// <summary>Width of the chart in pixels; null for all points as they are.</summary>
    public int? Columns { get; init; }

    /// <summary>Where <see cref="MetricAxis.Relative"/> begins (UTC); null for the metric's first time.</summary>
    public DateTime? Started { get; init; }
}

/// <summary>The part of a metric that a <see cref="MetricWindow"/> asks for.</summary>
public sealed record MetricDrawing
{
    /// <summary>The window that is shown; NaN when the metric has no point with a known x.</summary>
    public required double From { get; init; }

    public required double To { get; init; }

    /// <summary>Ascending; the points next to the window on both sides included.</summary>
    public required double[] X { get; init; }

    /// <summary>One for each x. Rounded to what any chart can show when the points are <see cref="Reduced"/>, else as stored.</summary>
    public required double[] Y { get; init; }

    public required IReadOnlyList<MetricMark> Marks { get; init; }

    /// <summary>Of each pixel column only the first, lowest, highest and last point are given.</summary>
    public required bool Reduced { get; init; }
}
