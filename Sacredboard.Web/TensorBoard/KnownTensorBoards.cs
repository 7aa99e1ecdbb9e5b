namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// The TensorBoards that live and the last that ended, and which address leads to which: one for each set of directories, however
/// many pages lead to it.
/// </summary>
public sealed class KnownTensorBoards
{
    private const int MaxEnded = 50;

    private readonly Lock _lock = new();
    private readonly List<TensorBoardInstance> _all = [];
    private bool _closed;

    /// <summary>Those that live, the oldest first.</summary>
    public IReadOnlyList<TensorBoardInstance> Alive
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Where(instance => instance.Status.IsAlive)];
            }
        }
    }

    /// <summary>Those that live, with a page for each and as they are now.</summary>
    public IReadOnlyList<(TensorBoardInstance Instance, string Page)> AlivePages
    {
        get
        {
            lock (_lock)
            {
                return [.. _all.Where(instance => instance.Status.IsAlive && instance.Addresses.Count > 0)
                    .Select(instance => (instance, instance.Addresses.Values.First()))];
            }
        }
    }

    /// <summary>The one that an address leads to, alive or ended; null when none was started there.</summary>
    public TensorBoardInstance? Find(TensorBoardAddress address)
    {
        lock (_lock)
        {
            return _all.FindLast(instance => instance.Addresses.ContainsKey(address));
        }
    }

    /// <summary>The same, or else the one that runs on these very directories; the address leads to it from then on.</summary>
    /// <param name="page">The page about it.</param>
    public TensorBoardInstance? Find(TensorBoardAddress address, IReadOnlyList<TensorBoardLink> links, string page)
    {
        lock (_lock)
        {
            if (Running(links) is not { } instance)
            {
                return Find(address);
            }

            instance.Addresses[address] = page;
            return instance;
        }
    }

    /// <summary>The page about it, seen from an address that leads to it.</summary>
    public string PageOf(TensorBoardInstance instance, TensorBoardAddress address)
    {
        lock (_lock)
        {
            return instance.Addresses[address];
        }
    }

    /// <summary>The one that runs on these directories, or else a new one; the address leads to it from then on.</summary>
    /// <param name="page">The page about it.</param>
    /// <param name="start">Starts it, told how many live already; no other is started meanwhile.</param>
    internal TensorBoardInstance FindOrAdd(
        TensorBoardAddress address, IReadOnlyList<TensorBoardLink> links, string page, Func<int, TensorBoardInstance> start)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var instance = Running(links) ?? Add(address, start);
            instance.Addresses[address] = page;
            return instance;
        }
    }

    /// <summary>Takes no more from now on.</summary>
    /// <returns>Those that live.</returns>
    internal IReadOnlyList<TensorBoardInstance> Close()
    {
        lock (_lock)
        {
            _closed = true;
            return Alive;
        }
    }

    private TensorBoardInstance? Running(IReadOnlyList<TensorBoardLink> links) =>
        _all.Find(instance => instance.Status.IsAlive && instance.ShowsExactly(links));

    private TensorBoardInstance Add(TensorBoardAddress address, Func<int, TensorBoardInstance> start)
    {
        var instance = start(_all.Count(other => other.Status.IsAlive));
        _all.ForEach(other => other.Addresses.Remove(address));
        RemoveOldest();
        _all.Add(instance);
        return instance;
    }

    private void RemoveOldest()
    {
        _all.RemoveAll(other => !other.Status.IsAlive && other.Addresses.Count == 0);
        while (_all.Count >= MaxEnded && _all.Find(other => !other.Status.IsAlive) is { } oldest)
        {
            _all.Remove(oldest);
        }
    }
}
