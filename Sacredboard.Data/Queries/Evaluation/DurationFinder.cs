using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;

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
            if (Length(piece, i, keys[i]) is { } length
                ? test.Number(ExactNumber.Of((double)length.Ticks / TimeSpan.TicksPerSecond))
                : test.Missing())
            {
                found.Set(i);
            }
        }

        return found;
    }

    private TimeSpan? Length(RunPiece piece, int index, SortKey key) => key.Class switch
    {
        SortClass.Missing => null,
        SortClass.Date => RunSpan.LengthOf(now.UtcTicks - (long)key.Bits, isGoingOn: true),
        _ => piece[index]?.Duration(now),
    };
}
