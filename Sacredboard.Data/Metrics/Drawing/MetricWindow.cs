using Sacredboard.Data.Metrics.Smoothing;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>A part of a metric to draw, and what it is drawn on.</summary>
public sealed record MetricWindow
{
    /// <summary>Pixel rows of a chart that does not say how high it is.</summary>
    public const int UsualRows = 300;

    public MetricAxis Axis { get; init; }

    /// <summary>The metric of the x axis for <see cref="MetricAxis.Metric"/>; otherwise null.</summary>
    public MetricPoints? By { get; init; }

    public AxisScale XScale { get; init; }

    /// <summary>Left edge in units of the axis; null for the first point. Above 0 on a logarithmic axis.</summary>
    public double? From { get; init; }

    /// <summary>Right edge; null for the last point.</summary>
    public double? To { get; init; }

    /// <summary>Width of the chart in pixels; null for all points as they are.</summary>
    public int? Columns { get; init; }

    /// <summary>Height of the chart in pixels.</summary>
    public int Rows { get; init; } = UsualRows;

    public PointOrder Order { get; init; }

    public AxisScale YScale { get; init; }

    public ValueRange YRange { get; init; }

    /// <summary>Lower edge of the y axis; null for one that fits the points. Above 0 on a logarithmic axis.</summary>
    public double? Low { get; init; }

    /// <summary>Upper edge of the y axis, above <see cref="Low"/>; null for one that fits the points.</summary>
    public double? High { get; init; }

    /// <summary>Smooths all points of each pass before they are reduced; null for none.</summary>
    public Smoother? Smooth { get; init; }

    /// <summary>
    /// Moves edges outward to round numbers, so that they and the pixel columns stay the same while points are appended. A
    /// <see cref="To"/> that the last point has passed is moved.
    /// </summary>
    public bool Grow { get; init; }

    /// <summary>
    /// Of a reduced drawing only what shows in pixels of these columns and rows: without points that no pixel shows, see
    /// <see cref="ColumnJoins"/>, and with times rounded within their column.
    /// </summary>
    public bool Lean { get; init; }

    /// <summary>
    /// The number of points of the metric when the caller drew this window; null when it has not. See <see cref="MetricDrawing.Tail"/>.
    /// </summary>
    public int? After { get; init; }

    /// <summary>With <see cref="After"/>: the window of the drawing that the caller has; null for this one.</summary>
    public MetricWindow? Before { get; init; }

    /// <summary>The zero of <see cref="MetricAxis.Relative"/> (UTC); null for the metric's first time.</summary>
    public DateTime? Started { get; init; }
}
