using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Totals;

/// <summary>One field of all runs as numbers, by slot; durations in seconds. Safe for concurrent use.</summary>
/// <param name="cells">The cached numbers of each piece; null for statistics.</param>
/// <param name="read">Reads numbers that are not cached.</param>
internal sealed class NumberColumn(NumberCells[]? cells, Func<int, NumberCell> read)
{
    public NumberCell this[int slot]
    {
        get
        {
            if (cells is null)
            {
                return read(slot);
            }

            var cell = cells[slot / RunPiece.Size][slot % RunPiece.Size];
            return cell.Kind == NumberKind.Growing ? read(slot) : cell;
        }
    }
}
