using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

public sealed record RunCatalogOptions
{
    public RunLimits Limits { get; init; } = RunLimits.None;

    /// <summary>
    /// A RUNNING run is dead after so long without a heartbeat, or after 6 of its own intervals if that is longer. Default 120 s.
    /// </summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Maximum size of the statistics of metrics in bytes. Default 64 MB.</summary>
    public long StatisticsBytes { get; init; } = 64L << 20;

    /// <summary>
    /// Called with a snapshot each time that all runs were read, before the catalog is reported as current; null for nothing.
    /// </summary>
    public Action<CatalogSnapshot>? AfterLoading { get; init; }

    /// <summary>Interval of reading changes. Default 0.9 s, so that a heartbeat is on a page within a second.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromMilliseconds(900);

    /// <summary>
    /// After so long without <see cref="RunCatalog.VisitAsync"/> changes are read each 30 s only; null (the default) for never.
    /// </summary>
    public TimeSpan? SleepAfter { get; init; }
}
