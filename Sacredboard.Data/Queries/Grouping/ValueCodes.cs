using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>
/// One field of the runs of a piece as small numbers: runs with the same number have equal values, runs with different ones may have.
/// </summary>
internal sealed class ValueCodes
{
    private readonly ushort[] _codes = new ushort[RunPiece.Size];

    private ValueCodes()
    {
    }

    /// <summary>Number of different codes.</summary>
    public int Count { get; private set; }

    public int this[int run] => _codes[run];

    /// <summary>True for fields that have codes.</summary>
    public static bool Has(RunField field) => field.OwnField?.HasColumn ?? field.Root != FieldRoot.Metric;

    /// <summary>The codes of a piece, which keeps them.</summary>
    public static ValueCodes Of(RunPiece piece, RunField field)
    {
        if (piece.Memo.Find<ValueCodes>(field) is { } known)
        {
            return known;
        }

        var codes = Read(piece, field);
        piece.Memo.Add(field, codes, RunPiece.Size * sizeof(ushort));
        return codes;
    }

    private static ValueCodes Read(RunPiece piece, RunField field)
    {
        var codes = new ValueCodes();
        var column = ValueColumn.Of(piece, field);
        var known = new Dictionary<SortKey, int>();
        for (var i = 0; i < column.Keys.Length; i++)
        {
            var key = column.Keys[i];
            // Keys that do not say all of a value.
            if (column.Loose?.ContainsKey(i) == true || (key.Class == SortClass.Other && key.Bits == ValueColumn.ObjectBits))
            {
                codes._codes[i] = (ushort)codes.Count++;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var exists);
            code = exists ? code : codes.Count++;
            codes._codes[i] = (ushort)code;
        }

        return codes;
    }
}
