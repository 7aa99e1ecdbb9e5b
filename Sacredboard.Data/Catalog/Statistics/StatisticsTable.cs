using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The statistics of one metric in a snapshot. Immutable.</summary>
/// <param name="Pieces">By the number of the piece; null where no run's statistics are known.</param>
/// <param name="Known">How many runs' statistics are known, those of runs without the metric included.</param>
/// <param name="Unreadable">How many runs' metrics cannot be read.</param>
/// <param name="Problem">Why no more come, safe to show; null mostly.</param>
internal sealed record StatisticsTable(IReadOnlyList<StatisticsPiece?> Pieces, int Known, int Unreadable, string? Problem)
{
    public StatisticsPiece? Piece(int slot) => slot / RunPiece.Size is var piece && piece < Pieces.Count ? Pieces[piece] : null;
}
