using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>One tree of a run (config, host, …) as the values at its leaves. Immutable.</summary>
internal sealed class Block(Shape shape, Leaf[] leaves) : IEquatable<Block>
{
    private readonly Leaf[] _leaves = leaves;

    public Shape Shape { get; } = shape;

    public ReadOnlySpan<Leaf> Leaves => _leaves;

    public Leaf this[int index] => _leaves[index];

    public static bool AreEqual(Block? a, Block? b) => a is null ? b is null : a.Equals(b);

    /// <summary>The value at a path: a leaf, or the object of all leaves below; null when there is none.</summary>
    public SacredValue? Value(int path)
    {
        var index = Shape.IndexOf(path);
        return index >= 0 ? _leaves[index].ToValue() : Rebuild(path);
    }

    public bool Equals(Block? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && (ReferenceEquals(Shape, other.Shape) || Shape.Equals(other.Shape))
            && Leaves.SequenceEqual(other.Leaves));

    public override bool Equals(object? obj) => Equals(obj as Block);

    public override int GetHashCode() => HashOf(Shape, _leaves);

    /// <summary>The hash of a block of this shape and these leaves.</summary>
    public static int HashOf(Shape shape, ReadOnlySpan<Leaf> leaves)
    {
        var hash = new HashCode();
        hash.Add(shape.GetHashCode());
        foreach (ref readonly var leaf in leaves)
        {
            hash.Add(leaf.GetHashCode());
        }

        return hash.ToHashCode();
    }

    private SacredObject? Rebuild(int root)
    {
        var table = Shape.Table;
        var children = new List<KeyValuePair<string, SacredValue>>();
        var seen = new HashSet<int>();
        foreach (var path in Shape.Paths)
        {
            if (!table.IsUnder(path, root))
            {
                continue;
            }

            var child = path;
            while (table.Parent(child) != root)
            {
                child = table.Parent(child);
            }

            if (seen.Add(child) && Value(child) is { } value)
            {
                children.Add(new(table.Key(child), value));
            }
        }

        return children.Count == 0 ? null : new SacredObject(children);
    }
}
