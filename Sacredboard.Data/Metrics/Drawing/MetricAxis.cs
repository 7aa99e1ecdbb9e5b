namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>The x axis of a chart.</summary>
public enum MetricAxis
{
    Step,

    /// <summary>Seconds since the run started.</summary>
    Relative,

    /// <summary>Milliseconds since 1970 UTC.</summary>
    Time,

    /// <summary>The value of another metric of the run at the same step.</summary>
    Metric,
}

public enum AxisScale
{
    Linear,

    /// <summary>Shows numbers above 0 only.</summary>
    Log,
}

/// <summary>Which points make the line, and in which order, when steps go back because a run was resumed.</summary>
public enum PointOrder
{
    /// <summary><see cref="Recorded"/> when no step is below the one before, otherwise <see cref="Last"/>.</summary>
    Auto,

    /// <summary>All points; the line begins anew where steps begin anew, see <see cref="MetricPasses"/>.</summary>
    Recorded,

    /// <summary>Of each step the point that was recorded last.</summary>
    Last,
}

/// <summary>The values that the y axis covers.</summary>
public enum ValueRange
{
    /// <summary>All that are drawn.</summary>
    Full,

    /// <summary>Without the few that would press the others into a flat line, see <see cref="RobustRange"/>.</summary>
    Robust,
}
