namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>The points and marks of a <see cref="MetricWindow"/>.</summary>
public sealed record MetricDrawing
{
    /// <summary>Left edge of the window; NaN when the metric has no point with a known x.</summary>
    public required double From { get; init; }

    public required double To { get; init; }

    /// <summary>The curve as recorded.</summary>
    public required DrawnLine Line { get; init; }

    /// <summary>The curve after <see cref="MetricWindow.Smooth"/>; null without.</summary>
    public required DrawnLine? Smoothed { get; init; }

    public required IReadOnlyList<MetricMark> Marks { get; init; }

    /// <summary>The y axis that the values are rounded for; its edges are NaN when there is nothing to draw.</summary>
    public required ValueAxis Values { get; init; }

    /// <summary>Number of points in the window that lie below or above the y axis.</summary>
    public required int Hidden { get; init; }

    /// <summary><see cref="PointOrder.Recorded"/> or <see cref="PointOrder.Last"/>.</summary>
    public required PointOrder Order { get; init; }

    /// <summary>The points that were left out because later ones have their steps.</summary>
    public required RepeatedSteps Repeated { get; init; }

    /// <summary>
    /// Null when the drawing is whole. Otherwise an x: of the drawing that the caller has, the points left of it stay, the others are
    /// replaced by these. <see cref="Marks"/> are always all.
    /// </summary>
    public double? Tail { get; init; }

    /// <inheritdoc cref="DrawnLine.X"/>
    public double[] X => Line.X;

    /// <inheritdoc cref="DrawnLine.Y"/>
    public double[] Y => Line.Y;

    /// <inheritdoc cref="DrawnLine.Breaks"/>
    public int[] Breaks => Line.Breaks;

    /// <inheritdoc cref="DrawnLine.Reduced"/>
    public bool Reduced => Line.Reduced;
}

/// <summary>Points that a line joins.</summary>
public sealed record DrawnLine
{
    /// <summary>
    /// Exact. Ascending up to the next break, unless the x axis is another metric; including the points next to the window on both sides.
    /// </summary>
    public required double[] X { get; init; }

    /// <summary>One for each x; rounded without leaving its pixel row when <see cref="Reduced"/>, otherwise as stored.</summary>
    public required double[] Y { get; init; }

    /// <summary>
    /// Indices of the points that no line joins to the point before: steps begin anew there, or points between them cannot be drawn.
    /// </summary>
    public required int[] Breaks { get; init; }

    /// <summary>True when only the first, lowest, highest and last point of each pixel column are given.</summary>
    public required bool Reduced { get; init; }
}

/// <summary>Points that were recorded again at the same step.</summary>
/// <param name="Count">Number of points that are not the last ones of their step.</param>
/// <param name="From">The lowest such step; NaN without any.</param>
/// <param name="To">The highest such step.</param>
public readonly record struct RepeatedSteps(int Count, double From, double To)
{
    public static RepeatedSteps None => new(0, double.NaN, double.NaN);
}
