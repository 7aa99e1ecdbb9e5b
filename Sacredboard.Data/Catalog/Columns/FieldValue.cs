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
        // Of the own fields only the result is a tree.
        var isResult = field is { Root: FieldRoot.Own, Path: ["result"] };
        _root = isResult ? FieldRoot.Result : field.Root;
        OwnName = _root == FieldRoot.Own ? field.Path[0] : null;
        _path = OwnName is null ? new FieldPath(paths, isResult ? [] : field.Path) : null;
    }

    /// <summary>Of a property of the run itself that lies in no tree; the methods are for all others.</summary>
    public string? OwnName { get; }

    /// <summary>False when the value is an object or lies inside of a list: then <see cref="Value"/> has it.</summary>
    public bool TryLeaf(CatalogRun run, out Leaf leaf) => _path!.TryLeaf(run.Block(_root), out leaf);

    public SacredValue? Value(CatalogRun run) => _path!.Value(run.Block(_root));
}
