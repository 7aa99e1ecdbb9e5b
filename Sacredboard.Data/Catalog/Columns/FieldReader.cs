using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>Reads one field that is not a metric from many runs. Not safe for concurrent use.</summary>
internal sealed class FieldReader
{
    private readonly FieldRoot _root;
    private readonly FieldPath? _path;

    /// <param name="field">The field.</param>
    /// <param name="paths">The paths in the trees of the runs; null when no run has the tree.</param>
    public FieldReader(RunField field, PathTable? paths)
    {
        if (field.InTree is { } place)
        {
            (_root, _path) = (place.Root, paths is null ? null : new FieldPath(paths, place.Path));
        }
        else
        {
            Own = field.OwnField;
        }
    }

    /// <summary>The own field when it lies in no tree; null for all other fields.</summary>
    public OwnField? Own { get; }

    public static FieldReader Of(CatalogRun?[] runs, RunField field) =>
        new(field, field.InTree is { Root: var root }
            ? runs.Select(run => run?.Block(root)?.Shape.Table).FirstOrDefault(found => found is not null)
            : null);

    /// <summary>
    /// The leaf of the field, missing when there is none; false for an object and for a value inside a list or typed value, which
    /// <see cref="Value"/> reads.
    /// </summary>
    public bool TryLeaf(CatalogRun run, out Leaf leaf)
    {
        if (Own is not null)
        {
            leaf = OwnValues.Leaf(run, Own);
            return true;
        }

        leaf = default;
        return _path is null || _path.TryLeaf(run.Block(_root), out leaf);
    }

    public SacredValue? Value(CatalogRun run) => _path?.Value(run.Block(_root));
}
