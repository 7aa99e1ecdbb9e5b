using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The progress of computing the statistics of a metric.</summary>
/// <param name="Field">The requested statistic; others of the same metric are computed with it.</param>
/// <param name="Known">Number of runs whose statistics are known, including those without the metric.</param>
/// <param name="Total">Number of all runs.</param>
/// <param name="Unreadable">Number of known runs whose metrics cannot be read.</param>
/// <param name="Problem">Why computing does not go on at present, safe to show; usually null.</param>
public sealed record StatisticsProgress(RunField Field, int Known, int Total, int Unreadable, string? Problem)
{
    public bool IsComplete => Known >= Total;
}
