using System.Runtime.CompilerServices;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.FileStorage;

/// <summary>The runs that Sacred's FileStorageObserver wrote into one directory. The id of a run is the name of its directory.</summary>
/// <param name="directory">It need not exist yet; until it does, reading fails as unreachable.</param>
/// <param name="time">The clock.</param>
public sealed class FileStorageRunStore(string directory, TimeProvider time) : IRunStore
{
    private const int BatchSize = 500;

    private readonly StorageRoot _root = new(directory);

    public RunStoreInfo Info { get; } =
        new("files", Path.GetFullPath(directory), new RunStoreCapabilities { IdsAreText = true });

    public async IAsyncEnumerable<RunBatch> ReadAllAsync(
        RunLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var names = RunNames();
        var runs = await ReadManyAsync(names, cancellationToken).ConfigureAwait(false);
        var newest = runs
            .Where(run => limits.Since is null || run.Started >= limits.Since)
            .Take(limits.MaxRuns ?? int.MaxValue)
            .ToList();
        foreach (var batch in newest.Chunk(BatchSize))
        {
            yield return new RunBatch(batch, newest.Count);
        }
    }

    public async Task<RunChanges> ReadChangesAsync(IKnownRuns known, RunCursor? cursor, CancellationToken cancellationToken)
    {
        var told = (cursor as FileCursor)?.Told;
        var now = RunNames().ToDictionary(name => name, Stamp);
        var changed = now.Keys.Where(name => told is null ? !known.Contains(RunId.Of(name)) : !told.TryGetValue(name, out var stamp) || stamp != now[name]);
        var deleted = known.Ids.Where(id => !now.ContainsKey(id.Text)).ToList();
        var summaries = await ReadManyAsync([.. changed], cancellationToken).ConfigureAwait(false);
        return new RunChanges(summaries, deleted, new FileCursor(now));
    }

    public async Task<IReadOnlyList<RunSummary>> ReadSummariesAsync(
        IReadOnlyCollection<RunId> ids, CancellationToken cancellationToken) =>
        await ReadManyAsync([.. ids.Where(id => DirectoryOf(id) is not null).Select(id => id.Text)], cancellationToken).ConfigureAwait(false);

    public async Task<Run?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        DirectoryOf(id) is { } run ? (await ReadAsync(id, run, cancellationToken).ConfigureAwait(false)).ToRun() : null;

    public async Task<RunOutput?> ReadOutputAsync(RunId id, OutputRange range, CancellationToken cancellationToken)
    {
        if (DirectoryOf(id) is not { } run)
        {
            return null;
        }

        var path = Path.Combine(run, "cout.txt");
        if (!FileState.Of(path).IsFile)
        {
            return RunOutput.Empty;
        }

        var text = await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        var from = (int)Math.Min(range.FromEnd ? Math.Max(0, text.Length - range.Max!.Value) : range.From, text.Length);
        var part = text[from..(int)Math.Min(text.Length, from + (long)(range.Max ?? text.Length))];
        return new RunOutput(part, from, text.Length);
    }

    public async Task<IReadOnlyList<Metric>> ListMetricsAsync(RunId id, CancellationToken cancellationToken) =>
        [.. (await ReadMetricsAsync(id, cancellationToken).ConfigureAwait(false)).Select(MetricColumns.Summarize).OrderBy(metric => metric.Name, StringComparer.Ordinal)];

    public async Task<MetricSeries?> ReadMetricAsync(RunId id, string name, CancellationToken cancellationToken)
    {
        foreach (var member in await ReadMetricsAsync(id, cancellationToken).ConfigureAwait(false))
        {
            if (member.Key == name)
            {
                return MetricColumns.Series(member);
            }
        }

        return null;
    }

    public async Task<IReadOnlyList<RunFile>> ListFilesAsync(RunId id, CancellationToken cancellationToken)
    {
        if (DirectoryOf(id) is not { } run)
        {
            return [];
        }

        var document = await ReadAsync(id, run, cancellationToken).ConfigureAwait(false);
        return [.. new RunFileList(_root, run, document.Fields).Entries().Select(entry => entry.File)];
    }

    public async Task<RunFileContent?> OpenFileAsync(RunId id, string fileId, CancellationToken cancellationToken)
    {
        if (DirectoryOf(id) is not { } run)
        {
            return null;
        }

        var document = await ReadAsync(id, run, cancellationToken).ConfigureAwait(false);
        return new RunFileList(_root, run, document.Fields).Open(fileId);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<IReadOnlyList<KeyValuePair<string, SacredValue>>> ReadMetricsAsync(RunId id, CancellationToken cancellationToken)
    {
        if (DirectoryOf(id) is not { } run)
        {
            return [];
        }

        var (metrics, problem) = await JsonFile.ReadAsync(Path.Combine(run, "metrics.json"), Now, cancellationToken).ConfigureAwait(false);
        return problem is null || metrics is not null
            ? (metrics as SacredObject)?.Members ?? []
            : throw new RunStoreException(RunStoreProblem.Unreadable, problem);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private string? DirectoryOf(RunId id) =>
        id.Kind == RunIdKind.Text && _root.RunDirectory(id.Text) is { } run && FileState.Of(Path.Combine(run, "run.json")).Exists ? run : null;

    private List<string> RunNames()
    {
        try
        {
            return [.. Directory.EnumerateDirectories(_root.Directory)
                .Select(path => Path.GetFileName(path))
                .Where(name => DirectoryOf(RunId.Of(name)) is not null)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException(
                exception is UnauthorizedAccessException ? RunStoreProblem.Refused : RunStoreProblem.Unreachable,
                $"The directory {_root.Directory} cannot be read.", exception);
        }
    }

    private (FileState, FileState, FileState) Stamp(string name)
    {
        var run = _root.RunDirectory(name)!;
        return (FileState.Of(Path.Combine(run, "run.json")), FileState.Of(Path.Combine(run, "config.json")),
            FileState.Of(Path.Combine(run, "info.json")));
    }

    private async Task<List<RunSummary>> ReadManyAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var runs = new System.Collections.Concurrent.ConcurrentBag<RunSummary>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(names, options, async (name, cancelled) =>
        {
            var document = await ReadAsync(RunId.Of(name), _root.RunDirectory(name)!, cancelled).ConfigureAwait(false);
            runs.Add(document.ToSummary());
        }).ConfigureAwait(false);
        return [.. runs.OrderByDescending(run => run.Started).ThenByDescending(run => run.Id.Text.Length).ThenByDescending(run => run.Id)];
    }

    private async Task<RunDocument> ReadAsync(RunId id, string run, CancellationToken cancellationToken)
    {
        var (fields, problem) = await JsonFile.ReadAsync(Path.Combine(run, "run.json"), Now, cancellationToken).ConfigureAwait(false);
        var config = await JsonFile.ReadAsync(Path.Combine(run, "config.json"), Now, cancellationToken).ConfigureAwait(false);
        var info = await JsonFile.ReadAsync(Path.Combine(run, "info.json"), Now, cancellationToken).ConfigureAwait(false);
        problem ??= fields is SacredObject ? null : "run.json is not an object.";
        return new RunDocument
        {
            Id = id,
            Fields = fields as SacredObject ?? SacredObject.Empty,
            Config = config.Value,
            Info = info.Value,
            Problems = [.. new[] { problem, config.Problem, info.Problem }.OfType<string>()],
        };
    }

    private sealed record FileCursor(IReadOnlyDictionary<string, (FileState, FileState, FileState)> Told) : RunCursor;
}
