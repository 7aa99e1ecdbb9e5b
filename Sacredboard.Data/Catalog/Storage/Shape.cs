using System.Runtime.InteropServices;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>The paths of the values of a block, in stored order. Shared by all runs with the same keys.</summary>
internal sealed class Shape(PathTable table, int[] paths) : IEquatable<Shape>
{
    private readonly int[] _paths = paths;
    private readonly int _hash = HashOf(paths);

    public PathTable Table { get; } = table;

    public ReadOnlySpan<int> Paths => _paths;

    /// <summary>The index of the value of a path in the block, or -1.</summary>
    public int IndexOf(int path) => _paths.AsSpan().IndexOf(path);

    public bool HasUnder(int ancestor)
    {
        foreach (var path in _paths)
        {
            if (Table.IsUnder(path, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    public bool Equals(Shape? other) => other is not null && _paths.AsSpan().SequenceEqual(other._paths);

    public override bool Equals(object? obj) => Equals(obj as Shape);

    public override int GetHashCode() => _hash;

    /// <summary>The hash of a shape of these paths.</summary>
    public static int HashOf(ReadOnlySpan<int> paths)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(paths));
        return hash.ToHashCode();
    }
}
