using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Reads one field of runs, by slot, as keys that are equal when the values are. Not safe for concurrent use.</summary>
/// <param name="value">Reads a field of runs; null for statistics.</param>
/// <param name="read">Reads a statistic; null for other fields.</param>
internal sealed class KeyColumn(RunList runs, FieldReader? value, ValueKeys values, Func<int, ValueKey>? read)
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
        // The leaf of the duration of a running run holds its start, so running runs rarely have equal keys.
        _ => values.Of(OwnValues.Leaf(run, field)),
    };
}
