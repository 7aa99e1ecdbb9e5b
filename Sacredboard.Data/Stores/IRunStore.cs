using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Reads the runs that one Sacred observer wrote to one place. Only ever reads. Safe for use by many requests at once.
/// "Not there" is null (or left out of a list), "cannot say" is a <see cref="RunStoreException"/>, "cancelled" is an
/// <see cref="OperationCanceledException"/>. Nothing of a driver crosses this interface.
/// </summary>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>What kind of store this is, and where; known without asking the storage.</summary>
    RunStoreInfo Info { get; }

    /// <summary>All summaries, newest first (by start time or id, as the store can), in batches as they come.</summary>
    IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, CancellationToken cancellationToken);

    /// <summary>
    /// What changed in the storage since <paramref name="cursor"/>: new, changed and deleted runs. Quick enough to be
    /// asked every second. A null cursor begins; nothing that is in <paramref name="known"/> already needs to be told then.
    /// </summary>
    Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken);

    /// <summary>The summaries of these runs as they are now; those that are gone are left out.</summary>
    Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken);

    /// <summary>One run, or null when there is none with this id.</summary>
    Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>A part of the output, or null when there is no such run. A run without output has an empty one.</summary>
    Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken);

    /// <summary>The metrics of a run by name; empty when it has none (or there is no such run).</summary>
    Task<IReadOnlyList<Metric>> ListMetricsAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>All points of one metric, or null when the run has none of this name. Documents of one name are merged by time.</summary>
    Task<MetricSeries?> ReadMetricAsync(RunId id, string name, CancellationToken cancellationToken);

    /// <summary>
    /// The figures of one metric of many runs, in batches as they come, those asked for first in front. A run that comes again, because more
    /// of its points were found, replaces what came before. A run whose metrics are being written just then may be left out: ask again later.
    /// </summary>
    IAsyncEnumerable<IReadOnlyList<RunMetricSummary>> SummarizeMetricsAsync(MetricSummaryRequest request, CancellationToken cancellationToken);

    /// <summary>Artifacts, sources and resources that the run lists, in stored order.</summary>
    Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>Opens a file that <see cref="ListFilesAsync"/> lists; null when the run or file is not there.</summary>
    Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken);
}
