namespace Sacredboard.Data.Metrics;

/// <summary>The x axis of a chart.</summary>
public enum MetricAxis
{
    Step,

    /// <summary>Seconds since the run started.</summary>
    Relative,

    /// <summary>Milliseconds since 1970 UTC.</summary>
    Time,
}

/// <summary>A part of a metric to draw, and the width of the chart.</summary>
public sealed record MetricWindow
{
    public MetricAxis Axis { get; init; }

    /// <summary>Left edge in units of the axis; null for the first point.</summary>
    public double? From { get; init; }

    /// <summary>Right edge; null for the last point.</summary>
    public double? To { get; init; }

    /// <summary>Width of the chart in pixels; null for all points as they are.</summary>
    public int? Columns { get; init; }

    /// <summary>The zero of <see cref="MetricAxis.Relative"/> (UTC); null for the metric's first time.</summary>
    public DateTime? Started { get; init; }
}

/// <summary>The points and marks of a <see cref="MetricWindow"/>.</summary>
public sealed record MetricDrawing
{
    /// <summary>Left edge of the window; NaN when the metric has no point with a known x.</summary>
    public required double From { get; init; }

    public required double To { get; init; }

    /// <summary>Ascending up to the next break, including the points next to the window on both sides.</summary>
    public required double[] X { get; init; }

    /// <summary>One for each x; rounded to the precision of a chart when <see cref="Reduced"/>, otherwise as stored.</summary>
    public required double[] Y { get; init; }

    /// <summary>
    /// Indices of the points that no line joins to the point before: steps begin anew there, or points between them cannot be drawn.
    /// </summary>
    public required int[] Breaks { get; init; }

    public required IReadOnlyList<MetricMark> Marks { get; init; }

    /// <summary>True when only the first, lowest, highest and last point of each pixel column are given.</summary>
    public required bool Reduced { get; init; }
}
