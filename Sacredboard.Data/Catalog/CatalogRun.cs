using Sacredboard.Data.Querying;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog;

/// <summary>One run as the catalog keeps it. Immutable.</summary>
public sealed class CatalogRun
{
    private readonly RunSummary _summary;

    internal CatalogRun(RunSummary summary, bool dead, long version)
    {
        _summary = summary;
        (IsDead, Version) = (dead, version);
    }

    public RunId Id => _summary.Id;

    /// <summary>The snapshot version in which this run last changed.</summary>
    public long Version { get; }

    public string? Experiment => _summary.Experiment;

    public string? Command => _summary.Command;

    /// <summary>RUNNING, but without a sign of life for longer than the threshold.</summary>
    public bool IsDead { get; }

    /// <summary>The word shown: <see cref="RunStatus.Dead"/> for a dead run, else the stored one; "" when none is stored.</summary>
    public string Status => IsDead ? RunStatus.Dead : _summary.Status ?? "";

    public string? StoredStatus => _summary.Status;

    public DateTime? Started => _summary.Started;

    public DateTime? Stopped => _summary.Stopped;

    public DateTime? Heartbeat => _summary.Heartbeat;

    public string? Host => _summary.Host;

    public string? Comment => _summary.Comment;

    public string? Notes => _summary.Notes;

    public IReadOnlyList<string> Tags => _summary.Tags;

    public string? Failure => _summary.Failure;

    public string? Problem => _summary.Problem;

    /// <summary>Decoded; null when there is none.</summary>
    public SacredValue? Result => _summary.Result;

    /// <summary>Stop (or else last sign of life, or else <paramref name="now"/> for a live run) minus start; null without a start.</summary>
    public TimeSpan? Duration(DateTimeOffset now) =>
        Started is not { } started ? null
        : Stopped is { } stopped ? stopped - started
        : StoredStatus == RunStatus.Running && !IsDead ? now.UtcDateTime - started
        : Heartbeat is { } beat ? beat - started
        : null;

    /// <summary>The decoded value of a field under config, info, host, meta, result or experiment; null when there is none.</summary>
    public SacredValue? Value(RunField field) => throw new NotSupportedException(field.ToString());
}
