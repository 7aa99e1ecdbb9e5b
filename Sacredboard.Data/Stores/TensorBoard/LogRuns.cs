using System.Collections.Concurrent;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;
using Sacredboard.Data.Stores.Logs;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>Derives runs from their event files alone.</summary>
/// <param name="directory">The top.</param>
/// <param name="logs">Reads the files.</param>
/// <param name="tree">Has the folders in which they may lie; null to look everywhere in the directory.</param>
/// <param name="time">The clock.</param>
internal sealed class LogRuns(string directory, TensorBoardLogs logs, FolderTree? tree, TimeProvider time)
{
    /// <summary>Writers flush events at least every two minutes by default.</summary>
    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(120);

    /// <summary>A run whose files changed within this time is active.</summary>
    private static readonly TimeSpan ActiveSpan = FlushInterval * 4;

    private readonly ConcurrentDictionary<string, LogStamp> _stamps = new(StringComparer.Ordinal);

    /// <summary>The stamp of a run's files when it was last read; null when it never was.</summary>
    public LogStamp? LastStamp(string id) => _stamps.TryGetValue(id, out var stamp) ? stamp : null;

    /// <summary>The ids of all runs.</summary>
    /// <exception cref="RunStoreException">The directory cannot be listed.</exception>
    public IReadOnlyList<string> List()
    {
        if (!FileState.Of(directory).IsDirectory)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {directory} does not exist.");
        }

        var found = tree is null
            ? logs.Tree.List(directory)
            : DirectoryErrors.Try(directory, () => tree.Update(CancellationToken.None)).LogFolders
                .Select(PathOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (tree is null && found.Count == 0 && logs.Tree.RefusedLink(directory) is { } link)
        {
            throw new RunStoreException(
                RunStoreProblem.Refused,
                $"{link} leads to another directory, which Sacredboard may not open: name one above it in Sacredboard:TensorBoard:Roots.");
        }

        var members = found.Select(path => Path.GetDirectoryName(path)).OfType<string>().Where(found.Contains).Distinct()
            .SelectMany(path => logs.Members.Of(path)).Select(member => member.Path).ToHashSet(StringComparer.Ordinal);
        return [.. found.Where(path => !members.Contains(path))
            .Select(path => LogTree.Relative(directory, path) is { Length: > 0 } id ? id : ".")];
    }

    /// <inheritdoc cref="FindAsync(string, CancellationToken)"/>
    public Task<RunSummary?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        id.Kind == RunIdKind.Text ? FindAsync(id.Text, cancellationToken) : Task.FromResult<RunSummary?>(null);

    /// <summary>The current run, or null when there is none with this id.</summary>
    public async Task<RunSummary?> FindAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (PathOf(id) is not { } path || !IsRun(id, path))
        {
            return null;
        }

        _stamps[id] = Stamp(id);
        var run = new RunSummary { Id = RunId.Of(id), Folder = id.LastIndexOf('/') is var end and > 0 ? id[..end] : null };
        var facts = await logs.ReadFactsAsync(run, cancellationToken).ConfigureAwait(false);
        var last = Utc(facts.Last);
        // The files of a run that was just copied are new, but its events are old.
        var now = time.GetUtcNow().UtcDateTime;
        var isActive = now - facts.Modified < ActiveSpan && now - last < ActiveSpan + FlushInterval;
        return run with
        {
            Config = facts.Config,
            Started = Utc(facts.First),
            Heartbeat = isActive && !facts.HasStopped ? facts.Modified : last,
            Stopped = isActive && !facts.HasStopped ? null : last,
            Status = facts.HasStopped ? RunStatus.Completed : isActive ? RunStatus.Running : null,
            BeatInterval = FlushInterval,
            // A file that is being written may end inside a record.
            Problem = isActive ? null : facts.Problem,
        };
    }

    /// <summary>The current stamp of a run's files; it differs whenever there may be new events.</summary>
    public LogStamp Stamp(string id)
    {
        var (files, size, modified) = (0, 0L, 0L);
        foreach (var state in States(id))
        {
            (files, size, modified) = (files + 1, size + state.Length, Math.Max(modified, state.Modified));
        }

        return new LogStamp(files, size, modified, time.GetUtcNow().UtcDateTime - DateTime.UnixEpoch.AddTicks(modified) < ActiveSpan);
    }

    public long Modified(string id) => Stamp(id).Modified;

    private bool IsRun(string id, string path) => tree is null
        ? logs.Tree.List(directory).Contains(path)
        : DirectoryErrors.Try(directory, () => tree.Latest(CancellationToken.None)).IsLogFolder(id == "." ? "" : id);

    private IEnumerable<FileState> States(string id)
    {
        try
        {
            return PathOf(id) is not { } path ? []
                : logs.Members.Of(path).Select(member => member.Path).Prepend(path)
                    .SelectMany(Directory.EnumerateFiles)
                    .Where(file => EventFileName.Is(Path.GetFileName(file)))
                    .Select(FileState.Of)
                    .ToList();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string? PathOf(string id) =>
        id.Contains('\0') ? null : id == "." ? directory : Path.Join(directory, id.Replace('/', Path.DirectorySeparatorChar));

    private static DateTime? Utc(double seconds) =>
        seconds > 0 && seconds < 253_402_300_799 ? DateTime.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;
}

/// <param name="Files">Number of event files.</param>
/// <param name="Size">Total size in bytes.</param>
/// <param name="Modified">Time of the last change, in 100 ns since 1970 UTC.</param>
/// <param name="IsActive">The last change is recent.</param>
internal readonly record struct LogStamp(int Files, long Size, long Modified, bool IsActive);
