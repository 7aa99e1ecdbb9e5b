namespace Sacredboard.Data.Metrics;

/// <summary>One statistic that stands for all points of a metric. Those of values are taken over the finite numbers among them.</summary>
public enum MetricStatistic
{
    First,
    Last,
    Min,
    Max,
    Mean,

    /// <summary>How many points there are, those that are no finite numbers included.</summary>
    Count,

    /// <summary>The step of the lowest value, the first one of several.</summary>
    ArgMin,

    /// <summary>The step of the highest value, the first one of several.</summary>
    ArgMax,

    /// <summary>How many points are NaN, infinite, or no numbers at all.</summary>
    NonFinite,

    /// <summary>The value at a step; the last one when several points have it.</summary>
    At,
}
