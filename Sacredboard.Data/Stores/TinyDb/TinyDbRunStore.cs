using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.TinyDb;

/// <summary>
/// Reads runs written by Sacred's TinyDbObserver: all in one metadata.json, with their files beside it. Only an index of it is kept; what
/// is asked for is read from the file.
/// </summary>
internal sealed class TinyDbRunStore : IRunStore
{
    /// <summary>The name of the file, which the observer does not let one choose.</summary>
    public const string FileName = "metadata.json";

    /// <summary>So many of the runs that are looked at stay in memory, for while the file is being written.</summary>
    private const int MaxKept = 500;

    private const int FirstBatchSize = 150;
    private const int BatchSize = 500;

    private readonly StorageRoot _root;
    private readonly TinyDbFile _file;
    private readonly TinyDbChanges _changes;
    private readonly ConcurrentDictionary<RunId, RunSummary> _kept = [];

    public TinyDbRunStore(string directory, TimeProvider time)
    {
        _root = new StorageRoot(directory);
        _file = new TinyDbFile(Path.Combine(_root.Directory, FileName), time);
        _changes = new TinyDbChanges(_file);
        RunInfo = new TinyDbRunInfo(_file);
        Info = new RunStoreInfo("tinydb", new(_root.Directory) { Directory = _root.Directory })
        {
            IdsAreText = true,
            Observer = $"TinyDbObserver(\"{_root.Directory}\")",
            ObserverWithoutMetrics = "TinyDbObserver",
        };
    }

    public RunStoreInfo Info { get; }

    /// <summary>TinyDbObserver stores none.</summary>
    public IRunMetrics? Metrics => null;

    public IRunInfo? RunInfo { get; }

    public IRunLogs? Logs => null;

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var index = await _file.IndexAsync(now: true, cancellationToken).ConfigureAwait(false);
        var (left, size) = (limits.MaxRuns ?? int.MaxValue, FirstBatchSize);
        for (var i = 0; i < index.NewestFirst.Count && left > 0; (i, size) = (i + size, BatchSize))
        {
            TinyDbDocument[] documents = [.. index.NewestFirst.Skip(i).Take(size)];
            var read = await _file.ReadAsync(documents, TinyDbRunReader.Summary, cancellationToken).ConfigureAwait(false);
            // What changed meanwhile is read by its id.
            var missed = documents.Zip(read).Where(one => !one.Second.IsSame).Select(one => one.First.Id).ToList();
            RunSummary[] runs =
            [
                .. read.Where(one => one.IsSame).Select(one => one.Value!),
                .. missed.Count == 0 ? [] : await ReadSummariesAsync(missed, cancellationToken).ConfigureAwait(false),
            ];
            RunSummary[] within =
                [.. runs.Where(run => limits.Since is null || run.Started is null || run.Started >= limits.Since).Take(left)];
            left -= within.Length;
            if (i == 0)
            {
                Keep(within);
            }

            yield return new RunBatch(within, Math.Min(index.NewestFirst.Count, limits.MaxRuns ?? int.MaxValue));
        }
    }

    public Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken) =>
        _changes.ReadAsync(known, cursor as TinyDbCursor, cancellationToken);

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken)
    {
        var index = await _file.IndexAsync(now: false, cancellationToken).ConfigureAwait(false);
        TinyDbDocument[] documents = [.. ids.Select(index.Find).OfType<TinyDbDocument>()];
        var read = await _file.ReadAsync(documents, TinyDbRunReader.Summary, cancellationToken).ConfigureAwait(false);
        var found = new List<RunSummary>();
        foreach (var (document, one) in documents.Zip(read))
        {
            var run = one.IsSame ? one.Value : _kept.GetValueOrDefault(document.Id)
                ?? await _file.ReadAsync(document.Id, TinyDbRunReader.Summary, cancellationToken).ConfigureAwait(false);
            if (run is not null)
            {
                found.Add(run);
            }
        }

        Keep(found);
        return found;
    }

    public async Task<long> MeasureAsync(RunId id, CancellationToken cancellationToken) =>
        (await _file.IndexAsync(now: false, cancellationToken).ConfigureAwait(false)).Find(id)?.Length ?? 0;

    /// <summary>Any part of it is read out of the whole document.</summary>
    public Task<long> MeasureOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        MeasureAsync(id, cancellationToken);

    public Task<Run?> FindAsync(RunId id, RunParts parts, CancellationToken cancellationToken) =>
        _file.ReadAsync(id, (document, bytes) => TinyDbRunReader.Run(document, bytes, parts), cancellationToken);

    public Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken) =>
        _file.ReadAsync(id, (_, bytes) => Output(bytes, range), cancellationToken);

    public async Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken) =>
        await FilesAsync(id, cancellationToken).ConfigureAwait(false) is { } files ? [.. files.List()] : [];

    public async Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken) =>
        (await FilesAsync(id, cancellationToken).ConfigureAwait(false))?.Open(fileId);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // Those of the page that is looked at, which are asked for again and again.
    private void Keep(IReadOnlyList<RunSummary> runs)
    {
        if (_kept.Count + runs.Count > MaxKept)
        {
            _kept.Clear();
        }

        foreach (var run in runs.Take(MaxKept))
        {
            _kept[run.Id] = run;
        }
    }

    private Task<TinyDbFiles?> FilesAsync(RunId id, CancellationToken cancellationToken) => _file.ReadAsync(
        id, (document, bytes) => new TinyDbFiles(_root, TinyDbRunReader.Files(bytes.Span)), cancellationToken);

    private static RunOutput Output(ReadOnlyMemory<byte> document, OutputRange range)
    {
        try
        {
            return document.IsEmpty ? RunOutput.Empty : TinyDbRunReader.Output(document.Span, range);
        }
        catch (JsonFormatException exception)
        {
            throw new RunStoreException(RunStoreProblem.Unreadable, $"The document of the run {exception.Message}.", exception);
        }
    }
}
