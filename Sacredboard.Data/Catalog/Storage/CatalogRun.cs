using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>One run as the catalog keeps it, packed: there may be 100,000 of them. Immutable once made.</summary>
public sealed class CatalogRun
{
    // Nullable<DateTime> would take twice the room. Zero: none.
    private readonly long _started;
    private readonly long _stopped;
    private readonly long _heartbeat;

    internal CatalogRun()
    {
    }

    public required RunId Id { get; init; }

    /// <summary>The snapshot version in which this run last changed.</summary>
    public long Version { get; private set; }

    public string? Experiment => ExperimentText?.Value;

    public string? Command => CommandText?.Value;

    /// <summary>RUNNING, but without a sign of life for longer than the threshold.</summary>
    public bool IsDead { get; private set; }

    /// <summary>The word shown: <see cref="RunStatus.Dead"/> for a dead run, else the stored one; "" when none is stored.</summary>
    public string Status => IsDead ? RunStatus.Dead : StatusText?.Value ?? "";

    public string? StoredStatus => StatusText?.Value;

    public DateTime? Started
    {
        get => Date(_started);
        internal init => _started = value?.Ticks ?? 0;
    }

    public DateTime? Stopped
    {
        get => Date(_stopped);
        internal init => _stopped = value?.Ticks ?? 0;
    }

    public DateTime? Heartbeat
    {
        get => Date(_heartbeat);
        internal init => _heartbeat = value?.Ticks ?? 0;
    }

    public string? Host => HostText?.Value;

    public string? Comment => CommentText?.Value;

    public string? Notes => NotesText?.Value;

    public IReadOnlyList<string> Tags => TagSet?.Names ?? [];

    public string? Failure => FailureText?.Value;

    public string? Problem { get; internal init; }

    /// <summary>Decoded; null when there is none.</summary>
    public SacredValue? Result => ResultBlock?.Value(PathTable.Root);

    /// <summary>Decoded; null when there is none.</summary>
    public SacredValue? Config => ConfigBlock?.Value(PathTable.Root);

    /// <summary>Its duration grows with the time.</summary>
    internal bool IsGoingOn => StoredStatus == RunStatus.Running && !IsDead && _stopped == 0;

    internal TimeSpan? BeatInterval { get; init; }

    /// <summary>What "newest first" goes by: ticks of the start, of a QUEUED run those of its queueing; 0 when unknown.</summary>
    internal long Recency { get; init; }

    internal PackedText? StatusText { get; init; }

    internal PackedText? ExperimentText { get; init; }

    internal PackedText? CommandText { get; init; }

    internal PackedText? HostText { get; init; }

    internal PackedText? CommentText { get; init; }

    internal PackedText? NotesText { get; init; }

    internal PackedText? FailureText { get; init; }

    internal TagSet? TagSet { get; init; }

    internal Block? ConfigBlock { get; init; }

    internal Block? ResultBlock { get; init; }

    internal Block? InfoBlock { get; init; }

    internal Block? HostBlock { get; init; }

    internal Block? MetaBlock { get; init; }

    internal Block? ExperimentBlock { get; init; }

    /// <summary>Of <see cref="RunSummary.Document"/>.</summary>
    internal Block? DocumentBlock { get; init; }

    /// <summary>Stop (or else last sign of life, or else <paramref name="now"/> for a live run) minus start; null without a start.</summary>
    public TimeSpan? Duration(DateTimeOffset now) =>
        Started is not { } started ? null
        : Stopped is { } stopped ? stopped - started
        : IsGoingOn ? now.UtcDateTime - started
        : Heartbeat is { } beat ? beat - started
        : null;

    /// <summary>The decoded value of a field that the run itself holds; see <see cref="CatalogSnapshot.Value"/>.</summary>
    internal SacredValue? Value(RunField field) => field.Root == FieldRoot.Own
        ? OwnFields.Value(this, field.Path[0])
        : Block(field.Root) is { } block ? new FieldPath(block.Shape.Table, field.Path).Value(block) : null;

    internal Block? Block(FieldRoot root) => root switch
    {
        FieldRoot.Config => ConfigBlock,
        FieldRoot.Info => InfoBlock,
        FieldRoot.Host => HostBlock,
        FieldRoot.Meta => MetaBlock,
        FieldRoot.Result => ResultBlock,
        FieldRoot.Experiment => ExperimentBlock,
        _ => null,
    };

    /// <summary>The same run, as it is from this version on.</summary>
    internal CatalogRun At(long version, bool dead)
    {
        var run = (CatalogRun)MemberwiseClone();
        (run.Version, run.IsDead) = (version, dead);
        return run;
    }

    /// <summary>True when both hold the same. Texts of one pool are equal only when they are the same object.</summary>
    internal bool HasContentOf(CatalogRun other) =>
        (StatusText, ExperimentText, CommandText, HostText, CommentText, NotesText, FailureText)
            == (other.StatusText, other.ExperimentText, other.CommandText, other.HostText, other.CommentText, other.NotesText, other.FailureText)
        && (_started, _stopped, _heartbeat, BeatInterval, Recency, Problem)
            == (other._started, other._stopped, other._heartbeat, other.BeatInterval, other.Recency, other.Problem)
        && Equals(TagSet, other.TagSet)
        && Storage.Block.AreEqual(ConfigBlock, other.ConfigBlock)
        && Storage.Block.AreEqual(ResultBlock, other.ResultBlock)
        && Storage.Block.AreEqual(InfoBlock, other.InfoBlock)
        && Storage.Block.AreEqual(HostBlock, other.HostBlock)
        && Storage.Block.AreEqual(MetaBlock, other.MetaBlock)
        && Storage.Block.AreEqual(ExperimentBlock, other.ExperimentBlock)
        && Storage.Block.AreEqual(DocumentBlock, other.DocumentBlock);

    private static DateTime? Date(long ticks) => ticks == 0 ? null : new DateTime(ticks, DateTimeKind.Utc);
}
