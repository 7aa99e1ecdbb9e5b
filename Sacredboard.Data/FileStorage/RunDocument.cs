using System.Globalization;
using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.FileStorage;

/// <summary>The JSON files of one run, as read.</summary>
internal sealed record RunDocument
{
    private static readonly HashSet<string> Known =
    [
        "artifacts", "command", "experiment", "fail_trace", "heartbeat", "host", "meta", "resources", "result", "start_time", "status",
        "stop_time",
    ];

    public required RunId Id { get; init; }

    public SacredObject Fields { get; init; } = SacredObject.Empty;

    public SacredValue? Config { get; init; }

    public SacredValue? Info { get; init; }

    public IReadOnlyList<string> Problems { get; init; } = [];

    public Run ToRun() => new()
    {
        Summary = ToSummary(),
        Config = Config,
        Info = Info,
        Result = Fields["result"],
        Meta = Fields["meta"],
        Host = Fields["host"],
        Experiment = Fields["experiment"],
        FailTrace = FailTrace(),
        Others = new SacredObject([.. Fields.Members.Where(member => !Known.Contains(member.Key))]),
        Problems = Problems,
    };

    public RunSummary ToSummary() => new()
    {
        Id = Id,
        Experiment = Text(Child(Fields["experiment"], "name")),
        Command = Text(Child(Fields["meta"], "command")) ?? Text(Fields["command"]),
        Status = Text(Fields["status"]),
        Started = Time(Fields["start_time"]),
        Stopped = Time(Fields["stop_time"]),
        Heartbeat = Time(Fields["heartbeat"]),
        BeatInterval = Interval(Child(Fields["meta"], "options")),
        Host = Text(Child(Fields["host"], "hostname")),
        Comment = Text(Child(Fields["meta"], "comment")),
        Tags = Tags(),
        Failure = FailTrace()?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault(),
        Config = Config,
        Result = Fields["result"],
        Info = Info,
        HostInfo = Fields["host"],
        Meta = Fields["meta"],
        ExperimentInfo = Fields["experiment"] is SacredObject experiment
            ? new SacredObject([.. experiment.Members.Where(member => member.Key is not ("sources" or "dependencies"))])
            : Fields["experiment"],
        Problem = Problems.Count == 0 ? null : string.Join(' ', Problems),
    };

    private string? FailTrace() => Fields["fail_trace"] switch
    {
        SacredText text => text.Value,
        SacredList lines => string.Concat(lines.Items.OfType<SacredText>().Select(line => line.Value)),
        _ => null,
    };

    private IReadOnlyList<string> Tags() => Child(Config, "tags") switch
    {
        SacredList list => [.. list.Items.OfType<SacredText>().Select(tag => tag.Value).Distinct()],
        SacredText text => [.. text.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
        _ => [],
    };

    private static SacredValue? Child(SacredValue? value, string key) => (value as SacredObject)?[key];

    private static string? Text(SacredValue? value) => (value as SacredText)?.Value;

    private static DateTime? Time(SacredValue? value) =>
        value is SacredText text && DateTime.TryParse(
            text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    private static TimeSpan? Interval(SacredValue? options) =>
        (Text(Child(options, "--beat-interval")) ?? Text(Child(options, "--beat_interval"))) is { } text
        && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
