using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>One figure of a metric of all runs of a snapshot, by slot. Immutable: may be read by many at once.</summary>
/// <param name="table">Null while nothing is known of the metric.</param>
internal sealed class SummaryColumn(SummaryTable? table, MetricSummaryKind kind)
{
    /// <summary>NaN when the run has no such figure, or it is not known yet. A figure that is there is finite.</summary>
    public double this[int slot] => table?.Piece(slot)?.Figure(kind, slot % RunPiece.Size) ?? double.NaN;

    /// <summary>Null when there is none. Counts are whole numbers, and so are steps that are.</summary>
    public SacredValue? Value(int slot)
    {
        var figure = this[slot];
        return double.IsNaN(figure) ? null
            : kind is MetricSummaryKind.Count or MetricSummaryKind.NonFinite or MetricSummaryKind.ArgMin or MetricSummaryKind.ArgMax
                && double.IsInteger(figure) && Math.Abs(figure) < 1e15 ? new SacredInteger((long)figure)
            : new SacredDouble(figure);
    }

    public bool IsKnown(int slot) => ChangedIn(slot) != 0;

    /// <summary>The snapshot version in which the run's summary last changed; 0 while it is not known.</summary>
    public int ChangedIn(int slot) => table?.Piece(slot)?.ChangedIn(slot % RunPiece.Size) ?? 0;
}
