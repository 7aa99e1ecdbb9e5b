using System.Globalization;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Runs;

/// <summary>
/// Converts a stored run, one object with Sacred's fields (<c>experiment</c>, <c>config</c>, <c>info</c>, <c>status</c>, …), to a
/// <see cref="RunSummary"/> or <see cref="Run"/>, whatever backend it comes from. A backend that stores a part elsewhere adds it as a
/// member first. Any field may be missing or of a wrong type.
/// </summary>
public static class RunSummaryReader
{
    /// <param name="id">The id of the run.</param>
    /// <param name="run">The stored fields of the run.</param>
    /// <param name="timesAreText">The backend has no dates, so a time stored as text is of the expected type.</param>
    public static RunSummary ReadSummary(RunId id, SacredObject run, bool timesAreText = false)
    {
        var experiment = run["experiment"];
        var config = run["config"];
        var meta = run["meta"];
        var host = run["host"];
        return new RunSummary
        {
            Id = id,
            Experiment = Text(Member(experiment, "name")),
            Command = Text(Member(meta, "command")) ?? Text(run["command"]),
            Status = Text(run["status"]),
            Started = StoredTime.Read(run["start_time"]),
            Stopped = StoredTime.Read(run["stop_time"]),
            Heartbeat = StoredTime.Read(run["heartbeat"]),
            BeatInterval = BeatInterval(Member(meta, "options")),
            Host = Text(Member(host, "hostname")),
            Comment = NotEmpty(Text(Member(meta, "comment"))) ?? Text(run["comment"]),
            Notes = (Member(run["omniboard"], "notes") as SacredText)?.Value,
            Tags = RunTags.Read(Member(config, "tags"), Member(run["omniboard"], "tags")),
            Failure = FailTrace.LastLine(run["fail_trace"]),
            Config = config,
            Result = run["result"],
            Info = run["info"],
            HostInfo = host,
            Meta = meta,
            ExperimentInfo = WithoutSources(experiment),
            Document = Document(run, timesAreText),
        };
    }

    public static Run ReadRun(RunId id, SacredObject stored, RunParts parts)
    {
        var run = parts.Of(stored);
        return new()
        {
            Summary = ReadSummary(id, run),
            Config = run["config"],
            Info = run["info"],
            Result = run["result"],
            Meta = run["meta"],
            Host = run["host"],
            Experiment = run["experiment"],
            FailTrace = FailTrace.Read(run["fail_trace"]),
            Others = new SacredObject([.. run.Members.Where(member => !IsShownElsewhere(member.Key, member.Value))]),
        };
    }

    // Members with a property of their own in Run, or read separately. A value of an unexpected type is kept in Others.
    private static bool IsShownElsewhere(string key, SacredValue value) => key switch
    {
        "_id" or "format" or "experiment" or "config" or "info" or "result" or "meta" or "host" => true,
        "start_time" or "stop_time" or "heartbeat" => value is SacredNull || StoredTime.Read(value) is not null,
        "status" or "command" or "comment" => value is SacredNull || Text(value) is not null,
        "artifacts" or "resources" => value is SacredNull or SacredList,
        "fail_trace" => value is SacredNull or SacredList or SacredText,
        "captured_out" => value is SacredNull or SacredText,
        _ => false,
    };

    private static TimeSpan? BeatInterval(SacredValue? options)
    {
        // Recorded as typed on the command line, so mostly text; Sacred 0.7 spelled it "--beat_interval".
        var text = Text(Member(options, "--beat-interval")) ?? Text(Member(options, "--beat_interval"));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static SacredValue? WithoutSources(SacredValue? experiment) =>
        experiment is SacredObject all ? all.Without("sources") : experiment;

    private static SacredObject? Document(SacredObject run, bool timesAreText)
    {
        List<KeyValuePair<string, SacredValue>>? odd = null;
        foreach (var member in run.Members)
        {
            var kept = member.Key switch
            {
                "status" => member.Value is not SacredText,
                "start_time" or "stop_time" or "heartbeat" =>
                    member.Value is not SacredDate && !(timesAreText && StoredTime.Read(member.Value) is not null),
                var name => StoredNames.Others.Contains(name),
            };
            if (kept)
            {
                (odd ??= []).Add(member);
            }
        }

        return odd is null ? null : new SacredObject(odd);
    }

    private static SacredValue? Member(SacredValue? value, string key) => (value as SacredObject)?[key];

    private static string? NotEmpty(string? text) => text is "" ? null : text;

    /// <summary>Text, numbers and booleans as text; null for other values.</summary>
    internal static string? Text(SacredValue? value) => value switch
    {
        SacredText text => text.Value,
        SacredInteger number => number.Value.ToString(CultureInfo.InvariantCulture),
        SacredDouble number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        SacredBoolean boolean => boolean.Value ? "true" : "false",
        SacredTyped typed => Text(typed.Value),
        _ => null,
    };
}
