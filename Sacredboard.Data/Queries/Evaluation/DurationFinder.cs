using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on the duration in seconds as recorded, also where a clock was wrong; for a running run until now.</summary>
internal sealed class DurationFinder(RunField field, ValueTest test, DateTimeOffset now) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var keys = ValueColumn.Of(piece, field).Keys;
        for (var i = 0; i < keys.Length; i++)
        {
            if (Ticks(piece, i, keys[i]) is { } ticks
                ? test.Number(ExactNumber.Of(ticks / TimeSpan.TicksPerSecond))
                : test.Missing())
            {
                found.Set(i);
            }
        }

        return found;
    }

    private double? Ticks(RunPiece piece, int index, SortKey key) =>
        key.Class == SortClass.Date ? now.UtcTicks - (double)key.Bits : piece[index]?.Span(now)?.Recorded.Ticks;
}
