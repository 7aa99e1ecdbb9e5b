namespace Sacredboard.Data.Stores;

/// <summary>What all sources share.</summary>
/// <param name="time">The clock.</param>
/// <param name="cacheBytes">How much memory decoded points of metrics may take, and in each source what was read of logs.</param>
public sealed class StoreContext(TimeProvider time, long cacheBytes)
{
    public TimeProvider Time { get; } = time;

    public long CacheBytes { get; } = cacheBytes;

    internal MetricCache Metrics { get; } = new(cacheBytes, time);
}
