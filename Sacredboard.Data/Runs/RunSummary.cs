using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// What the table needs of one run: everything but its output, large info, metrics and files. Times are UTC. Null means that the run
/// does not have the value.
/// </summary>
public sealed record RunSummary
{
    public required RunId Id { get; init; }

    /// <summary>The name of its source, where runs of several are together; null otherwise.</summary>
    public string? Source { get; init; }

    /// <summary>
    /// Where in a tree of folders the run lies: <c>8m/qmix</c>. Null for a run that lies in none, and of storages without folders.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary><c>experiment.name</c>.</summary>
    public string? Experiment { get; init; }

    /// <summary><c>meta.command</c> (dotted, for a command of an ingredient) or else <c>command</c>.</summary>
    public string? Command { get; init; }

    /// <summary>The stored status, see <see cref="RunStatus"/>; null when none is stored.</summary>
    public string? Status { get; init; }

    public DateTime? Started { get; init; }

    public DateTime? Stopped { get; init; }

    public DateTime? Heartbeat { get; init; }

    /// <summary>The heartbeat interval that <c>meta.options</c> records, or null.</summary>
    public TimeSpan? BeatInterval { get; init; }

    /// <summary><c>host.hostname</c>.</summary>
    public string? Host { get; init; }

    /// <summary><c>meta.comment</c>, in Sacred before 0.7 the top-level <c>comment</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>Omniboard's notes (<c>omniboard.notes</c>).</summary>
    public string? Notes { get; init; }

    /// <summary>Tags of <c>config.tags</c> (a list, or text with commas) and <c>omniboard.tags</c>, without duplicates.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The last line of the traceback ("ValueError: boom"), or null.</summary>
    public string? Failure { get; init; }

    /// <summary>As stored, with jsonpickle tags, like the trees below.</summary>
    public SacredValue? Config { get; init; }

    public SacredValue? Result { get; init; }

    /// <summary>Null also when the info is too large for a summary.</summary>
    public SacredValue? Info { get; init; }

    public SacredValue? HostInfo { get; init; }

    public SacredValue? Meta { get; init; }

    /// <summary><c>experiment</c> without its sources, and without its dependencies when they are too large.</summary>
    public SacredValue? ExperimentInfo { get; init; }

    /// <summary>
    /// Values at the root of the stored document that the other properties do not preserve: <see cref="StoredNames.Others"/>, and a status
    /// or time of an unexpected type or null. Null when there are none.
    /// </summary>
    public SacredObject? Document { get; init; }

    /// <summary>Why the run cannot be read in full ("run.json is cut off at byte 512"), or null.</summary>
    public string? Problem { get; init; }
}
