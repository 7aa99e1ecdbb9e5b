using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The statistics of one metric in a snapshot. Immutable.</summary>
/// <param name="Pieces">The pieces, null where no statistics are known.</param>
/// <param name="Known">Number of runs whose statistics are known, including those without the metric.</param>
/// <param name="Unreadable">Number of runs whose metrics cannot be read.</param>
/// <param name="Problem">Why computing does not go on, safe to show; usually null.</param>
internal sealed record StatisticsTable(IReadOnlyList<StatisticsPiece?> Pieces, int Known, int Unreadable, string? Problem)
{
    public StatisticsPiece? Piece(int slot) => slot / RunPiece.Size is var piece && piece < Pieces.Count ? Pieces[piece] : null;
}
