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

    internal RunSummary Summary => _summary;

    /// <summary>Stop (or else last sign of life, or else <paramref name="now"/> for a live run) minus start; null without a start.</summary>
    public TimeSpan? Duration(DateTimeOffset now) =>
        Started is not { } started ? null
        : Stopped is { } stopped ? stopped - started
        : StoredStatus == RunStatus.Running && !IsDead ? now.UtcDateTime - started
        : Heartbeat is { } beat ? beat - started
        : null;

    /// <summary>The decoded value of a field; null when there is none. Of the run's own ones <c>duration</c> has none: see <see cref="Duration"/>.</summary>
    public SacredValue? Value(RunField field) => field.Root switch
    {
        FieldRoot.Own => Own(field.Path[0]),
        FieldRoot.Config => Walk(_summary.Config, field.Path),
        FieldRoot.Info => Walk(_summary.Info, field.Path),
        FieldRoot.Host => Walk(_summary.HostInfo, field.Path),
        FieldRoot.Meta => Walk(_summary.Meta, field.Path),
        FieldRoot.Result => Walk(_summary.Result, field.Path),
        FieldRoot.Experiment => Walk(_summary.ExperimentInfo, field.Path),
        _ => null,
    };

    internal bool HasContentOf(CatalogRun other) => IsDead == other.IsDead && Content(_summary) == Content(other._summary);

    private static string Content(RunSummary run) => string.Join('\u0001',
        [
            run.Experiment, run.Command, run.Status, run.Host, run.Comment, run.Notes, run.Failure, run.Problem, .. run.Tags,
            $"{run.Started?.Ticks} {run.Stopped?.Ticks} {run.Heartbeat?.Ticks} {run.BeatInterval}",
            ValueText.Of(run.Config), ValueText.Of(run.Result), ValueText.Of(run.Info), ValueText.Of(run.HostInfo),
            ValueText.Of(run.Meta), ValueText.Of(run.ExperimentInfo),
        ]);

    private static SacredValue? Walk(SacredValue? value, IReadOnlyList<string> path)
    {
        foreach (var key in path)
        {
            value = (value is SacredTyped typed ? typed.Value : value) switch
            {
                SacredObject members => members[key],
                SacredList list when int.TryParse(key, out var index) && index >= 0 && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }

        return value;
    }

    private SacredValue? Own(string name) => name switch
    {
        "id" => Id.Kind == RunIdKind.Integer ? new SacredInteger(Id.Integer) : new SacredText(Id.ToString()),
        "status" => new SacredText(Status),
        "experiment" => Text(Experiment),
        "command" => Text(Command),
        "started" => Date(Started),
        "stopped" => Date(Stopped),
        "heartbeat" => Date(Heartbeat),
        "host" => Text(Host),
        "result" => Result,
        "comment" => Text(Comment),
        "notes" => Text(Notes),
        "tags" => Tags.Count == 0 ? null : new SacredList([.. Tags.Select(tag => new SacredText(tag))]),
        "failure" => Text(Failure),
        _ => null,
    };

    private static SacredText? Text(string? text) => text is null ? null : new SacredText(text);

    private static SacredDate? Date(DateTime? date) => date is { } at ? new SacredDate(at) : null;
}
