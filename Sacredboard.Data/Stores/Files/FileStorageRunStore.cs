using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Stores.RunFolders;

namespace Sacredboard.Data.Stores.Files;

/// <summary>The runs that Sacred's FileStorageObserver wrote into one directory. The id of a run is the name of its directory.</summary>
public sealed class FileStorageRunStore : IRunStore
{
    private const int BatchSize = 500;
    private const int MaxOutputFiles = 64;

    /// <summary>An output file counts as growing for so long after the last write.</summary>
    private static readonly TimeSpan GrowsFor = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time;
    private readonly StorageRoot _root;
    private readonly RunDirectoryReader _reader;
    private readonly RunListing _listing;
    private readonly DirectoryWatch? _watch;
    private readonly ChangeScan _scan;
    private readonly ConcurrentDictionary<string, OutputFile> _outputs = new();

    /// <param name="directory">May be created later; until then reading fails as unreachable.</param>
    /// <param name="time">The clock.</param>
    /// <param name="watch">Whether the file system reports changes; otherwise scans find them a little later.</param>
    public FileStorageRunStore(string directory, TimeProvider time, bool watch = true)
    {
        _time = time;
        _root = new StorageRoot(directory);
        _reader = new RunDirectoryReader(_root, time);
        _listing = new RunListing(_root, _reader);
        _watch = watch ? new DirectoryWatch(_root.Directory) : null;
        _scan = new ChangeScan(_root, _reader, _listing, _watch, time);
        Metrics = new FileMetrics(_root, _reader, _listing, time);
        RunInfo = new InfoFiles(_root, _listing, time);
        Info = new RunStoreInfo("files", new(_root.Directory) { Directory = _root.Directory })
        {
            IdsAreText = true,
            WhenEmpty = "This directory holds neither runs of a FileStorageObserver (directories with a run.json), nor the metadata.json "
                + "of a TinyDbObserver, nor TensorBoard logs.",
            Observer = $"FileStorageObserver(\"{_root.Directory}\")",
        };
    }

    public RunStoreInfo Info { get; }

    public IRunMetrics Metrics { get; }

    public IRunInfo? RunInfo { get; }

    public IRunLogs? Logs => null;

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(
        RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = RunOrder.ByName(_listing.Directories().Where(_reader.Exists));
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

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _scan.ReadAsync(known, cursor as FileCursor, cancellationToken);

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(
        IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        await ReadAsync([.. ids.Where(id => id.Kind == RunIdKind.Text).Select(id => id.Text)], cancellationToken).ConfigureAwait(false);

    public async Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        id.Kind == RunIdKind.Text ? await _reader.ReadRunAsync(id.Text, cancellationToken).ConfigureAwait(false) : null;

    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        if (DirectoryOf(id) is not { } run)
        {
            return null;
        }

        var file = _root.FindOwn(run, "cout.txt");
        if (file.Path is null)
        {
            return file.IsMissing ? RunOutput.Empty : throw Unreadable($"cout.txt cannot be read. {file.Problem}");
        }

        try
        {
            var isGrowing = (_time.GetUtcNow().UtcDateTime - file.State.ModifiedUtc).Duration() < GrowsFor;
            return await Output(file.Path).ReadAsync(file.Open(), range, isGrowing, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Of("The output is in cout.txt.", exception);
        }
    }

    public async Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        await FilesAsync(id, cancellationToken).ConfigureAwait(false) is { } files ? [.. files.List()] : [];

    public async Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        (await FilesAsync(id, cancellationToken).ConfigureAwait(false))?.Open(fileId);

    public ValueTask DisposeAsync()
    {
        _watch?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string? DirectoryOf(RunId id) =>
        id.Kind == RunIdKind.Text && _reader.Exists(id.Text) ? _root.RunDirectory(id.Text) : null;

    private async Task<List<RunSummary>> ReadAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var readings = await _listing.ReadAsync(names, cancellationToken).ConfigureAwait(false);
        return RunOrder.NewestFirst(readings);
    }

    private async Task<RunFileList?> FilesAsync(RunId id, CancellationToken cancellationToken) =>
        DirectoryOf(id) is { } run
            ? new RunFileList(_root, run, await _reader.ReadFieldsAsync(id.Text, cancellationToken).ConfigureAwait(false))
            : null;

    // Files are indexed only when their output is shown.
    private OutputFile Output(string path)
    {
        if (_outputs.Count > MaxOutputFiles)
        {
            _outputs.Clear();
        }

        return _outputs.GetOrAdd(path, _ => new OutputFile());
    }

    private static RunStoreException Unreadable(string message, Exception? inner = null) =>
        new(RunStoreProblem.Unreadable, message, inner);
}
