using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Catalog.Loading;

public sealed record RunCatalogOptions
{
    public RunLimits Limits { get; init; } = RunLimits.None;

    /// <summary>A RUNNING run is probably dead after so long without a sign of life, or after 6 of its own beat intervals if that is longer. Default 120 s.</summary>
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How much memory statistics of metrics may take, in bytes. Default 64 MB.</summary>
    public long StatisticsBytes { get; init; } = 64L << 20;

    /// <summary>What is done with a snapshot each time that all runs were read, before the catalog says that it is current; null for nothing.</summary>
    public Action<CatalogSnapshot>? AfterLoading { get; init; }

    /// <summary>How often changes are asked for. Default 1 s.</summary>
    public TimeSpan UpdateEvery { get; init; } = TimeSpan.FromSeconds(1);
}
