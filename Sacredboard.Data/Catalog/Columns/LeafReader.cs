using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>Reads one field from many runs. Not safe for concurrent use.</summary>
internal sealed class LeafReader
{
    private readonly FieldRoot _root;
    private readonly IReadOnlyList<string> _path;
    private readonly FieldPath? _reader;

    public LeafReader(CatalogRun?[] runs, RunField field)
    {
        // Of the own fields only the result is a tree.
        (_root, _path) = field is { Root: FieldRoot.Own, Path: ["result"] } ? (FieldRoot.Result, []) : (field.Root, field.Path);
        var table = runs.Select(run => run?.Block(_root)?.Shape.Table).FirstOrDefault(found => found is not null);
        _reader = table is null ? null : new FieldPath(table, _path);
    }

    /// <summary>The leaf at the field, missing when there is none; false when it is inside of a list or typed value, or an object.</summary>
    public bool TryLeaf(CatalogRun run, out Leaf leaf)
    {
        if (_root == FieldRoot.Own)
        {
            leaf = OwnFields.Leaf(run, _path[0]);
            return true;
        }

        leaf = default;
        return _reader is null || _reader.TryLeaf(run.Block(_root), out leaf);
    }

    public SacredValue? Value(CatalogRun run) => _reader?.Value(run.Block(_root));
}
