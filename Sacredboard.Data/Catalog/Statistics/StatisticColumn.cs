using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>One statistic of a metric for all runs of a snapshot, by slot. Immutable.</summary>
/// <param name="table">Null while nothing is known of the metric.</param>
internal sealed class StatisticColumn(StatisticsTable? table, MetricStatistic kind)
{
    /// <summary>Null when the run has no such statistic or it is not known yet. What was recorded may be NaN or infinite.</summary>
    public double? this[int slot] => table?.Piece(slot)?.Statistic(kind, slot % RunPiece.Size);

    /// <summary>The statistic as a value, whole numbers as integers; null when there is none.</summary>
    public SacredValue? Value(int slot) => this[slot] is not { } statistic ? null
        : kind is MetricStatistic.Count or MetricStatistic.NonFinite or MetricStatistic.ArgMin or MetricStatistic.ArgMax
            && double.IsInteger(statistic) && Math.Abs(statistic) < 1e15 ? new SacredInteger((long)statistic)
        : new SacredDouble(statistic);

    public bool IsKnown(int slot) => ChangedIn(slot) != 0;

    /// <summary>The snapshot version in which the run's statistics last changed; 0 while it is not known.</summary>
    public int ChangedIn(int slot) => table?.Piece(slot)?.ChangedIn(slot % RunPiece.Size) ?? 0;
}
