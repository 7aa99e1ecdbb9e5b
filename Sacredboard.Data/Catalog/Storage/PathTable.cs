using System.Collections.Concurrent;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// Numbers all paths of keys in all runs; 0 is the empty path. One writer adds while any number of threads read.
/// </summary>
internal sealed class PathTable
{
    public const int Root = 0;

    private readonly ConcurrentDictionary<(int Parent, string Key), int> _ids = new();
    private volatile (int Parent, string Key)[] _paths = new (int, string)[256];
    private volatile int _count = 1;

    public int Count => _count;

    public int Parent(int path) => _paths[path].Parent;

    /// <summary>The last key of the path.</summary>
    public string Key(int path) => _paths[path].Key;

    public int Child(int parent, string key)
    {
        if (_ids.TryGetValue((parent, key), out var id))
        {
            return id;
        }

        id = _count;
        var paths = _paths;
        if (id == paths.Length)
        {
            Array.Resize(ref paths, 2 * id);
        }

        paths[id] = (parent, key);
        _paths = paths;
        _count = id + 1;
        _ids[(parent, key)] = id;
        return id;
    }

    public bool TryChild(int parent, string key, out int id) => _ids.TryGetValue((parent, key), out id);

    public bool IsUnder(int path, int ancestor)
    {
        while (path != ancestor && path != Root)
        {
            path = Parent(path);
        }

        return path == ancestor;
    }

    /// <summary>The keys from the root.</summary>
    public string[] Keys(int path)
    {
        var keys = new Stack<string>();
        for (; path != Root; path = Parent(path))
        {
            keys.Push(Key(path));
        }

        return [.. keys];
    }
}
