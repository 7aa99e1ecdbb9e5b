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

    /// <summary>Of SEML: stored, to be started by its user.</summary>
    public const string Staged = "STAGED";

    /// <summary>Of SEML: given to Slurm, which has not started it yet.</summary>
    public const string Pending = "PENDING";

    /// <summary>Of SEML: stopped before its time was over, to be resumed.</summary>
    public const string Rescheduled = "RESCHEDULED";

    /// <summary>Of SEML: Slurm ended it.</summary>
    public const string Killed = "KILLED";

    public const string Dead = "DEAD";

    /// <summary>True for a run that has not ended, and may start or go on at any moment.</summary>
    public static bool IsOpen(string? status) => status is Running or Queued or Staged or Pending or Rescheduled;

    /// <summary>True for a run that waits to be started.</summary>
    public static bool IsWaiting(string? status) => status is Queued or Staged or Pending;
}
