using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// A directory of TensorBoard logs without Sacred: each directory with event files is a run, and its scalars are the metrics. The id
/// is the path of the directory relative to the top, <c>.</c> for the top itself.
/// </summary>
public sealed class LogDirectoryRunStore : IRunStore
{
    private const int BatchSize = 50;

    /// <summary>A directory is one of logs when there are no runs of Sacred in so many folders of it.</summary>
    private const int MaxSearched = 5000;

    private readonly LogRuns _runs;
    private readonly LogChanges _changes;

    /// <param name="directory">The top.</param>
    /// <param name="cacheBytes">Memory for cached event data, in bytes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="linkRoots">Directories that links in it may lead to, besides it.</param>
    public LogDirectoryRunStore(string directory, long cacheBytes, TimeProvider time, params IReadOnlyList<string> linkRoots)
        : this(directory, LogsOf(directory, cacheBytes, time, linkRoots), null, time)
    {
    }

    private LogDirectoryRunStore(string directory, TensorBoardLogs logs, FolderTree? tree, TimeProvider time)
    {
        _runs = new LogRuns(directory, logs, tree, time);
        _changes = new LogChanges(_runs, time);
        Logs = logs;
        Metrics = new LogMetrics(_runs, logs);
        Info = new RunStoreInfo("tensorboard", new(directory) { Directory = directory }) { IdsAreText = true, PassesOverRuns = true };
    }

    public RunStoreInfo Info { get; }

    public IRunMetrics Metrics { get; }

    public IRunInfo? RunInfo => null;

    public IRunLogs Logs { get; }

    /// <summary>Whether a directory holds event files but no run of Sacred.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="options">Where in it runs of Sacred would be shown.</param>
    public static bool Recognizes(string directory, FolderOptions options)
    {
        try
        {
            return !File.Exists(Path.Combine(directory, "run.json"))
                && !FolderTree.HasRuns(directory, options with { MaxFolders = Math.Min(options.MaxFolders, MaxSearched) })
                && LogTree.HasEventFiles(directory);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The runs in those folders of a tree that hold nothing but logs.</summary>
    /// <param name="tree">A tree whose other runs are read otherwise.</param>
    /// <param name="cacheBytes">Memory for cached event data, in bytes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="linkRoots">Directories that links in it may lead to, besides it.</param>
    public static LogDirectoryRunStore Beside(
        FolderTree tree, long cacheBytes, TimeProvider time, IReadOnlyList<string> linkRoots) =>
        new(tree.Directory, LogsOf(tree.Directory, cacheBytes, time, linkRoots), tree, time);

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Start times are known only after reading all runs; the files' times are a good approximation.
        var ids = _runs.List().OrderByDescending(_runs.Modified).ToList();
        if (limits != RunLimits.None)
        {
            var all = new List<RunSummary>();
            foreach (var id in ids)
            {
                all.AddRange(await _runs.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } run ? [run] : []);
            }

            var kept = all.Where(run => limits.Since is null || run.Started is null || run.Started >= limits.Since)
                .OrderByDescending(run => run.Started).Take(limits.MaxRuns ?? int.MaxValue).ToList();
            yield return new RunBatch(kept, kept.Count);
            yield break;
        }

        foreach (var batch in ids.Chunk(BatchSize))
        {
            yield return new RunBatch(await ReadAsync(batch, cancellationToken).ConfigureAwait(false), ids.Count);
        }
    }

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _changes.ReadAsync(known, cursor as LogCursor, cancellationToken);

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        await ReadAsync(ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text), cancellationToken).ConfigureAwait(false);

    /// <summary>Nothing: a run of logs is a few names.</summary>
    public Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) => Task.FromResult(0L);

    public async Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        await _runs.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } summary
            ? new Run { Summary = summary, Config = summary.Config, Problems = summary.Problem is { } problem ? [problem] : [] }
            : null;

    /// <summary>Empty for an existing run: the output of such runs is not recorded.</summary>
    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await _runs.FindAsync(id, cancellationToken).ConfigureAwait(false) is null ? null : RunOutput.Empty;
    }

    public Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<RunFile>>([]);
    }

    public Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        Task.FromResult<RunFileContent?>(null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<List<RunSummary>> ReadAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var runs = new List<RunSummary>();
        foreach (var id in ids)
        {
            runs.AddRange(await _runs.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } run ? [run] : []);
        }

        return [.. runs.OrderByDescending(run => run.Started)];
    }

    // Only the logs in each run's own directory, without a name prefix.
    private static TensorBoardLogs LogsOf(string directory, long cacheBytes, TimeProvider time, IReadOnlyList<string> linkRoots)
    {
        var options = new LogDirectoryOptions { Roots = [directory], LinkRoots = linkRoots, Templates = ["{root}/{id}"] };
        return new(new LogDirectories(options), cacheBytes, time) { NamePrefix = "", IncludesSubdirectories = false };
    }
}
