using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>Reads one field, that is no metric, from many runs. Not safe for concurrent use.</summary>
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

    /// <summary>A property of the run itself that lies in no tree; the methods are for all others.</summary>
    public OwnField? Own { get; }

    /// <summary>False when the value is an object or lies inside of a list: then <see cref="Value"/> has it.</summary>
    public bool TryLeaf(CatalogRun run, out Leaf leaf) => _path!.TryLeaf(run.Block(_root), out leaf);

    public SacredValue? Value(CatalogRun run) => _path!.Value(run.Block(_root));
}
