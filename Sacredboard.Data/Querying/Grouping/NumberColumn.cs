using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

/// <summary>One field of all runs as numbers, by their slots; durations in seconds. Not safe for concurrent use.</summary>
/// <param name="cells">Of each piece of the runs; null where no run lies in blocks.</param>
/// <param name="read">What is not kept in columns.</param>
internal sealed class NumberColumn(RunList runs, NumberCells[]? cells, Func<CatalogRun, NumberCell> read)
{
    public NumberCell this[int slot]
    {
        get
        {
            if (cells is null)
            {
                return read(runs.At(slot)!);
            }

            var cell = cells[slot / RunPiece.Size][slot % RunPiece.Size];
            return cell.Kind == NumberKind.Growing ? read(runs.At(slot)!) : cell;
        }
    }

    /// <summary>Columns for these fields; what is kept of them with the runs is made in one go, as touching all runs is what takes long.</summary>
    /// <param name="runs">All of a snapshot.</param>
    /// <param name="paths">Theirs.</param>
    /// <param name="fields">Any.</param>
    /// <param name="now">Until when durations count.</param>
    /// <param name="read">The value of a field that does not lie in a run itself.</param>
    public static NumberColumn[] Of(
        RunList runs, PathTable paths, IReadOnlyList<RunField> fields, DateTimeOffset now, Func<CatalogRun, RunField, SacredValue?> read)
    {
        RunField[] kept = [.. fields.Where(field => field.Root != FieldRoot.Metric).Distinct()];
        var cells = Array.ConvertAll(runs.Pieces, piece => piece.Numbers.Of(kept, paths));
        return [.. fields.Select(field => field.Root == FieldRoot.Metric
            ? new NumberColumn(runs, null, run => NumberCell.Of(read(run, field)))
            : new NumberColumn(runs, Column(cells, Array.IndexOf(kept, field)), run => NumberCell.OfDuration(run.Duration(now))))];
    }

    private static NumberCells[] Column(NumberCells[][] cells, int field) => Array.ConvertAll(cells, piece => piece[field]);
}
