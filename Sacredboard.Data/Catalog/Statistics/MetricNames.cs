using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The metrics of all runs at one moment.</summary>
/// <param name="All">By name.</param>
/// <param name="Runs">The number of runs then.</param>
internal sealed record MetricNames(IReadOnlyList<MetricName> All, int Runs)
{
    /// <summary>True when more than a tenth of the runs came or went since.</summary>
    public bool IsOutdated(int runs) => 10L * Math.Abs(runs - Runs) > Runs;

    public bool Equals(MetricNames? other) => other is not null && Runs == other.Runs && All.SequenceEqual(other.All);

    public override int GetHashCode() => HashCode.Combine(Runs, All.Count);
}
