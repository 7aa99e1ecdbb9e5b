namespace Sacredboard.Data.Queries.Answering;

/// <summary>Counts runs by status; most frequent first.</summary>
internal sealed class StatusCounts(HashSet<string>? wanted)
{
    private readonly Dictionary<string, Entry> _entries = [];
    private Entry? _last;

    /// <summary>True when no run was counted.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Counts a run; true when its status is wanted (null: all are).</summary>
    public bool Add(string status)
    {
        // Neighbours usually have the same status.
        var entry = _last;
        if (entry is null || !ReferenceEquals(entry.Status, status))
        {
            if (!_entries.TryGetValue(status, out entry))
            {
                _entries[status] = entry = new Entry(status, wanted is null || wanted.Contains(status));
            }

            _last = entry;
        }

        entry.Count++;
        return entry.Wanted;
    }

    public IReadOnlyList<StatusCount> ToList() =>
        [.. _entries.Values.OrderByDescending(entry => entry.Count)
            .ThenBy(entry => entry.Status, StringComparer.Ordinal)
            .Select(entry => new StatusCount(entry.Status, entry.Count))];

    private sealed class Entry(string status, bool wanted)
    {
        public string Status { get; } = status;

        public bool Wanted { get; } = wanted;

        public int Count { get; set; }
    }
}
