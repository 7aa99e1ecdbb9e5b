namespace Sacredboard.Data.Metrics;

/// <summary>
/// All points of a metric in stored order, as columns of equal length.
/// A step or value that is no number is NaN here, and <see cref="NotNumbers"/> lists its place.
/// </summary>
public sealed record MetricSeries
{
    public required string Name { get; init; }

    public required double[] Steps { get; init; }

    public required double[] Values { get; init; }

    /// <summary>Milliseconds since 1970 UTC; NaN where none is stored.</summary>
    public required double[] Times { get; init; }

    /// <summary>Places of the values that are no numbers at all, ascending; mostly empty.</summary>
    public int[] NotNumbers { get; init; } = [];

    public int Count => Values.Length;
}
