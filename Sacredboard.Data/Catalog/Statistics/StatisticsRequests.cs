using System.Collections.Concurrent;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>
/// The recently requested statistics: those that an answer needs of all runs, and those that are only shown, in cells that fill by
/// themselves. Safe for concurrent use.
/// </summary>
internal sealed class StatisticsRequests(TimeProvider time)
{
    /// <summary>Pages request what they show every few seconds; statistics without a recent request are not kept current.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private const int MaxRequests = 500;

    // No step is NaN, so this key stands for the names of metrics.
    private static readonly MetricKey Names = new("", double.NaN);

    private readonly ConcurrentDictionary<MetricKey, long> _used = new();
    private readonly ConcurrentDictionary<MetricKey, long> _needed = new();
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completed when something new is requested.</summary>
    public Task Asked => Volatile.Read(ref _asked).Task;

    /// <summary>Requests statistics that an answer needs of all runs.</summary>
    public void Use(MetricKey key)
    {
        var isNew = !IsNeeded(key);
        _needed[key] = time.GetTimestamp();
        Use(key, isNew);
    }

    /// <summary>Requests statistics that are shown as they come, so that what visitors wait for goes before them.</summary>
    public void Show(MetricKey key) => Use(key, isNew: !IsFresh(key));

    /// <summary>An answer needed them recently.</summary>
    public bool IsNeeded(MetricKey key) => IsRecent(_needed, key);

    private void Use(MetricKey key, bool isNew)
    {
        _used[key] = time.GetTimestamp();
        if (isNew)
        {
            Forget();
            Interlocked.Exchange(ref _asked, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    public bool IsFresh(MetricKey key) => IsRecent(_used, key);

    /// <summary>Requests the names of all metrics.</summary>
    public void UseNames() => Use(Names);

    public bool AreNamesFresh => IsFresh(Names);

    /// <summary>The time of the last request, greater for later ones; the minimum for none.</summary>
    public long LastUse(MetricKey key) => _used.GetValueOrDefault(key, long.MinValue);

    /// <summary>The recent requests.</summary>
    public IReadOnlyList<MetricKey> All() => [.. _used.Keys.Where(key => key != Names && IsFresh(key))];

    private void Forget()
    {
        if (_used.Count > MaxRequests)
        {
            foreach (var (key, _) in _used.OrderBy(entry => entry.Value).Take(MaxRequests / 2))
            {
                _used.TryRemove(key, out _);
                _needed.TryRemove(key, out _);
            }
        }
    }

    private bool IsRecent(ConcurrentDictionary<MetricKey, long> requests, MetricKey key) =>
        requests.TryGetValue(key, out var last) && time.GetElapsedTime(last) < Fresh;
}
