using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>Reads one field that is not a metric from many runs. Not safe for concurrent use.</summary>
internal sealed class FieldValue
{
    private readonly FieldRoot _root;
    private readonly FieldPath? _path;

    public FieldValue(RunField field, PathTable paths)
    {
        if (field.InTree is { } place)
        {
            (_root, _path) = (place.Root, new FieldPath(paths, place.Path));
        }
        else
        {
            Own = field.OwnField;
        }
    }

    /// <summary>The own field when it lies in no tree; the methods are for all other fields.</summary>
    public OwnField? Own { get; }

    /// <summary>False when the value is an object or inside a list; <see cref="Value"/> reads it then.</summary>
    public bool TryLeaf(CatalogRun run, out Leaf leaf) => _path!.TryLeaf(run.Block(_root), out leaf);

    public SacredValue? Value(CatalogRun run) => _path!.Value(run.Block(_root));
}
