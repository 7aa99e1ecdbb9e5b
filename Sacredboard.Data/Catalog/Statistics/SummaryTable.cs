using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>The summaries of one metric in a snapshot. Immutable.</summary>
/// <param name="Pieces">By the number of the piece; null where no run's summary is known.</param>
/// <param name="Known">How many runs' summaries are known, those of runs without the metric included.</param>
/// <param name="Unreadable">How many runs' metrics cannot be read.</param>
/// <param name="Problem">Why no more come, safe to show; null mostly.</param>
internal sealed record SummaryTable(IReadOnlyList<SummaryPiece?> Pieces, int Known, int Unreadable, string? Problem)
{
    public SummaryPiece? Piece(int slot) => slot / RunPiece.Size is var piece && piece < Pieces.Count ? Pieces[piece] : null;
}
