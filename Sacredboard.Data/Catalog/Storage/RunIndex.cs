using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>
/// The slots of runs by their ids. Safe for concurrent use: with a lock, because a concurrent dictionary takes an object and twice the
/// memory for each of a million runs.
/// </summary>
internal sealed class RunIndex
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RunId, int> _slots = [];

    /// <summary>All ids at this moment.</summary>
    public RunId[] Ids
    {
        get
        {
            lock (_lock)
            {
                return [.. _slots.Keys];
            }
        }
    }

    /// <summary>The slot of a run; -1 when there is none.</summary>
    public int this[RunId id]
    {
        get
        {
            lock (_lock)
            {
                return _slots.TryGetValue(id, out var slot) ? slot : -1;
            }
        }

        set
        {
            lock (_lock)
            {
                _slots[id] = value;
            }
        }
    }
}
