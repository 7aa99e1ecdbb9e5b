using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>A condition on a field with a column; a text or value that many runs share is tested once.</summary>
internal sealed class ColumnFinder(Func<RunPiece, ValueColumn> column, ValueTest test, ItemTests items) : RunFinder
{
    private readonly bool _missing = test.Missing();

    public override RunBits Find(RunPiece piece, int firstSlot)
    {
        var found = new RunBits();
        var values = column(piece);
        for (var i = 0; i < values.Keys.Length; i++)
        {
            if (IsTrue(values, i))
            {
                found.Set(i);
            }
        }

        return found;
    }

    private bool IsTrue(ValueColumn values, int index)
    {
        ref readonly var key = ref values.Keys[index];
        return key.Class switch
        {
            SortClass.Missing => _missing,
            SortClass.Number when !key.IsInexact => test.Number(new ExactNumber(key)),
            SortClass.NaN => test.Number(new ExactNumber(key)),
            SortClass.Date => test.Date((long)key.Bits),
            SortClass.Boolean => test.Boolean(key.Bits != 0),
            SortClass.Null => test.Null(),
            SortClass.Other when key.Bits == ValueColumn.ObjectBits => test.Object(),
            _ when values.Loose?.GetValueOrDefault(index) is { } loose => test.Is(loose),
            _ => items[(int)key.Bits],
        };
    }
}
