using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Columns;

/// <summary>Reads one field from many runs. Not safe for concurrent use.</summary>
internal sealed class LeafReader
{
    private readonly OwnField? _own;
    private readonly FieldRoot _root;
    private readonly FieldPath? _reader;

    public LeafReader(CatalogRun?[] runs, RunField field)
    {
        if (field.InTree is not { } place)
        {
            _own = field.OwnField;
            return;
        }

        _root = place.Root;
        var table = runs.Select(run => run?.Block(_root)?.Shape.Table).FirstOrDefault(found => found is not null);
        _reader = table is null ? null : new FieldPath(table, place.Path);
    }

    /// <summary>The leaf of the field, missing when there is none; false for an object or a value inside a list or typed value.</summary>
    public bool TryLeaf(CatalogRun run, out Leaf leaf)
    {
        if (_own is not null)
        {
            leaf = OwnValues.Leaf(run, _own);
            return true;
        }

        leaf = default;
        return _reader is null || _reader.TryLeaf(run.Block(_root), out leaf);
    }

    public SacredValue? Value(CatalogRun run) => _reader?.Value(run.Block(_root));
}
