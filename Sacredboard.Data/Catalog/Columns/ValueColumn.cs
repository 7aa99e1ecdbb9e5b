using System.Runtime.CompilerServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>
/// One field of some runs as keys to sort and to compare by. The bits of a text are its number in the pool, whose rank may still change;
/// those of a list or another value that is kept whole are its number too.
/// </summary>
internal sealed class ValueColumn
{
    /// <summary>In place of a number in the pool: an object, whose values are fields of their own.</summary>
    public const ulong ObjectBits = ulong.MaxValue;

    /// <summary>So many fields are read ahead of one query; what it sorts and asks by beyond these it reads when it comes to it.</summary>
    private const int MaxPrepared = 12;

    private static readonly int KeyBytes = Unsafe.SizeOf<SortKey>();

    private ValueColumn(int count) => Keys = new SortKey[count];

    public SortKey[] Keys { get; }

    /// <summary>Values that a key does not say, by the run's index: texts and lists inside of a list, which are none of the pool's, and numbers beyond 64 bits.</summary>
    public Dictionary<int, SacredValue>? Loose { get; private set; }

    /// <summary>Of a piece of the runs, which remembers it.</summary>
    public static ValueColumn Of(RunPiece piece, RunField field)
    {
        if (piece.Memo.Find<ValueColumn>(field) is not { } column)
        {
            piece.Memo.Add(field, column = Read(piece.Runs, field), RunPiece.Size * KeyBytes);
        }

        return column;
    }

    /// <summary>
    /// Makes the columns of some fields that are not known yet: on all processors, and for one piece after the other, whose runs are then at hand.
    /// </summary>
    public static void Prepare(RunList runs, IReadOnlyList<RunField> fields) => Parallel.ForEach(runs.Pieces, piece =>
    {
        foreach (var field in fields.Take(MaxPrepared))
        {
            Of(piece, field);
        }
    });

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

    /// <summary>Of one value of each run.</summary>
    public static ValueColumn Of(CatalogRun?[] runs, Func<CatalogRun, Leaf> read)
    {
        var column = new ValueColumn(runs.Length);
        column.Fill(runs, read);
        return column;
    }

    /// <summary>Of a path in a tree of each run.</summary>
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
            Keys[i] = runs[i] is { } run && tree(run) is { } block ? Read(i, block, reader ??= new(block.Shape.Table, path)) : SortKey.Missing;
        }
    }

    private SortKey Read(int index, Block block, FieldPath reader)
    {
        if (reader.TryLeaf(block, out var leaf))
        {
            var key = SortKey.Of(leaf);
            return key.IsBeyond ? Keep(index, key, ((PackedValue)leaf.Item!).Value) : key;
        }

        return reader.IsObject(block) ? new(SortClass.Other, ObjectBits)
            : reader.Value(block) is { } value ? Loosely(index, value)
            : SortKey.Missing;
    }

    private SortKey Loosely(int index, SacredValue value)
    {
        var key = SortKey.Of(value);
        return key.IsBeyond || key.Class is SortClass.Text or SortClass.Other ? Keep(index, key, value) : key;
    }

    private SortKey Keep(int index, SortKey key, SacredValue value)
    {
        (Loose ??= [])[index] = value;
        return key;
    }
}
