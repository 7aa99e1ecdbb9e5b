using Sacredboard.Data.Runs;

namespace Sacredboard.Web.Formatting;

/// <summary>How a status is shown: never by its colour alone.</summary>
/// <param name="Word">For people: "Probably dead".</param>
/// <param name="Icon">A name of bootstrap-icons.</param>
/// <param name="Css">The class that <c>site.css</c> gives its colour.</param>
public sealed record StatusLabel(string Word, string Icon, string Css)
{
    private static readonly StatusLabel None = new("No status", "question-circle", "status-other");

    private static readonly Dictionary<string, StatusLabel> Known = new()
    {
        [RunStatus.Running] = new("Running", "circle-fill", "status-running"),
        [RunStatus.Completed] = new("Completed", "check2", "status-completed"),
        [RunStatus.Failed] = new("Failed", "x-lg", "status-failed"),
        [RunStatus.Interrupted] = new("Interrupted", "pause-fill", "status-interrupted"),
        [RunStatus.Timeout] = new("Timeout", "stopwatch", "status-timeout"),
        [RunStatus.Dead] = new("Probably dead", "heartbreak", "status-dead"),
        [RunStatus.Queued] = new("Queued", "hourglass", "status-queued"),
        [""] = None,
    };

    /// <summary>The seven that are always offered as filters, in that order.</summary>
    public static IReadOnlyList<string> Usual { get; } =
    [
        RunStatus.Running, RunStatus.Completed, RunStatus.Failed, RunStatus.Interrupted, RunStatus.Timeout,
        RunStatus.Dead, RunStatus.Queued,
    ];

    /// <param name="status">As a <see cref="Data.Catalog.CatalogRun.Status"/>: any text; "" when none is stored.</param>
    public static StatusLabel Of(string status) =>
        Known.TryGetValue(status, out var label) ? label : new(Words(status), "skip-end-circle", "status-other");

    // EARLY_STOPPED → Early stopped; what is not written like a constant stays as it is.
    private static string Words(string status) =>
        status.All(c => char.IsAsciiLetterUpper(c) || c == '_') && status.Any(char.IsAsciiLetterUpper)
            ? status[0] + status[1..].ToLowerInvariant().Replace('_', ' ')
            : status;
}
