using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on the duration in seconds; for a running run until now.</summary>
internal sealed class DurationFinder(RunField field, ValueTest test, DateTimeOffset now) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var keys = ValueColumn.Of(piece, field).Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Class == SortClass.Missing
                ? test.Missing()
                : test.Number(ExactNumber.Of(Ticks(piece, i, keys[i]) / TimeSpan.TicksPerSecond)))
            {
                found.Set(i);
            }
        }

        return found;
    }

    private double Ticks(RunPiece piece, int index, SortKey key) =>
        key.Class == SortClass.Date ? now.UtcTicks - (double)key.Bits : (piece[index]?.Duration(now) ?? default).Ticks;
}
