namespace Sacredboard.Data.Stores;

/// <summary>
/// Caches values while their stamps stay the same, within a budget; the least recently used ones are removed first. Concurrent
/// requests for a key share one reading, which ends when none of them waits for it any longer.
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
    /// <param name="cancellationToken">Cancels waiting, and the reading when nobody else waits for it.</param>
    public async Task<TValue> GetAsync(
        TKey key, long? stamp, Func<TValue?, CancellationToken, Task<TValue>> load, CancellationToken cancellationToken)
    {
        Reading reading;
        lock (_lock)
        {
            var entry = Use(key);
            if (!IsFresh(entry, stamp))
            {
                var next = new Reading();
                (entry.Stamp, entry.ReadAt, entry.Reading) = (stamp, time.GetTimestamp(), next);
                next.Value = Task.Run(() => ReadAsync(entry, next, load), CancellationToken.None);
            }

            reading = entry.Reading!;
            reading.Waiting++;
        }

        try
        {
            return await reading.Value!.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                if (--reading.Waiting == 0 && !reading.Value!.IsCompleted)
                {
                    reading.Stop.Cancel();
                }
            }
        }
    }

    /// <summary>The value as it was read last, however old; null when there is none.</summary>
    public TValue? Peek(TKey key)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(key, out var node) ? node.Value.Value : null;
        }
    }

    /// <summary>Caches a value that was read otherwise, unless it is being read.</summary>
    public void Put(TKey key, long? stamp, TValue value)
    {
        lock (_lock)
        {
            var entry = Use(key);
            if (entry.Reading is { Value.IsCompleted: false, Stop.IsCancellationRequested: false })
            {
                return;
            }

            (entry.Stamp, entry.ReadAt) = (stamp, time.GetTimestamp());
            entry.Reading = new Reading { Value = Task.FromResult(value) };
            Keep(entry, value);
        }
    }

    /// <summary>Removes what was not asked for since so long; returns its size.</summary>
    public long Trim(TimeSpan unused)
    {
        lock (_lock)
        {
            var before = _size;
            while (_byUse.Last is { } oldest && time.GetElapsedTime(oldest.Value.UsedAt) >= unused)
            {
                Remove(oldest);
            }

            return before - _size;
        }
    }

    private Entry Use(TKey key)
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
        node.Value.UsedAt = time.GetTimestamp();
        return node.Value;
    }

    private bool IsFresh(Entry entry, long? stamp) =>
        entry.Reading is { Value: { IsFaulted: false, IsCanceled: false } value, Stop.IsCancellationRequested: false }
        && (!value.IsCompleted
            || (entry.Stamp == stamp && time.GetElapsedTime(entry.ReadAt) < (stamp is null ? MaxAgeWithoutStamp : MaxAge)));

    private async Task<TValue> ReadAsync(Entry entry, Reading reading, Func<TValue?, CancellationToken, Task<TValue>> load)
    {
        var value = await load(entry.Value, reading.Stop.Token);
        lock (_lock)
        {
            if (entry.Reading == reading)
            {
                Keep(entry, value);
            }
        }

        return value;
    }

    private void Keep(Entry entry, TValue value)
    {
        entry.Value = value;
        if (_entries.TryGetValue(entry.Key, out var node) && node.Value == entry)
        {
            _size += sizeOf(value) - entry.Size;
            entry.Size = sizeOf(value);
            while ((_size > budget || _entries.Count > MaxEntries) && _byUse.Last is { } oldest)
            {
                Remove(oldest);
            }
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _entries.Remove(node.Value.Key);
        _size -= node.Value.Size;
    }

    private sealed class Entry(TKey key)
    {
        public TKey Key { get; } = key;

        public Reading? Reading { get; set; }

        public long? Stamp { get; set; }

        public long ReadAt { get; set; }

        public long UsedAt { get; set; }

        public long Size { get; set; }

        public TValue? Value { get; set; }
    }

    private sealed class Reading
    {
        public Task<TValue>? Value { get; set; }

        public int Waiting { get; set; }

        public CancellationTokenSource Stop { get; } = new();
    }
}
