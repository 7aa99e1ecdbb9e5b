using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Reads the runs that one Sacred observer wrote to one place. Only ever reads. Safe for use by many requests at once.
/// "Not there" is null (or left out of a list), "cannot say" is a <see cref="RunStoreException"/>, "cancelled" is an
/// <see cref="OperationCanceledException"/>. Nothing of a driver crosses this interface. What only some stores can do is a property that is
/// null in the others.
/// </summary>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>What kind of store this is, and where; known without asking the storage.</summary>
    RunStoreInfo Info { get; }

    /// <summary>The metrics of its runs; null when nothing is stored that metrics could be read from.</summary>
    IRunMetrics? Metrics { get; }

    /// <summary>The logs of its runs, where they are what the store reads; null where they lie beside what it reads, if there are any.</summary>
    IRunLogs? Logs { get; }

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

    /// <summary>Artifacts, sources and resources that the run lists, in stored order.</summary>
    Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>Opens a file that <see cref="ListFilesAsync"/> lists; null when the run or file is not there.</summary>
    Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken);
}
