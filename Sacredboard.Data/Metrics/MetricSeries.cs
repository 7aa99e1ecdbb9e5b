namespace Sacredboard.Data.Metrics;

/// <summary>
/// All points of a metric in stored order, as columns of equal length.
/// A step or value that is not a number is NaN here; <see cref="NotNumbers"/> has the indices of such values.
/// </summary>
public sealed record MetricSeries
{
    public required string Name { get; init; }

    public required double[] Steps { get; init; }

    public required double[] Values { get; init; }

    /// <summary>Milliseconds since 1970 UTC; NaN where none is stored.</summary>
    public required double[] Times { get; init; }

    /// <summary>Indices of the values that are not numbers, ascending; usually empty.</summary>
    public int[] NotNumbers { get; init; } = [];

    /// <summary>The runs of a joined series, the first one first; empty for a metric of one run.</summary>
    public IReadOnlyList<SeriesPart> Parts { get; init; } = [];

    public int Count => Values.Length;

    /// <summary>The series as it was when it had so many points.</summary>
    /// <param name="count">At most <see cref="Count"/>.</param>
    public MetricSeries First(int count) => this with
    {
        Steps = Steps[..count],
        Values = Values[..count],
        Times = Times[..count],
        NotNumbers = [.. NotNumbers.TakeWhile(place => place < count)],
    };
}
