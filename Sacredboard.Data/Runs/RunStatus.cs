namespace Sacredboard.Data.Runs;

/// <summary>
/// The word Sacred stores as a run's status. An open set: a SacredInterrupt of the user's own may store any text.
/// <see cref="Dead"/> is never stored; it is what a RUNNING run without a sign of life is shown as.
/// </summary>
public static class RunStatus
{
    public const string Queued = "QUEUED";
    public const string Running = "RUNNING";
    public const string Completed = "COMPLETED";
    public const string Interrupted = "INTERRUPTED";
    public const string Failed = "FAILED";
    public const string Timeout = "TIMEOUT";
    public const string Dead = "DEAD";
}
