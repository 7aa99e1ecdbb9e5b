using Sacredboard.Data.Catalog;
using Sacredboard.Data.Catalog.Loading;
using Sacredboard.Data.Stores;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.TensorBoard;

namespace Sacredboard.Data.Sources;

/// <summary>One place with runs, opened: all that pages and scripts get of it. The store itself stays in here.</summary>
public sealed class RunSource : IAsyncDisposable
{
    /// <summary>When a run counts as dead where heartbeats are rare: few trainings go on for so long.</summary>
    private static readonly TimeSpan DeadWithoutHeartbeats = TimeSpan.FromDays(7);

    private readonly IRunStore _store;

    /// <param name="store">Ends with the source.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="context">Shared by all sources.</param>
    public RunSource(IRunStore store, RunSourceOptions options, StoreContext context)
    {
        _store = store;
        var metrics = store.Metrics;
        var logs = store.Logs;
        if (logs is null or PairedLogs)
        {
            var beside = new TensorBoardLogs(
                new LogDirectories(options.Logs.With(store.Info.Place.Directory)),
                context.CacheBytes,
                context.Time);
            logs = (logs as PairedLogs)?.With(beside) ?? (IRunLogs)beside;
            metrics = new InfoMetrics(store, beside.MayOpenAny ? new StoredAndLoggedMetrics(store, beside) : metrics, context.Time);
        }

        metrics = metrics is null ? null : new MaskedMetrics(metrics);
        Metrics = metrics;
        Catalog = new RunCatalog(
            store,
            store.Info.HeartbeatsAreRare ? options.Catalog with { DeadAfter = Longer(options.Catalog.DeadAfter) } : options.Catalog,
            context.Time,
            metrics);
        Runs = new RunReader(store, metrics, logs, context, id => Catalog.Snapshot.Find(id)?.Version);
        Logs = new RunLogReader(store, logs);
    }

    /// <summary>What kind of store it is, and where.</summary>
    public RunStoreInfo Info => _store.Info;

    /// <summary>Its runs may have metrics; false when the storage has none.</summary>
    public bool HasMetrics => Metrics is not null;

    /// <summary>Of the store, with curves of infos and logs; null when the storage has none.</summary>
    internal IRunMetrics? Metrics { get; }

    /// <summary>Reads single runs; what it gives is neither decoded nor masked.</summary>
    internal IRunStore Store => _store;

    public RunCatalog Catalog { get; }

    /// <inheritdoc cref="IRunStore.Counts"/>
    public IRunCounts? Counts => _store.Counts;

    /// <summary>Single runs, read when they are looked at.</summary>
    public RunReader Runs { get; }

    /// <summary>What the runs logged beside Sacred.</summary>
    public RunLogReader Logs { get; }

    /// <summary>Neither connects nor waits: a place that cannot be reached is the catalog's matter.</summary>
    /// <param name="backends">One of them reads the place, and found nothing wrong with it.</param>
    /// <param name="place">Where the runs are.</param>
    /// <param name="options">How it is read.</param>
    /// <param name="context">Shared by all sources.</param>
    public static RunSource Open(Backends backends, PlaceOptions place, RunSourceOptions options, StoreContext context) =>
        new(backends.Open(place, context), options, context);

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static TimeSpan Longer(TimeSpan deadAfter) => deadAfter > DeadWithoutHeartbeats ? deadAfter : DeadWithoutHeartbeats;
}

/// <summary>How a place is read.</summary>
public sealed record RunSourceOptions
{
    public RunCatalogOptions Catalog { get; init; } = new();

    /// <summary>Where logs may lie beside what the store reads. The store's own directory is added.</summary>
    public LogDirectoryOptions Logs { get; init; } = new();
}
