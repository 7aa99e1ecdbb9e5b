using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Caches the values of the last used fields of a snapshot. Safe for concurrent use.</summary>
internal sealed class SnapshotValues(RunList runs)
{
    private const int MaxFields = 8;

    /// <summary>With more different values the remaining runs are not read, because such a list is too long to choose from.</summary>
    private const int ManyValues = 2000;

    private const int FirstPieces = 2;

    private readonly ConcurrentDictionary<RunField, Lazy<FieldValues>> _fields = new();

    /// <summary>Reads the values that are requested most.</summary>
    public void Warm()
    {
        foreach (var own in OwnFields.All.Where(own => own.IsShared))
        {
            Of(own.Field);
        }
    }

    public FieldValues Of(RunField field)
    {
        if (_fields.Count >= MaxFields)
        {
            _fields.Clear();
        }

        return _fields.GetOrAdd(field, _ => new(() => Merge(field))).Value;
    }

    /// <summary>Reads the values in the background, for the next request.</summary>
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
        var (seen, from) = (0, 0);
        // Reads twice as many pieces each time, on all processors, because a few pieces suffice for fields with many values.
        for (var to = FirstPieces; from < runs.Pieces.Length && counts.Count <= ManyValues; (from, to) = (to, 2 * to))
        {
            var found = new PieceValues[Math.Min(to, runs.Pieces.Length) - from];
            var first = from;
            Parallel.For(0, found.Length, piece => found[piece] = PieceValues.Of(runs.Pieces[first + piece], field));
            foreach (var piece in found.TakeWhile(_ => counts.Count <= ManyValues))
            {
                Add(piece.Counts, counts);
                seen++;
            }
        }

        return FieldValues.Of(counts, isComplete: seen == runs.Pieces.Length);
    }

    private static void Add(IReadOnlyDictionary<SacredValue, int> found, Dictionary<SacredValue, int> counts)
    {
        foreach (var (value, count) in found)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _) += count;
        }
    }
}
