namespace Sacredboard.Data.Metrics;

/// <summary>A statistic of all points of a metric.</summary>
public enum MetricStatistic
{
    /// <summary>The first recorded value, which may be NaN or infinite; none when it is not a number.</summary>
    First,

    /// <summary>The last recorded value, in the same way.</summary>
    Last,

    /// <summary>The first finite value.</summary>
    FirstFinite,

    /// <summary>The last finite value.</summary>
    LastFinite,

    /// <summary>The lowest finite value.</summary>
    Min,

    /// <summary>The highest finite value.</summary>
    Max,

    /// <summary>The mean of the finite values.</summary>
    Mean,

    /// <summary>Number of points, including those that are not finite numbers.</summary>
    Count,

    /// <summary>The step of the lowest value, the first one of several.</summary>
    ArgMin,

    /// <summary>The step of the highest value, the first one of several.</summary>
    ArgMax,

    /// <summary>Number of points that are NaN, infinite, or not numbers.</summary>
    NonFinite,

    /// <summary>
    /// The value recorded at a step, of several points the last one's; it may be NaN or infinite, and there is none when it is not a
    /// number.
    /// </summary>
    At,
}
