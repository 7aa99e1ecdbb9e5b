namespace Sacredboard.Data.Metrics;

/// <summary>A statistic of all points of a metric. Statistics of values only use finite numbers.</summary>
public enum MetricStatistic
{
    First,
    Last,
    Min,
    Max,
    Mean,

    /// <summary>Number of points, including those that are not finite numbers.</summary>
    Count,

    /// <summary>The step of the lowest value, the first one of several.</summary>
    ArgMin,

    /// <summary>The step of the highest value, the first one of several.</summary>
    ArgMax,

    /// <summary>Number of points that are NaN, infinite, or not numbers.</summary>
    NonFinite,

    /// <summary>The value at a step; the last one when several points have it.</summary>
    At,
}
