using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>
/// The different values of every path of a tree (config, host, …) of some runs, found in one pass: one path of 100,000 runs takes nearly
/// as long as all paths, because most of the time is waiting for memory.
/// </summary>
internal sealed class TreeValues
{
    private readonly Dictionary<int, PathValues> _paths = [];
    private PathTable? _table;

    public IReadOnlyDictionary<int, PathValues> Paths => _paths;

    /// <summary>The values of all runs of a piece, which caches them.</summary>
    public static TreeValues Of(RunPiece piece, FieldRoot root) => piece.Memo.Keep(root, () => Read(piece.Runs, root, null));

    /// <summary>The values of some runs of a piece.</summary>
    public static TreeValues Of(RunPiece piece, FieldRoot root, RunBits members) =>
        members.Count == piece.Count ? Of(piece, root) : Read(piece.Runs, root, members);

    private static TreeValues Read(CatalogRun?[] runs, FieldRoot root, RunBits? members)
    {
        var values = new TreeValues();
        var shapes = new Dictionary<Shape, PathValues[]>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < runs.Length; i++)
        {
            if (runs[i]?.Block(root) is not { } tree || members?[i] == false)
            {
                continue;
            }

            values._table ??= tree.Shape.Table;
            ref var paths = ref CollectionsMarshal.GetValueRefOrAddDefault(shapes, tree.Shape, out _);
            paths ??= [.. tree.Shape.Paths.ToArray().Select(values.At)];
            for (var leaf = 0; leaf < paths.Length; leaf++)
            {
                paths[leaf].Add(tree[leaf], 1);
            }
        }

        return values;
    }

    public void Add(TreeValues others)
    {
        foreach (var (path, values) in others._paths)
        {
            At(path).Add(values);
        }
    }

    /// <summary>The values of a path; null when they are many, or when one lies inside a list or another value.</summary>
    public IReadOnlyDictionary<Leaf, int>? Few(IReadOnlyList<string> keys)
    {
        var path = PathTable.Root;
        foreach (var key in keys)
        {
            if (_paths.GetValueOrDefault(path)?.HoldValues == true || _table?.TryChild(path, key, out path) != true)
            {
                return null;
            }
        }

        return _paths.GetValueOrDefault(path)?.Counts;
    }

    private PathValues At(int path)
    {
        ref var values = ref CollectionsMarshal.GetValueRefOrAddDefault(_paths, path, out _);
        return values ??= new();
    }
}

/// <summary>The different values of one path, counted while they are few.</summary>
internal sealed class PathValues
{
    private const int Few = 128;

    private Dictionary<Leaf, int>? _counts = [];

    /// <summary>Number of runs with a value.</summary>
    public int Present { get; private set; }

    /// <summary>True when a list or another value may contain the keys of a longer path.</summary>
    public bool HoldValues { get; private set; }

    /// <summary>Number of runs with each value; null when there are many values.</summary>
    public IReadOnlyDictionary<Leaf, int>? Counts => _counts;

    public void Add(Leaf value, int runs)
    {
        Present += runs;
        HoldValues |= value.Item is PackedValue { Value: not SacredObject { Members.Count: 0 } };
        Count(value, runs);
    }

    public void Add(PathValues others)
    {
        Present += others.Present;
        HoldValues |= others.HoldValues;
        _counts = others._counts is null ? null : _counts;
        foreach (var (value, runs) in others._counts ?? [])
        {
            Count(value, runs);
        }
    }

    private void Count(Leaf value, int runs)
    {
        if (_counts is null)
        {
            return;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_counts, value, out _) += runs;
        _counts = _counts.Count > Few ? null : _counts;
    }
}
