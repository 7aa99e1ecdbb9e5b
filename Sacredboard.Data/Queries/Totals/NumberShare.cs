using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Totals;

/// <summary>How many runs of a piece have a number in one field, and how many another value.</summary>
internal sealed class NumberShare
{
    private const long Bytes = 64;

    private int _numbers;
    private int _others;

    /// <summary>True when at least as many runs have a number as have another value.</summary>
    /// <param name="field">A field that is not a metric.</param>
    public static bool IsMost(RunList runs, RunField field, PathTable paths)
    {
        var (numbers, others) = (0, 0);
        foreach (var piece in runs.Pieces)
        {
            var share = Of(piece, field, paths);
            numbers += share._numbers;
            others += share._others;
        }

        return numbers >= others;
    }

    private static NumberShare Of(RunPiece piece, RunField field, PathTable paths)
    {
        if (piece.Memo.Find<NumberShare>(field) is { } known)
        {
            return known;
        }

        var share = new NumberShare();
        var cells = NumberCells.Of(piece, [field], paths)[0];
        for (var i = 0; i < RunPiece.Size && i < piece.Runs.Length; i++)
        {
            switch (piece[i] is null ? NumberKind.Missing : cells[i].Kind)
            {
                case NumberKind.Missing or NumberKind.Null:
                    break;
                case NumberKind.Other:
                    share._others++;
                    break;
                default:
                    share._numbers++;
                    break;
            }
        }

        piece.Memo.Add(field, share, Bytes);
        return share;
    }
}
