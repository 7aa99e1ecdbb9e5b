using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores;

/// <summary>
/// Reads the runs that one Sacred observer wrote to one place. Never writes. Safe for concurrent use. Missing runs and files are null (or
/// left out of a list), a failure to read is a <see cref="RunStoreException"/>, a cancelled call an
/// <see cref="OperationCanceledException"/>. Types and exceptions of drivers never cross this interface. Abilities that only some stores
/// have are properties that are null in the others.
/// </summary>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>The backend and the place, known without reading the storage.</summary>
    RunStoreInfo Info { get; }

    /// <summary>What it leaves out at the moment, in one sentence that is safe to show; null for nothing.</summary>
    string? Remark => null;

    /// <summary>The metrics of its runs; null when the storage has none.</summary>
    IRunMetrics? Metrics { get; }

    /// <summary>Reads info alone; null where only whole runs can be read.</summary>
    IRunInfo? RunInfo { get; }

    /// <summary>
    /// The logs of those of its runs that are nothing but logs; null when it has no such runs, and logs are separate files if there are
    /// any.
    /// </summary>
    IRunLogs? Logs { get; }

    /// <summary>Counts its runs before they are read; null where that is no less work than reading them.</summary>
    IRunCounts? Counts => null;

    /// <summary>All summaries, newest first (by start time or id, depending on the store), in batches as they are read.</summary>
    IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, CancellationToken cancellationToken);

    /// <summary>
    /// The runs that are new, changed or deleted since <paramref name="cursor"/>. Fast enough to be called every second. Start with a
    /// null cursor; runs that are in <paramref name="known"/> unchanged need not be reported then.
    /// </summary>
    Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken);

    /// <summary>The summaries of these runs as they are now; those that are gone are left out.</summary>
    Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken);

    /// <summary>
    /// How many bytes are stored of the run that <see cref="FindAsync"/> decodes, about; 0 when there is none with this id.
    /// </summary>
    Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>One run, or null when there is none with this id.</summary>
    Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken);

    /// <summary>
    /// How many bytes of the storage are in memory while that part of the output is read, about; 0 where they are few however long the
    /// output is, or where the store itself lets readers wait.
    /// </summary>
    Task<long> MeasureOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) => Task.FromResult(0L);

    /// <summary>A part of the output; empty for a run without output, null when there is no such run.</summary>
    Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken);

    /// <summary>Artifacts, sources and resources that the run lists, in stored order.</summary>
    Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken);

    /// <summary>The number of files that <see cref="ListFilesAsync"/> lists.</summary>
    async Task<int> CountFilesAsync(RunId id, CancellationToken cancellationToken) =>
        (await ListFilesAsync(id, cancellationToken).ConfigureAwait(false)).Count;

    /// <summary>Opens a file that <see cref="ListFilesAsync"/> lists; null when the run or the file does not exist.</summary>
    Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken);
}
