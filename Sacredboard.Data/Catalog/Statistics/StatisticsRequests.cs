using System.Collections.Concurrent;

namespace Sacredboard.Data.Catalog.Statistics;

/// <summary>Which statistics were asked for lately. Safe for concurrent use.</summary>
internal sealed class StatisticsRequests(TimeProvider time)
{
    /// <summary>Pages that show them ask every few seconds; what is not asked for is not kept current.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private const int MaxRequests = 500;

    // No metric has a step that is no number.
    private static readonly MetricKey Names = new("", double.NaN);

    private readonly ConcurrentDictionary<MetricKey, long> _used = new();
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when something is asked for that was not asked for lately.</summary>
    public Task Asked => Volatile.Read(ref _asked).Task;

    public void Use(MetricKey key)
    {
        var isNew = !IsFresh(key);
        _used[key] = time.GetTimestamp();
        if (isNew)
        {
            Forget();
            Interlocked.Exchange(ref _asked, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }
    }

    public bool IsFresh(MetricKey key) => _used.TryGetValue(key, out var used) && time.GetElapsedTime(used) < Fresh;

    /// <summary>The names of all metrics are asked for.</summary>
    public void UseNames() => Use(Names);

    public bool AreNamesFresh => IsFresh(Names);

    /// <summary>When it was last asked for, later ones greater; lowest for never.</summary>
    public long LastUse(MetricKey key) => _used.GetValueOrDefault(key, long.MinValue);

    /// <summary>The fresh ones.</summary>
    public IReadOnlyList<MetricKey> All() => [.. _used.Keys.Where(key => key != Names && IsFresh(key))];

    private void Forget()
    {
        if (_used.Count > MaxRequests)
        {
            foreach (var (key, _) in _used.OrderBy(entry => entry.Value).Take(MaxRequests / 2))
            {
                _used.TryRemove(key, out _);
            }
        }
    }
}
