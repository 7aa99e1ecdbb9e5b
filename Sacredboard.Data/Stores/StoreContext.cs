using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores;

/// <summary>Shared by all sources.</summary>
/// <param name="time">The clock.</param>
/// <param name="cacheBytes">Maximum size in bytes of the cached points of metrics, and in each source of cached logs.</param>
public sealed class StoreContext(TimeProvider time, long cacheBytes)
{
    /// <summary>What all metrics that are read at a time may take: two of the largest, or many small ones.</summary>
    private const long ReadBytes = 64L << 20;

    public TimeProvider Time { get; } = time;

    public long CacheBytes { get; } = cacheBytes;

    /// <summary>What the runs that are decoded at a time may take, in bytes of memory.</summary>
    public long DocumentBytes { get; init; } = 256L << 20;

    /// <summary>Directories that links in directories of TensorBoard logs may lead to.</summary>
    public IReadOnlyList<string> LogRoots { get; init; } = [];

    /// <summary>Where the output of runs may lie that they only name, as those of SEML do.</summary>
    public RecordedFileOptions OutputFiles { get; init; } = new();

    internal MetricCache Metrics { get; } = new(cacheBytes, new ReadBudget(ReadBytes, time), time);

    internal DocumentBudget Documents => field ??= new(DocumentBytes, Time);

    /// <summary>
    /// Forgets the points of metrics that nobody asked for since so long; returns their size in bytes, and that of the runs that were
    /// decoded and are no longer looked at.
    /// </summary>
    public long Trim(TimeSpan unused) => Metrics.Trim(unused) + Documents.TakeReturned();
}
