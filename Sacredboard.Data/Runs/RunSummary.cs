using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// What the table of runs needs to know of a run: all but its output, big info, metrics and files.
/// Times are UTC. A null says that the run does not have it.
/// </summary>
public sealed record RunSummary
{
    public required RunId Id { get; init; }

    /// <summary><c>experiment.name</c>.</summary>
    public string? Experiment { get; init; }

    /// <summary><c>meta.command</c> (dotted, for a command of an ingredient) or else <c>command</c>.</summary>
    public string? Command { get; init; }

    /// <summary>The stored word, see <see cref="RunStatus"/>; null when none is stored.</summary>
    public string? Status { get; init; }

    public DateTime? Started { get; init; }

    public DateTime? Stopped { get; init; }

    public DateTime? Heartbeat { get; init; }

    /// <summary>The beat interval that <c>meta.options</c> records, or null.</summary>
    public TimeSpan? BeatInterval { get; init; }

    /// <summary><c>host.hostname</c>.</summary>
    public string? Host { get; init; }

    /// <summary><c>meta.comment</c>, in Sacred before 0.7 the top-level <c>comment</c>.</summary>
    public string? Comment { get; init; }

    /// <summary>Omniboard's notes (<c>omniboard.notes</c>).</summary>
    public string? Notes { get; init; }

    /// <summary>Tags of <c>config.tags</c> (a list, or text with commas) and <c>omniboard.tags</c>, without repeats.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The last line of the traceback ("ValueError: boom"), or null.</summary>
    public string? Failure { get; init; }

    /// <summary>As stored, jsonpickle tags kept, like the others below.</summary>
    public SacredValue? Config { get; init; }

    public SacredValue? Result { get; init; }

    /// <summary>Null also when it is too large for a summary.</summary>
    public SacredValue? Info { get; init; }

    public SacredValue? HostInfo { get; init; }

    public SacredValue? Meta { get; init; }

    /// <summary><c>experiment</c> without its sources, and without its dependencies when they are too large.</summary>
    public SacredValue? ExperimentInfo { get; init; }

    /// <summary>
    /// What lies at the root of the stored document, beside the trees, and cannot be told from the properties above: <c>command</c>,
    /// <c>comment</c>, <c>omniboard</c>; a status or a time only when it is of an odd type or null. Null when there is nothing of it.
    /// </summary>
    public SacredObject? Document { get; init; }

    /// <summary>Why the run cannot be read in full ("run.json is cut off at byte 512"), or null.</summary>
    public string? Problem { get; init; }
}
