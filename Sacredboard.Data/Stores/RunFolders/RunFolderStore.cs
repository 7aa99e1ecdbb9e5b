using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Runs that are folders of named files, wherever these lie. How changes are found depends on that.</summary>
public abstract class RunFolderStore : IRunStore
{
    private const int BatchSize = 500;
    private const int MaxOutputFiles = 64;

    /// <summary>An output file counts as growing for so long after the last write.</summary>
    private static readonly TimeSpan GrowsFor = TimeSpan.FromSeconds(10);

    private readonly IRunFolders _folders;
    private readonly TimeProvider _time;
    private readonly RunFolderReader _reader;
    private readonly RunListing _listing;
    private readonly ConcurrentDictionary<(string Path, long Tag), OutputFile> _outputs = new();

    private protected RunFolderStore(IRunFolders folders, TimeProvider time)
    {
        _folders = folders;
        _time = time;
        _reader = new RunFolderReader(folders, time);
        _listing = new RunListing(folders, _reader);
        Comparison = new RunComparison(folders, _reader, _listing);
        Metrics = new FolderMetrics(folders, time);
        RunInfo = new InfoFiles(folders, time);
    }

    public abstract RunStoreInfo Info { get; }

    public virtual string? Remark => null;

    public IRunMetrics Metrics { get; }

    public IRunInfo? RunInfo { get; }

    public IRunLogs? Logs => null;

    private protected RunComparison Comparison { get; }

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(
        RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var names = await _folders.ListNewestFirstAsync(cancellationToken).ConfigureAwait(false);
        if (limits.MaxRuns is null && limits.Since is null)
        {
            foreach (var batch in names.Chunk(BatchSize))
            {
                yield return new RunBatch(await ReadAsync(batch, cancellationToken).ConfigureAwait(false), names.Count);
            }

            yield break;
        }

        // A run that has not started is never too old. All runs must be read to know which are the newest.
        var runs = await ReadAsync(names, cancellationToken).ConfigureAwait(false);
        var newest = runs.Where(run => limits.Since is null || run.Started is null || run.Started >= limits.Since)
            .Take(limits.MaxRuns ?? int.MaxValue)
            .ToList();
        foreach (var batch in newest.Chunk(BatchSize))
        {
            yield return new RunBatch(batch, newest.Count);
        }
    }

    public abstract Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken);

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(
        IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        await ReadAsync([.. ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text)], cancellationToken).ConfigureAwait(false);

    public async Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken)
    {
        if (id.Kind != RunIdKind.Text)
        {
            return 0;
        }

        var stamp = await _folders.StampAsync(id.Text, cancellationToken).ConfigureAwait(false);
        return stamp.Run.Exists ? stamp.Run.Length + stamp.Config.Length + stamp.Info.Length : 0;
    }

    public async Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        id.Kind == RunIdKind.Text ? await _reader.ReadRunAsync(id.Text, parts, cancellationToken).ConfigureAwait(false) : null;

    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!await ExistsAsync(id, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var file = await _folders.FindOwnAsync(id.Text, "cout.txt", cancellationToken).ConfigureAwait(false);
        if (file.Path is null)
        {
            return file.IsMissing ? RunOutput.Empty
                : throw new RunStoreException(RunStoreProblem.Unreadable, $"cout.txt cannot be read. {file.Problem}");
        }

        try
        {
            var isGrowing = (_time.GetUtcNow().UtcDateTime - file.State.ModifiedUtc).Duration() < GrowsFor;
            var stream = await _folders.OpenAsync(file, cancellationToken).ConfigureAwait(false);
            return await Output(file).ReadAsync(stream, range, isGrowing, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("The output is in cout.txt.", exception);
        }
    }

    public async Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        await FilesAsync(id, cancellationToken).ConfigureAwait(false) is { } files
            ? await files.ListAsync(cancellationToken).ConfigureAwait(false)
            : [];

    public async Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        await FilesAsync(id, cancellationToken).ConfigureAwait(false) is { } files
            ? await files.OpenAsync(fileId, cancellationToken).ConfigureAwait(false)
            : null;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async ValueTask<bool> ExistsAsync(RunId id, CancellationToken cancellationToken) =>
        id.Kind == RunIdKind.Text && (await _folders.StampAsync(id.Text, cancellationToken).ConfigureAwait(false)).Run.Exists;

    private async Task<List<RunSummary>> ReadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var readings = await _listing.ReadAsync(names, cancellationToken).ConfigureAwait(false);
        return RunOrder.NewestFirst(readings);
    }

    private async Task<RunFileList?> FilesAsync(RunId id, CancellationToken cancellationToken) =>
        await ExistsAsync(id, cancellationToken).ConfigureAwait(false)
            ? new RunFileList(_folders, id.Text, await _reader.ReadFieldsAsync(id.Text, cancellationToken).ConfigureAwait(false))
            : null;

    // Files are indexed only when their output is shown.
    private OutputFile Output(StoredFile file)
    {
        if (_outputs.Count > MaxOutputFiles)
        {
            _outputs.Clear();
        }

        return _outputs.GetOrAdd((file.Path!, file.State.Tag), _ => new OutputFile());
    }
}
