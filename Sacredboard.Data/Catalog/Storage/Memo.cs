using System.Collections.Concurrent;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// What others derive from data that never changes, by its type and by what it was derived for: so the data need not know who derives
/// what from it. Safe for concurrent use.
/// </summary>
/// <param name="maxBytes">How much all that is added by <see cref="Add"/> may take.</param>
internal sealed class Memo(long maxBytes)
{
    private readonly ConcurrentDictionary<(Type Type, object? Key), Entry> _entries = new();
    private long _bytes;

    /// <summary>Made once, when it is first asked for, and kept for as long as the data is.</summary>
    public T Keep<T>(object? key, Func<T> make)
        where T : class =>
        ((Lazy<T>)_entries.GetOrAdd((typeof(Lazy<T>), key), static (_, make) => new Entry(new Lazy<T>(make), 0), make).Value).Value;

    /// <summary>What was added; null when it is not remembered, or not any more.</summary>
    public T? Find<T>(object? key)
        where T : class =>
        _entries.TryGetValue((typeof(T), key), out var entry) ? (T)entry.Value : null;

    /// <summary>Remembers a value of so many bytes (at least one) until there is no room left for another.</summary>
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

    // All of them: taking out any one drives out, query after query, what the same query is about to look at again.
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
