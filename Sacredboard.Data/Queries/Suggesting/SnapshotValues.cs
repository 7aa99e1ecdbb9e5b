using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>The values that the fields of a snapshot have, for the fields asked for last. Safe for concurrent use.</summary>
internal sealed class SnapshotValues(RunList runs)
{
    private const int MostFields = 8;

    /// <summary>A field with more different values than this is not gone through to the end: nobody chooses among them from a list.</summary>
    private const int ManyValues = 2000;

    private const int FirstPieces = 2;

    private readonly ConcurrentDictionary<RunField, Lazy<FieldValues>> _fields = new();

    /// <summary>Makes what is asked for most.</summary>
    public void Warm()
    {
        foreach (var own in OwnFields.All.Where(own => own.IsShared))
        {
            Of(own.Field);
        }
    }

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
        var (seen, from) = (0, 0);
        // Twice as many pieces each time, on all processors: of many values the first few pieces have enough.
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
