namespace Sacredboard.Data.Stores;

/// <summary>
/// Caches values while their stamps stay the same, within a budget; the least recently used ones are removed first. Concurrent
/// requests for a key share one reading.
/// </summary>
/// <param name="budget">Maximum total size, in units of <paramref name="sizeOf"/>.</param>
internal sealed class StampedCache<TKey, TValue>(long budget, Func<TValue, long> sizeOf, TimeProvider time)
    where TKey : notnull
    where TValue : class
{
    /// <summary>Maximum age of a value even with the same stamp, because not all writers change what stamps are made of.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    /// <summary>Maximum age of a value without a stamp.</summary>
    private static readonly TimeSpan MaxAgeWithoutStamp = TimeSpan.FromSeconds(2);

    private const int MaxEntries = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = new();
    private long _size;

    /// <param name="key">The key of the value.</param>
    /// <param name="stamp">Changes whenever the value may have; null when that is not known.</param>
    /// <param name="load">Reads the value; receives the previous one, or null.</param>
    public async Task<TValue> GetAsync(TKey key, long? stamp, Func<TValue?, Task<TValue>> load, CancellationToken cancellationToken)
    {
        Task<TValue> reading;
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                node = _entries[key] = new LinkedListNode<Entry>(new Entry(key));
            }
            else
            {
                _byUse.Remove(node);
            }

            _byUse.AddFirst(node);
            var entry = node.Value;
            if (!IsFresh(entry, stamp))
            {
                (entry.Stamp, entry.ReadAt) = (stamp, time.GetTimestamp());
                // Other requests may wait for it too, so no token cancels it.
                entry.Reading = Task.Run(() => ReadAsync(entry, load), CancellationToken.None);
            }

            reading = entry.Reading!;
        }

        return await reading.WaitAsync(cancellationToken);
    }

    private bool IsFresh(Entry entry, long? stamp) =>
        entry.Reading is { IsFaulted: false }
        && (!entry.Reading.IsCompleted
            || (entry.Stamp == stamp && time.GetElapsedTime(entry.ReadAt) < (stamp is null ? MaxAgeWithoutStamp : MaxAge)));

    private async Task<TValue> ReadAsync(Entry entry, Func<TValue?, Task<TValue>> load)
    {
        var value = await load(entry.Value);
        lock (_lock)
        {
            entry.Value = value;
            if (_entries.TryGetValue(entry.Key, out var node) && node.Value == entry)
            {
                _size += sizeOf(value) - entry.Size;
                entry.Size = sizeOf(value);
                MakeRoom();
            }
        }

        return value;
    }

    private void MakeRoom()
    {
        while ((_size > budget || _entries.Count > MaxEntries) && _byUse.Last is { } oldest)
        {
            _byUse.RemoveLast();
            _entries.Remove(oldest.Value.Key);
            _size -= oldest.Value.Size;
        }
    }

    private sealed class Entry(TKey key)
    {
        public TKey Key { get; } = key;

        public Task<TValue>? Reading { get; set; }

        public long? Stamp { get; set; }

        public long ReadAt { get; set; }

        public long Size { get; set; }

        public TValue? Value { get; set; }
    }
}
