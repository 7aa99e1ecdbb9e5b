using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Grouping;

/// <summary>Reads one field of many runs as keys that are equal where the values are. Not safe for concurrent use.</summary>
/// <param name="read">The value of a field that does not lie in a run itself.</param>
internal sealed class KeyColumn(RunField field, PathTable paths, ValueKeys values, Func<CatalogRun, RunField, SacredValue?> read)
{
    private readonly FieldValue? _value = field.Root == FieldRoot.Metric ? null : new(field, paths);

    public ValueKey this[CatalogRun run] =>
        _value is null ? values.Of(read(run, field))
        : _value.OwnName is { } name ? Own(run, name)
        : _value.TryLeaf(run, out var leaf) ? values.Of(leaf)
        : values.Of(_value.Value(run));

    private ValueKey Own(CatalogRun run, string name) => name switch
    {
        "status" => values.OfText(run.Status),
        "id" => values.OfText($"{run.Id.Kind} {run.Id}"),
        // Of a run that goes on the leaf has the start: no two of them are the same.
        _ => values.Of(OwnFields.Leaf(run, name)),
    };
}
