using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Totals;

/// <summary>One field of all runs as numbers, by their slots; durations in seconds. Not safe for concurrent use.</summary>
/// <param name="cells">Of each piece of the runs; null where nothing is kept.</param>
/// <param name="read">What is not kept.</param>
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
