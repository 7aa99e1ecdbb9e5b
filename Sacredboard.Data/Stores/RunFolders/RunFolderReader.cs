using System.Collections.Concurrent;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores.RunFolders;

/// <summary>Reads runs from their folders; summaries only when their files changed.</summary>
internal sealed class RunFolderReader(IRunFolders folders, TimeProvider time)
{
    private const int MaxKept = 1000;

    private readonly ConcurrentDictionary<string, RunStamp> _stamps = new();
    private readonly ConcurrentDictionary<string, SummaryReading> _kept = new();

    /// <summary>The state of the run's files when its summary was last read; null when it never was.</summary>
    public RunStamp? LastStamp(string name) => _stamps.TryGetValue(name, out var stamp) ? stamp : null;

    public void Forget(string name)
    {
        _stamps.TryRemove(name, out _);
        _kept.TryRemove(name, out _);
    }

    /// <summary>Null when there is no such run.</summary>
    public async Task<SummaryReading?> ReadSummaryAsync(string name, CancellationToken cancellationToken)
    {
        var stamp = await folders.StampAsync(name, cancellationToken).ConfigureAwait(false);
        if (!stamp.Run.Exists)
        {
            Forget(name);
            return null;
        }

        var last = _kept.GetValueOrDefault(name);
        if (last is { IsWritten: true } && last.Stamp == stamp)
        {
            return last;
        }

        var files = await ReadFilesAsync(name, RunParts.All, stamp, cancellationToken).ConfigureAwait(false);
        var reading = new SummaryReading(Summary(name, files, last?.Summary), stamp, !files.IsFresh);
        _stamps[name] = stamp;
        Keep(name, reading);
        return reading;
    }

    /// <summary>Null when there is no such run.</summary>
    public async Task<Run?> ReadRunAsync(string name, RunParts parts, CancellationToken cancellationToken)
    {
        if (!(await folders.StampAsync(name, cancellationToken).ConfigureAwait(false)).Run.Exists)
        {
            return null;
        }

        var files = await ReadFilesAsync(name, parts, null, cancellationToken).ConfigureAwait(false);
        var run = RunSummaryReader.ReadRun(RunId.Of(name), files.Fields, parts);
        var summary = Summary(name, files, _kept.GetValueOrDefault(name)?.Summary);
        return run with { Summary = summary, Problems = files.Problems };
    }

    /// <summary>The fields of run.json; empty when it cannot be read.</summary>
    public async Task<SacredObject> ReadFieldsAsync(string name, CancellationToken cancellationToken) =>
        (await ReadAsync(name, "run.json", cancellationToken).ConfigureAwait(false)).Value as SacredObject ?? SacredObject.Empty;

    // While a file is being written the last good version is used; when run.json stays broken, with the problem.
    private static RunSummary Summary(string name, RunFilesRead files, RunSummary? last)
    {
        if (files.IsFresh && last is not null)
        {
            return last;
        }

        var summary = files.IsRunReadable || last is null
            ? RunSummaryReader.ReadSummary(RunId.Of(name), files.Fields, timesAreText: true) with { Folder = RunPath.Folder(name) }
            : last;
        return summary with { Problem = files.Problems.Count == 0 ? null : string.Join(' ', files.Problems) };
    }

    // Running and queued runs need their last good version; for others it only saves reading them again.
    private void Keep(string name, SummaryReading reading)
    {
        _kept[name] = reading;
        if (_kept.Count > MaxKept)
        {
            foreach (var (other, kept) in _kept)
            {
                if (kept.Summary.Status is not (RunStatus.Running or RunStatus.Queued))
                {
                    _kept.TryRemove(other, out _);
                }
            }
        }
    }

    /// <param name="name">The id of the run.</param>
    /// <param name="parts">What is read of config.json and info.json.</param>
    /// <param name="limited">For a summary the state of the files, so that large ones are left out; null to read all.</param>
    private async Task<RunFilesRead> ReadFilesAsync(
        string name, RunParts parts, RunStamp? limited, CancellationToken cancellationToken)
    {
        var tooLarge = new List<string>();
        var run = await ReadAsync(name, "run.json", cancellationToken).ConfigureAwait(false);
        var config = await ReadLimitedAsync("config", limited?.Config.Length, SummarySize.Max).ConfigureAwait(false);
        var info = await ReadLimitedAsync("info", limited?.Info.Length, SummarySize.MaxInfo).ConfigureAwait(false);

        var stored = run.Value as SacredObject ?? SacredObject.Empty;
        var fields = new List<KeyValuePair<string, SacredValue>>(
            (limited is { } stamp ? SummarySize.Trim(stored, stamp.Run.Length, tooLarge) : stored).Members);
        Add("config", config.Value);
        Add("info", info.Value);
        var problem = run.Problem ?? (run.Value is SacredObject ? null : "run.json is not an object.");
        return new RunFilesRead(
            new SacredObject(fields),
            [.. new[] { problem, config.Problem, info.Problem,
                tooLarge.Count == 0 ? null : SummaryProblem.TooLarge(tooLarge) }.OfType<string>()],
            run.Value is SacredObject,
            run.IsFresh || config.IsFresh || info.IsFresh);

        // Of a file that is too large for a summary only the small members.
        async Task<JsonFile> ReadLimitedAsync(string field, long? length, int max)
        {
            var file = length > SummarySize.MaxRead ? default
                : await JsonFile.ReadAsync(folders, name, $"{field}.json", time, MembersOf(field), cancellationToken).ConfigureAwait(false);
            if (length is null || length <= max || file.Problem is not null)
            {
                return file;
            }

            var small = SummarySize.SmallMembers(file.Value);
            tooLarge.AddRange(small is null ? [field] : []);
            return file with { Value = small };
        }

        Predicate<string>? MembersOf(string field) => parts.IsWhole(field) ? null : member => parts.Keeps(field, member);

        void Add(string key, SacredValue? value)
        {
            if (value is not null)
            {
                fields.RemoveAll(field => field.Key == key);
                fields.Add(new(key, value));
            }
        }
    }

    private Task<JsonFile> ReadAsync(string name, string file, CancellationToken cancellationToken) =>
        JsonFile.ReadAsync(folders, name, file, time, null, cancellationToken);

    /// <param name="Fields">The fields of run.json, with config.json and info.json as two more.</param>
    /// <param name="Problems">What could not be read, one sentence each.</param>
    /// <param name="IsRunReadable">run.json is an object.</param>
    /// <param name="IsFresh">An unreadable file was just written.</param>
    private sealed record RunFilesRead(SacredObject Fields, IReadOnlyList<string> Problems, bool IsRunReadable, bool IsFresh);
}

/// <param name="Summary">The run, or its last good version while it is being written.</param>
/// <param name="Stamp">The state of its files just before they were read.</param>
/// <param name="IsWritten">False when a file is being written, so that the run must be read again.</param>
internal sealed record SummaryReading(RunSummary Summary, RunStamp Stamp, bool IsWritten);
