using System.Runtime.CompilerServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>
/// One field of some runs as keys for sorting and comparing. The bits of a text, a list or another value that is kept whole are its id in
/// the pool; ranks of texts may change later.
/// </summary>
internal sealed class ValueColumn
{
    /// <summary>The bits of an object, whose values are separate fields.</summary>
    public const ulong ObjectBits = ulong.MaxValue;

    /// <summary>How many fields of a query are read in advance; others are read when needed.</summary>
    private const int MaxPrepared = 12;

    private static readonly int KeyBytes = Unsafe.SizeOf<SortKey>();

    private ValueColumn(int count) => Keys = new SortKey[count];

    public SortKey[] Keys { get; }

    /// <summary>
    /// Values that keys do not hold, by index of the run: texts and lists inside a list, which are not in the pool, and numbers beyond
    /// 64 bits.
    /// </summary>
    public Dictionary<int, SacredValue>? Loose { get; private set; }

    /// <summary>The column of a piece, which caches it.</summary>
    public static ValueColumn Of(RunPiece piece, RunField field)
    {
        if (piece.Memo.Find<ValueColumn>(field) is not { } column)
        {
            piece.Memo.Add(field, column = Read(piece.Runs, field), RunPiece.Size * KeyBytes);
        }

        return column;
    }

    /// <summary>Makes the missing columns of some fields of a piece.</summary>
    public static void Prepare(RunPiece piece, IReadOnlyList<RunField> fields)
    {
        for (var i = 0; i < fields.Count && i < MaxPrepared; i++)
        {
            Of(piece, fields[i]);
        }
    }

    private static ValueColumn Read(CatalogRun?[] runs, RunField field)
    {
        var column = new ValueColumn(runs.Length);
        if (field.InTree is { } place)
        {
            column.Fill(runs, place.Path, run => run.Block(place.Root));
        }
        else if (field.OwnField is { } own)
        {
            column.Fill(runs, run => OwnValues.Leaf(run, own));
        }

        return column;
    }

    /// <summary>The column of a value of each run.</summary>
    public static ValueColumn Of(CatalogRun?[] runs, Func<CatalogRun, Leaf> read)
    {
        var column = new ValueColumn(runs.Length);
        column.Fill(runs, read);
        return column;
    }

    /// <summary>The column of a path in a tree of each run.</summary>
    public static ValueColumn Of(CatalogRun?[] runs, IReadOnlyList<string> path, Func<CatalogRun, Block?> tree)
    {
        var column = new ValueColumn(runs.Length);
        column.Fill(runs, path, tree);
        return column;
    }

    private void Fill(CatalogRun?[] runs, Func<CatalogRun, Leaf> read)
    {
        for (var i = 0; i < runs.Length; i++)
        {
            Keys[i] = runs[i] is { } run ? SortKey.Of(read(run)) : SortKey.Missing;
        }
    }

    private void Fill(CatalogRun?[] runs, IReadOnlyList<string> path, Func<CatalogRun, Block?> tree)
    {
        FieldPath? reader = null;
        for (var i = 0; i < runs.Length; i++)
        {
            Keys[i] = runs[i] is { } run && tree(run) is { } block
                ? Read(i, block, reader ??= new(block.Shape.Table, path))
                : SortKey.Missing;
        }
    }

    private SortKey Read(int index, Block block, FieldPath reader)
    {
        if (reader.TryLeaf(block, out var leaf))
        {
            var key = SortKey.Of(leaf);
            return key.IsInexact ? Keep(index, key, ((PackedValue)leaf.Item!).Value) : key;
        }

        return reader.IsObject(block) ? new(SortClass.Other, ObjectBits)
            : reader.Value(block) is { } value ? Loosely(index, value)
            : SortKey.Missing;
    }

    private SortKey Loosely(int index, SacredValue value)
    {
        var key = SortKey.Of(value);
        return key.IsInexact || key.Class is SortClass.Text or SortClass.Other ? Keep(index, key, value) : key;
    }

    private SortKey Keep(int index, SortKey key, SacredValue value)
    {
        (Loose ??= [])[index] = value;
        return key;
    }
}
