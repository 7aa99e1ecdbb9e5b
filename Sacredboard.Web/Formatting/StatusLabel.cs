using Sacredboard.Data.Catalog.Storage;
using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Formatting;

/// <summary>How a status is shown, never by colour alone.</summary>
/// <param name="Word">The displayed word: "No heartbeat".</param>
/// <param name="Icon">A name of bootstrap-icons.</param>
/// <param name="Css">The CSS class for its colour in <c>site.css</c>.</param>
public sealed record StatusLabel(string Word, string Icon, string Css)
{
    private static readonly StatusLabel None = new("No status", "question-circle", "status-other");

    private static readonly Dictionary<string, StatusLabel> Labels = new()
    {
        [RunStatus.Running] = new("Running", "circle-fill", "status-running"),
        [RunStatus.Completed] = new("Completed", "check2", "status-completed"),
        [RunStatus.Failed] = new("Failed", "x-lg", "status-failed"),
        [RunStatus.Interrupted] = new("Interrupted", "pause-fill", "status-interrupted"),
        [RunStatus.Timeout] = new("Timeout", "stopwatch", "status-timeout"),
        [RunStatus.Dead] = new("No heartbeat", "heartbreak", "status-dead"),
        [RunStatus.Queued] = new("Queued", "hourglass", "status-queued"),
        [RunStatus.Staged] = new("Staged", "inbox", "status-staged"),
        [RunStatus.Pending] = new("Pending", "hourglass-split", "status-pending"),
        [RunStatus.Rescheduled] = new("Rescheduled", "arrow-repeat", "status-rescheduled"),
        [RunStatus.Killed] = new("Killed", "slash-circle", "status-killed"),
        [""] = None,
    };

    /// <summary>More about it, for hovering; null where the word says all.</summary>
    public string? Hint { get; init; }

    /// <summary>The statuses that Sacred and the dashboard know, in the order of the filters.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        RunStatus.Running, RunStatus.Completed, RunStatus.Failed, RunStatus.Interrupted, RunStatus.Timeout,
        RunStatus.Killed, RunStatus.Dead, RunStatus.Rescheduled, RunStatus.Pending, RunStatus.Staged, RunStatus.Queued,
    ];

    /// <param name="status">The status of a run, any text; "" when none is stored.</param>
    public static StatusLabel Of(string status) =>
        Labels.TryGetValue(status, out var label) ? label : new(Words(status), "skip-end-circle", "status-other");

    /// <summary>The status of a run; of one without a heartbeat also since when, and how often it beat.</summary>
    public static StatusLabel Of(CatalogRun run) => Of(run.Status) with { Hint = run.IsDead ? NoHeartbeat(run) : null };

    private static string NoHeartbeat(CatalogRun run)
    {
        var since = (run.Heartbeat ?? run.Started) is { } last ? $"No heartbeat since {TimeText.Exact(last)}" : "No heartbeat";
        return run.BeatInterval is { } interval ? $"{since}; it beat every {DurationText.Of(interval)}" : since;
    }

    // EARLY_STOPPED becomes "Early stopped"; text that is not written like a constant stays.
    private static string Words(string status) =>
        status.All(c => char.IsAsciiLetterUpper(c) || c == '_') && status.Any(char.IsAsciiLetterUpper)
            ? status[0] + status[1..].ToLowerInvariant().Replace('_', ' ')
            : status;
}
