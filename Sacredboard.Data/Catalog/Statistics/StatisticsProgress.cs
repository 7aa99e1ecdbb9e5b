using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>How far the statistics of a metric are.</summary>
/// <param name="Field">The one that was asked for; others of the same metric come with it.</param>
/// <param name="Known">Runs whose statistics are known, those without the metric included.</param>
/// <param name="Total">All runs.</param>
/// <param name="Unreadable">How many of the known have metrics that cannot be read.</param>
/// <param name="Problem">Why no more come at present, safe to show; null mostly.</param>
public sealed record StatisticsProgress(RunField Field, int Known, int Total, int Unreadable, string? Problem)
{
    public bool IsComplete => Known >= Total;
}
