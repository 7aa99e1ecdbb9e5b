using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>One time of all runs, by slot.</summary>
internal sealed class TimeColumn(RunList runs, RunField field)
{
    private readonly ValueColumn[] _pieces = Array.ConvertAll(runs.Pieces, piece => ValueColumn.Of(piece, field));

    /// <summary>The latest time of some runs; missing when none has one, such as a start of queued runs.</summary>
    public SortKey Latest(ReadOnlySpan<int> slots)
    {
        var latest = SortKey.Missing;
        foreach (var slot in slots)
        {
            var key = _pieces[slot / RunPiece.Size].Keys[slot % RunPiece.Size];
            latest = key.Class == SortClass.Date && (latest.Class != SortClass.Date || key.Bits > latest.Bits) ? key : latest;
        }

        return latest;
    }
}
