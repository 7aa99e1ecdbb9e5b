using Sacredboard.Data.Catalog.Columns;
using Sacredboard.Data.Catalog.Storage;

namespace Sacredboard.Data.Queries.Answering;

/// <summary>Lists the runs that match a query and have one of its statuses, and counts those that match by status.</summary>
internal sealed class MatchingRuns
{
    private readonly RunList _runs;

    // Of those that match and have a wanted status, 64 slots in each; null when all runs do.
    private readonly ulong[]? _bits;

    /// <param name="runs">All runs.</param>
    /// <param name="found">Those of each piece that match; null when all do.</param>
    /// <param name="wanted">Statuses in any case; all when there are none.</param>
    public MatchingRuns(RunList runs, RunBits[]? found, IReadOnlyList<string> wanted)
    {
        _runs = runs;
        var all = RunBits.All();
        var statuses = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _bits = found is null && statuses.Count == 0 ? null : new ulong[runs.Pieces.Length * all.Words.Length];
        for (var i = 0; i < runs.Pieces.Length; i++)
        {
            Add(i, SearchColumns.Of(runs.Pieces[i]).Statuses, found?[i] ?? all, statuses);
        }
    }

    /// <summary>Numbers of runs that match, whatever their status.</summary>
    public StatusCounts Counts { get; } = new();

    /// <summary>Number of runs that match and have a wanted status.</summary>
    public int Count { get; private set; }

    /// <summary>Their slots, newest first. The array may be that of <see cref="RunList.Order"/>.</summary>
    public int[] Slots()
    {
        if (Count == _runs.Count)
        {
            return _runs.Order;
        }

        var slots = new int[Count];
        var starts = new int[ManyRuns.Parts(_runs.Count) + 1];
        ManyRuns.Each(_runs.Count, (part, from, to) => starts[part + 1] = CountIn(from, to));
        for (var part = 1; part < starts.Length; part++)
        {
            starts[part] += starts[part - 1];
        }

        ManyRuns.Each(_runs.Count, (part, from, to) => List(from, to, slots.AsSpan(starts[part]..starts[part + 1])));
        return slots;
    }

    private void Add(int piece, StatusColumn statuses, RunBits found, HashSet<string> wanted)
    {
        for (var i = 0; i < statuses.Names.Length; i++)
        {
            var count = statuses.Runs[i].CountWith(found);
            if (count == 0)
            {
                continue;
            }

            Counts.Add(statuses.Names[i], count);
            if (wanted.Count > 0 && !wanted.Contains(statuses.Names[i]))
            {
                continue;
            }

            Count += count;
            var words = statuses.Runs[i].Words;
            for (var word = 0; word < words.Length && _bits is not null; word++)
            {
                _bits[(piece * words.Length) + word] |= words[word] & found.Words[word];
            }
        }
    }

    private int CountIn(int from, int to)
    {
        var count = 0;
        foreach (var slot in _runs.Order.AsSpan(from..to))
        {
            count += Bit(slot);
        }

        return count;
    }

    private void List(int from, int to, Span<int> slots)
    {
        var count = 0;
        foreach (var slot in _runs.Order.AsSpan(from..to))
        {
            if (Bit(slot) != 0)
            {
                slots[count++] = slot;
            }
        }
    }

    private int Bit(int slot) => (int)(_bits![slot >> 6] >> slot) & 1;
}
