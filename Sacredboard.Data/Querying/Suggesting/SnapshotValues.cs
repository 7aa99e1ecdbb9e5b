using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Packing;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Querying.Suggesting;

/// <summary>The values that the fields of a snapshot have, for the fields asked for last. Safe for concurrent use.</summary>
internal sealed class SnapshotValues(RunList runs)
{
    private const int MostFields = 8;

    /// <summary>A field with more different values than this is not gone through to the end: nobody chooses among them from a list.</summary>
    private const int ManyValues = 4000;

    private readonly ConcurrentDictionary<RunField, Lazy<FieldValues>> _fields = new();

    public FieldValues Of(RunField field)
    {
        if (_fields.Count >= MostFields)
        {
            _fields.Clear();
        }

        return _fields.GetOrAdd(field, _ => new(() => Merge(field))).Value;
    }

    /// <summary>Goes through the runs beside what is being asked, for whoever asks for the values next.</summary>
    public void Prepare(RunField field)
    {
        if (!_fields.ContainsKey(field))
        {
            _ = Task.Run(() => Of(field));
        }
    }

    private FieldValues Merge(RunField field)
    {
        var counts = new Dictionary<SacredValue, int>(ValueContent.Comparer);
        var seen = 0;
        foreach (var piece in runs.Pieces)
        {
            foreach (var (value, count) in piece.ValuesOf(field).Counts)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += count;
            }

            seen++;
            if (counts.Count > ManyValues)
            {
                break;
            }
        }

        return FieldValues.Of(field, counts, isComplete: seen == runs.Pieces.Length);
    }
}
