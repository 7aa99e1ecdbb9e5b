using Sacredboard.Data.Fields;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Catalog.Storage;

/// <summary>One run of the catalog, packed because there may be 100,000. Immutable.</summary>
public sealed class CatalogRun
{
    private const long NoInterval = -1;

    private readonly OwnTexts _texts;
    private readonly OwnTimes _times;
    // Ticks, because a nullable value would take twice the memory.
    private readonly long _beatInterval = NoInterval;

    internal CatalogRun(in OwnTexts texts, in OwnTimes times, long version) => (_texts, _times, Version) = (texts, times, version);

    public required RunId Id { get; init; }

    /// <summary>The snapshot version in which this run last changed.</summary>
    public long Version { get; private set; }

    public string? Experiment => Text(OwnFields.Experiment);

    public string? Command => Text(OwnFields.Command);

    /// <summary>RUNNING, but without a heartbeat for longer than the threshold.</summary>
    public bool IsDead { get; private set; }

    /// <summary>The status as shown: <see cref="RunStatus.Dead"/> for a dead run, else the stored one; "" when none is stored.</summary>
    public string Status => IsDead ? RunStatus.Dead : StatusText?.Value ?? "";

    public string? StoredStatus => StatusText?.Value;

    public DateTime? Started => Time(OwnFields.Started);

    public DateTime? Stopped => Time(OwnFields.Stopped);

    public DateTime? Heartbeat => Time(OwnFields.Heartbeat);

    public string? Folder => Text(OwnFields.Folder);

    public string? Host => Text(OwnFields.Host);

    public string? Comment => Text(OwnFields.Comment);

    public string? Notes => Text(OwnFields.Notes);

    public IReadOnlyList<string> Tags => TagSet?.Names ?? [];

    public string? Failure => Text(OwnFields.Failure);

    public string? Problem { get; internal init; }

    /// <summary>Decoded; null when there is none.</summary>
    public SacredValue? Result => ResultBlock?.Value(PathTable.Root);

    /// <summary>Decoded; null when there is none.</summary>
    public SacredValue? Config => ConfigBlock?.Value(PathTable.Root);

    /// <summary>Its duration grows with the time.</summary>
    internal bool IsGoingOn => StoredStatus == RunStatus.Running && !IsDead && _times[OwnFields.Stopped.Index] == 0;

    /// <summary>The interval of its heartbeats; null when not recorded.</summary>
    public TimeSpan? BeatInterval
    {
        get => _beatInterval == NoInterval ? null : new TimeSpan(_beatInterval);
        internal init => _beatInterval = value?.Ticks ?? NoInterval;
    }

    /// <summary>True for a run that waits to be started.</summary>
    internal bool IsWaiting =>
        _times[OwnFields.Started.Index] == 0 && _times[OwnFields.Stopped.Index] == 0 && _times[OwnFields.Queued.Index] != 0;

    /// <summary>The start in ticks, or the time of queueing of a run that never started; 0 when unknown.</summary>
    internal long Since => _times[OwnFields.Started.Index] is not 0 and var started ? started : _times[OwnFields.Queued.Index];

    internal OwnTimes Times => _times;

    internal PackedText? StatusText { get; init; }

    internal TagSet? TagSet { get; init; }

    internal Block? ConfigBlock { get; init; }

    internal Block? ResultBlock { get; init; }

    internal Block? InfoBlock { get; init; }

    internal Block? HostBlock { get; init; }

    internal Block? MetaBlock { get; init; }

    internal Block? ExperimentBlock { get; init; }

    /// <summary>Of <see cref="RunSummary.Document"/>.</summary>
    internal Block? DocumentBlock { get; init; }

    /// <summary>The value of a property of the kind <see cref="OwnKind.Text"/>; null when there is none.</summary>
    public string? Text(OwnField field) => PackedText(field)?.Value;

    /// <summary>The value of a property of the kind <see cref="OwnKind.Time"/>; null when there is none.</summary>
    public DateTime? Time(OwnField field) => _times[field.Index] is not 0 and var ticks ? new DateTime(ticks, DateTimeKind.Utc) : null;

    /// <summary>From the start to the end as recorded; null without one of them.</summary>
    public RunSpan? Span(DateTimeOffset now) => RunSpan.Of(Started, Stopped, Heartbeat, IsGoingOn, now);

    /// <summary>The length of <see cref="Span"/>; also null when a clock was wrong.</summary>
    public TimeSpan? Duration(DateTimeOffset now) => Span(now)?.Length;

    /// <summary>The decoded value of a field that is not a metric; null when there is none, and always for <c>duration</c>.</summary>
    internal SacredValue? Value(RunField field) => field.OwnField is { } own
        ? OwnValues.Value(this, own)
        : Block(field.Root) is { } block ? new FieldPath(block.Shape.Table, field.Path).Value(block) : null;

    internal PackedText? PackedText(OwnField field) => _texts[field.Index];

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

    /// <summary>True when both have the same content. Both must be of one pool, in which equal texts are the same object.</summary>
    internal bool HasContentOf(CatalogRun other) =>
        (StatusText, BeatInterval, Problem) == (other.StatusText, other.BeatInterval, other.Problem)
        && ((ReadOnlySpan<PackedText?>)_texts).SequenceEqual(other._texts)
        && ((ReadOnlySpan<long>)_times).SequenceEqual(other._times)
        && Equals(TagSet, other.TagSet)
        && Storage.Block.AreEqual(ConfigBlock, other.ConfigBlock)
        && Storage.Block.AreEqual(ResultBlock, other.ResultBlock)
        && Storage.Block.AreEqual(InfoBlock, other.InfoBlock)
        && Storage.Block.AreEqual(HostBlock, other.HostBlock)
        && Storage.Block.AreEqual(MetaBlock, other.MetaBlock)
        && Storage.Block.AreEqual(ExperimentBlock, other.ExperimentBlock)
        && Storage.Block.AreEqual(DocumentBlock, other.DocumentBlock);
}
