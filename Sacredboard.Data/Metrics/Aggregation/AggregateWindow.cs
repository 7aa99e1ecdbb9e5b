using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>A part of the x axis of a chart.</summary>
/// <param name="From">Left edge, inclusive; null for the first point of all curves. Above 0 on a logarithmic axis.</param>
/// <param name="To">Right edge, inclusive; null for the last point.</param>
/// <param name="Columns">Width of the chart in pixels, at least 1.</param>
/// <param name="Scale">Of the x axis.</param>
public sealed record AggregateWindow(double? From, double? To, int Columns, AxisScale Scale = AxisScale.Linear);
