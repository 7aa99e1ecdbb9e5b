using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

/// <summary>Reads one field of many runs as keys that are equal where the values are. Not safe for concurrent use.</summary>
internal sealed class KeyColumn
{
    private readonly RunField _field;
    private readonly ValueKeys _values;
    private readonly Func<CatalogRun, RunField, SacredValue?> _read;
    private readonly FieldPath? _path;
    private readonly FieldRoot _root;

    /// <param name="read">For what does not lie in a run's blocks.</param>
    public KeyColumn(RunField field, PathTable paths, ValueKeys values, Func<CatalogRun, RunField, SacredValue?> read)
    {
        (_field, _read, _values) = (field, read, values);
        _root = field is { Root: FieldRoot.Own, Path: ["result"] } ? FieldRoot.Result : field.Root;
        if (_root is FieldRoot.Config or FieldRoot.Info or FieldRoot.Host or FieldRoot.Meta or FieldRoot.Result or FieldRoot.Experiment)
        {
            _path = new FieldPath(paths, field.Root == FieldRoot.Own ? [] : field.Path);
        }
    }

    public ValueKey this[CatalogRun run]
    {
        get
        {
            if (_path is not null)
            {
                var block = run.Block(_root);
                return _path.TryLeaf(block, out var leaf) ? _values.Of(leaf) : _values.Of(_path.Value(block));
            }

            return _field is { Root: FieldRoot.Own, Path: [var name] } ? Own(run, name) : _values.Of(_read(run, _field));
        }
    }

    private ValueKey Own(CatalogRun run, string name) => name switch
    {
        "status" => _values.OfText(run.Status),
        "id" => _values.OfText($"{run.Id.Kind} {run.Id}"),
        // Of a run that goes on the leaf has the start: no two of them are the same.
        _ => _values.Of(OwnFields.Leaf(run, name)),
    };
}
