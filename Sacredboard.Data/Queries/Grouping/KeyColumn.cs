using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Reads one field of runs, by their slots, as keys that are equal where the values are. Not safe for concurrent use.</summary>
/// <param name="value">Null for what does not lie in a run itself.</param>
/// <param name="read">For that.</param>
internal sealed class KeyColumn(RunList runs, FieldValue? value, ValueKeys values, Func<int, ValueKey>? read)
{
    public ValueKey this[int slot]
    {
        get
        {
            if (value is null)
            {
                return read!(slot);
            }

            var run = runs.At(slot)!;
            return value.Own is { } own ? Own(run, own)
                : value.TryLeaf(run, out var leaf) ? values.Of(leaf)
                : values.Of(value.Value(run));
        }
    }

    private ValueKey Own(CatalogRun run, OwnField field) => field.Kind switch
    {
        OwnKind.Status => values.OfText(run.Status),
        OwnKind.Id => values.OfText($"{run.Id.Kind} {run.Id}"),
        // Of a run that goes on the leaf has the start: no two of them are the same.
        _ => values.Of(OwnValues.Leaf(run, field)),
    };
}
