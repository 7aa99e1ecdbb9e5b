namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// Caches event directories within a budget, so that only new events are read of a directory that is read again. Evicts the least
/// recently used one. Each directory is read by one thread at a time.
/// </summary>
/// <param name="budget">In bytes.</param>
/// <param name="resolve">Returns the real path of a file that may be opened, or null.</param>
internal sealed class EventDirectoryCache(long budget, Func<string, string?> resolve)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _size;

    /// <summary>Reads new events of the directory and returns <paramref name="take"/> of it, which must copy.</summary>
    public T Read<T>(string path, Func<EventDirectory, T> take, CancellationToken cancellationToken)
    {
        var entry = Use(path);
        lock (entry)
        {
            entry.Directory.ReadNew(cancellationToken);
            var taken = take(entry.Directory);
            Keep(entry, 1000 + entry.Directory.Log.Tags.Size);
            return taken;
        }
    }

    private Entry Use(string path)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(path, out var node))
            {
                _byUse.Remove(node);
            }
            else
            {
                node = _entries[path] = new LinkedListNode<Entry>(new Entry(new EventDirectory(path, resolve)));
            }

            _byUse.AddFirst(node);
            return node.Value;
        }
    }

    private void Keep(Entry entry, long size)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(entry.Directory.Path, out var node) && node.Value == entry)
            {
                _size += size - entry.Size;
                entry.Size = size;
            }

            while (_size > budget && _byUse.Last is { } oldest)
            {
                _byUse.RemoveLast();
                _entries.Remove(oldest.Value.Directory.Path);
                _size -= oldest.Value.Size;
            }
        }
    }

    private sealed class Entry(EventDirectory directory)
    {
        public EventDirectory Directory { get; } = directory;

        public long Size { get; set; }
    }
}
