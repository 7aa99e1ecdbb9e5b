namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>The line that stands for several curves.</summary>
public enum AggregateMid
{
    Mean,
    Median,
}

/// <summary>
/// What is shown of how far the curves lie apart. Standard deviation, standard error and confidence interval are those of the mean and lie
/// around it, whatever line is in the middle; where only one curve counts they cannot be known, and the band has no width.
/// </summary>
public enum AggregateBand
{
    None,

    /// <summary>One sample standard deviation (n − 1) to both sides.</summary>
    StandardDeviation,

    /// <summary>The standard deviation divided by √n, to both sides.</summary>
    StandardError,

    /// <summary>The interval that holds the true mean with a probability of 95 %, by Student's t.</summary>
    Confidence,

    /// <summary>From the least to the greatest value.</summary>
    Range,

    /// <summary>From the first to the third quartile, interpolated linearly as NumPy does.</summary>
    Quartiles,
}

/// <summary>Which curves count at an x that not all of them have.</summary>
public enum MissingPoints
{
    /// <summary>
    /// A curve without a point there counts with its last value before it. Before its first point and after its last one it does not count:
    /// a value from there would be invented, and runs that stopped early, mostly the bad ones, would draw the line for ever.
    /// </summary>
    Last,

    /// <summary>Only an x at which every curve has a point is shown.</summary>
    All,
}

/// <summary>How several curves become one with a band.</summary>
public sealed record AggregateOptions
{
    public AggregateMid Mid { get; init; }

    public AggregateBand Band { get; init; }

    public MissingPoints Missing { get; init; }
}
