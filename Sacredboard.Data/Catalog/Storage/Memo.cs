using System.Collections.Concurrent;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Caches what is derived from immutable data, by type and key, so that the data need not know the types derived from it. Safe for
/// concurrent use.
/// </summary>
/// <param name="maxBytes">Maximum total size of the values added by <see cref="Add"/>.</param>
internal sealed class Memo(long maxBytes)
{
    private readonly ConcurrentDictionary<(Type Type, object? Key), Entry> _entries = new();
    private long _bytes;

    /// <summary>Made once, on first use, and kept as long as the data.</summary>
    public T Keep<T>(object? key, Func<T> make)
        where T : class =>
        ((Lazy<T>)_entries.GetOrAdd((typeof(Lazy<T>), key), static (_, make) => new Entry(new Lazy<T>(make), 0), make).Value).Value;

    /// <summary>The added value; null when there is none, or no longer.</summary>
    public T? Find<T>(object? key)
        where T : class =>
        _entries.TryGetValue((typeof(T), key), out var entry) ? (T)entry.Value : null;

    /// <summary>Keeps a value of so many bytes (at least one) until another needs the room.</summary>
    public void Add<T>(object? key, T value, long bytes)
        where T : class
    {
        if (bytes > maxBytes)
        {
            return;
        }

        if (Interlocked.Read(ref _bytes) + bytes > maxBytes)
        {
            Clear();
        }

        if (_entries.TryAdd((typeof(T), key), new Entry(value, bytes)))
        {
            Interlocked.Add(ref _bytes, bytes);
        }
    }

    // Removes all: removing one at a time would remove what the same query needs next, query after query.
    private void Clear()
    {
        foreach (var (key, entry) in _entries)
        {
            if (entry.Bytes > 0 && _entries.TryRemove(key, out var removed))
            {
                Interlocked.Add(ref _bytes, -removed.Bytes);
            }
        }
    }

    private readonly record struct Entry(object Value, long Bytes);
}
