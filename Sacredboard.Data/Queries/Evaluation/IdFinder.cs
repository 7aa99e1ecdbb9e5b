using System.Globalization;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;
using SortKey = Sacredboard.Data.Catalog.Columns.SortKey;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on the id.</summary>
/// <param name="test">The test of the id.</param>
/// <param name="exact">Tests the stored type only; otherwise digits also count as a number, and other ids as their text.</param>
internal sealed class IdFinder(ValueTest test, bool exact) : RunFinder
{
    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var ids = SearchColumns.Of(piece).Ids;
        for (var i = 0; i < ids.Length; i++)
        {
            if (IsTrue(ids[i]))
            {
                found.Set(i);
            }
        }

        return found;
    }

    private bool IsTrue(RunId id) => id.Kind switch
    {
        RunIdKind.Null => test.Null(),
        RunIdKind.Integer => test.Number(new ExactNumber(SortKey.Of(id.Integer))),
        RunIdKind.Real => test.Number(ExactNumber.Of(id.Real)),
        RunIdKind.Text when exact => test.Text(id.Text),
        // The name of a directory is text but may stand for a number.
        RunIdKind.Text =>
            test.Text(id.Text)
                || (long.TryParse(id.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && test.Number(new ExactNumber(SortKey.Of(number)))),
        _ => exact ? test.Other() : test.Text(id.Text),
    };
}
