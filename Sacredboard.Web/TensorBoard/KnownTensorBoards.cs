namespace Sacredboard.Web.TensorBoard;

/// <summary>
/// The running TensorBoards, the last ones that ended, and the addresses that lead to each. There is one TensorBoard for each set of
/// directories, however many pages lead to it.
/// </summary>
public sealed class KnownTensorBoards
{
    private const int MaxEnded = 50;

    private readonly Lock _lock = new();
    private readonly List<TensorBoardInstance> _all = [];
    private bool _closed;

    /// <summary>The TensorBoards that are starting or running, oldest first.</summary>
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

    /// <summary>The TensorBoards that are starting or running, with the path of a page about each.</summary>
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

    /// <summary>The TensorBoard at an address, running or ended; null when none was started there.</summary>
    public TensorBoardInstance? Find(TensorBoardAddress address)
    {
        lock (_lock)
        {
            return _all.FindLast(instance => instance.Addresses.ContainsKey(address));
        }
    }

    /// <summary>
    /// The running TensorBoard for exactly these directories, to which the address then leads; otherwise the one at the address.
    /// </summary>
    /// <param name="page">Path of the page about it.</param>
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

    /// <summary>The path of the page about a TensorBoard that belongs to an address.</summary>
    public string PageOf(TensorBoardInstance instance, TensorBoardAddress address)
    {
        lock (_lock)
        {
            return instance.Addresses[address];
        }
    }

    /// <summary>The running TensorBoard for these directories, or else a new one; the address then leads to it.</summary>
    /// <param name="page">Path of the page about it.</param>
    /// <param name="start">Starts a TensorBoard; its argument is the number of running ones. Called under the lock, so that no other
    /// is started meanwhile.</param>
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

    /// <summary>Refuses new TensorBoards from now on.</summary>
    /// <returns>The running ones.</returns>
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
