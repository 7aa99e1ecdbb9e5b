namespace Sacredboard.Data.Stores;

/// <summary>Shared by all sources.</summary>
/// <param name="time">The clock.</param>
/// <param name="cacheBytes">Maximum size in bytes of the cached points of metrics, and in each source of cached logs.</param>
public sealed class StoreContext(TimeProvider time, long cacheBytes)
{
    public TimeProvider Time { get; } = time;

    public long CacheBytes { get; } = cacheBytes;

    internal MetricCache Metrics { get; } = new(cacheBytes, time);
}
