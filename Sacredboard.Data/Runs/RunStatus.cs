namespace Sacredboard.Data.Runs;

/// <summary>
/// The word that Sacred stores as a run's status. An open set: a user's own SacredInterrupt may store any text. <see cref="Dead"/> is
/// never stored; a RUNNING run without a heartbeat is shown as such.
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
