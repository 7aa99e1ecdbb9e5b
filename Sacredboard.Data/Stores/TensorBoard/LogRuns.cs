using System.Collections.Concurrent;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Stores.Directories;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>What can be known of runs by their event files alone.</summary>
internal sealed class LogRuns(string directory, TensorBoardLogs logs, TimeProvider time)
{
    /// <summary>Writers keep events back for two minutes at most, unless they are told otherwise.</summary>
    private static readonly TimeSpan FlushInterval = TimeSpan.FromSeconds(120);

    /// <summary>A run whose files changed so lately goes on.</summary>
    private static readonly TimeSpan GoesOn = FlushInterval * 4;

    private readonly ConcurrentDictionary<string, LogStamp> _read = new(StringComparer.Ordinal);

    /// <summary>How the files of a run were when it was last read; null when it never was.</summary>
    public LogStamp? LastRead(string id) => _read.TryGetValue(id, out var stamp) ? stamp : null;

    /// <summary>The ids of all runs.</summary>
    /// <exception cref="RunStoreException">The directory cannot be listed.</exception>
    public IReadOnlyList<string> List()
    {
        if (!FileState.Of(directory).IsDirectory)
        {
            throw new RunStoreException(RunStoreProblem.Unreachable, $"The directory {directory} does not exist.");
        }

        return [.. logs.Tree.List(directory).Select(path => LogTree.Relative(directory, path) is { Length: > 0 } id ? id : ".")];
    }

    /// <inheritdoc cref="FindAsync(string, CancellationToken)"/>
    public Task<RunSummary?> FindAsync(RunId id, CancellationToken cancellationToken) =>
        id.Kind == RunIdKind.Text ? FindAsync(id.Text, cancellationToken) : Task.FromResult<RunSummary?>(null);

    /// <summary>The run as it is now, or null when there is none with this id.</summary>
    public async Task<RunSummary?> FindAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (PathOf(id) is not { } path || !logs.Tree.List(directory).Contains(path))
        {
            return null;
        }

        _read[id] = Stamp(id);
        var run = new RunSummary { Id = RunId.Of(id) };
        var times = await logs.ReadTimesAsync(run, cancellationToken).ConfigureAwait(false);
        var last = Utc(times.Last);
        // A file that was copied a moment ago is new, but what is in it is not.
        var now = time.GetUtcNow().UtcDateTime;
        var goesOn = now - times.Modified < GoesOn && now - last < GoesOn + FlushInterval;
        return run with
        {
            Started = Utc(times.First),
            Heartbeat = goesOn && !times.HasStopped ? times.Modified : last,
            Stopped = goesOn && !times.HasStopped ? null : last,
            Status = times.HasStopped ? RunStatus.Completed : goesOn ? RunStatus.Running : null,
            BeatInterval = FlushInterval,
            // What is being written ends in the middle now and then.
            Problem = goesOn ? null : times.Problem,
        };
    }

    /// <summary>How the files of a run are; differs whenever there may be something new to read of it.</summary>
    public LogStamp Stamp(string id)
    {
        var (files, size, modified) = (0, 0L, 0L);
        foreach (var state in States(id))
        {
            (files, size, modified) = (files + 1, size + state.Length, Math.Max(modified, state.Modified));
        }

        return new LogStamp(files, size, modified, time.GetUtcNow().UtcDateTime - DateTime.UnixEpoch.AddTicks(modified) < GoesOn);
    }

    public long Modified(string id) => Stamp(id).Modified;

    private IEnumerable<FileState> States(string id)
    {
        try
        {
            return PathOf(id) is not { } path ? []
                : Directory.EnumerateFiles(path).Where(file => EventDirectory.IsEventFile(Path.GetFileName(file))).Select(FileState.Of).ToList();
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

/// <param name="Files">How many.</param>
/// <param name="Size">All of them, in bytes.</param>
/// <param name="Modified">The last change, in 100 ns since 1970 UTC.</param>
/// <param name="GoesOn">It was lately.</param>
internal readonly record struct LogStamp(int Files, long Size, long Modified, bool GoesOn);
