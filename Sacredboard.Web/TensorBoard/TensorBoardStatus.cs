namespace Sacredboard.Web.TensorBoard;

public enum TensorBoardPhase
{
    Starting,

    /// <summary>It answers.</summary>
    Running,

    /// <summary>It was stopped.</summary>
    Stopped,

    /// <summary>It ended by itself or did not start; see <see cref="TensorBoardStatus.Failure"/>.</summary>
    Failed,
}

/// <summary>The status of one TensorBoard at one moment.</summary>
public sealed record TensorBoardStatus
{
    public required TensorBoardPhase Phase { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Who started it.</summary>
    public required string By { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it will be stopped unless it is used before; null when it is not running.</summary>
    public DateTimeOffset? IdleStopAt { get; init; }

    public TensorBoardFailure? Failure { get; init; }

    /// <summary>One sentence that says why it was stopped; null otherwise.</summary>
    public string? Stopped { get; init; }

    /// <summary>The last lines of its output.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Resident bytes, including its child processes; null when unknown.</summary>
    public long? Memory { get; init; }

    /// <summary>Log directories that no longer exist.</summary>
    public IReadOnlyList<string> MissingDirectories { get; init; } = [];

    public bool IsAlive => Phase is TensorBoardPhase.Starting or TensorBoardPhase.Running;
}
