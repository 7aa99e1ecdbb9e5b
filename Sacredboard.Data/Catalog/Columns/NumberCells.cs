using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>One field of some runs as numbers, eight bytes each.</summary>
internal sealed class NumberCells
{
    // Bits of NaNs that no computation returns, used for cells without a number.
    private const long MarkerBits = unchecked((long)0xFFFC_0000_0000_0000);

    private readonly double[] _cells;

    private NumberCells(int count) => _cells = new double[count];

    public NumberCell this[int index]
    {
        get
        {
            var number = _cells[index];
            if (!double.IsNaN(number))
            {
                return NumberCell.Of(number);
            }

            var kind = BitConverter.DoubleToInt64Bits(number) ^ MarkerBits;
            return kind is >= 0 and <= (long)NumberKind.Null ? new((NumberKind)kind, double.NaN) : NumberCell.Of(double.NaN);
        }
    }

    /// <summary>
    /// One column for each field of a piece, which caches them; missing ones are made in one pass over the runs.
    /// </summary>
    /// <param name="fields">Distinct fields that are not metrics.</param>
    public static NumberCells[] Of(RunPiece piece, IReadOnlyList<RunField> fields, PathTable paths)
    {
        NumberCells?[] columns = [.. fields.Select(piece.Memo.Find<NumberCells>)];
        int[] missing = [.. Enumerable.Range(0, columns.Length).Where(i => columns[i] is null)];
        var made = missing.Length == 0 ? [] : Read(piece.Runs, [.. missing.Select(i => fields[i])], paths);
        for (var i = 0; i < made.Length; i++)
        {
            columns[missing[i]] = made[i];
            piece.Memo.Add(fields[missing[i]], made[i], RunPiece.Size * sizeof(double));
        }

        return columns!;
    }

    private static NumberCells[] Read(CatalogRun?[] runs, IReadOnlyList<RunField> fields, PathTable paths)
    {
        NumberCells[] columns = [.. fields.Select(_ => new NumberCells(runs.Length))];
        FieldReader[] values = [.. fields.Select(field => new FieldReader(field, paths))];
        for (var i = 0; i < runs.Length; i++)
        {
            for (var field = 0; field < values.Length && runs[i] is { } run; field++)
            {
                columns[field].Set(i, Read(run, values[field]));
            }
        }

        return columns;
    }

    private static NumberCell Read(CatalogRun run, FieldReader field) => field.Own switch
    {
        null => field.TryLeaf(run, out var leaf) ? NumberCell.Of(leaf) : NumberCell.Of(field.Value(run)),
        { Kind: OwnKind.Duration } => run.IsGoingOn ? new(NumberKind.Growing, double.NaN) : NumberCell.OfDuration(run.Duration(default)),
        // An id is a name, even when it is a number.
        { HasColumn: false } => new(NumberKind.Other, double.NaN),
        var own => NumberCell.Of(OwnValues.Leaf(run, own)),
    };

    private void Set(int index, NumberCell cell) => _cells[index] = cell.Kind == NumberKind.Number
        ? (double.IsNaN(cell.Number) ? double.NaN : cell.Number)
        : BitConverter.Int64BitsToDouble(MarkerBits | (long)cell.Kind);
}
