namespace Sacredboard.Web.TensorBoard;

public enum TensorBoardPhase
{
    Starting,

    /// <summary>It answers.</summary>
    Running,

    /// <summary>It ended, as somebody wanted it.</summary>
    Stopped,

    /// <summary>It ended or never began; see <see cref="TensorBoardStatus.Failure"/>.</summary>
    Failed,
}

/// <summary>One TensorBoard at one moment.</summary>
public sealed record TensorBoardStatus
{
    public required TensorBoardPhase Phase { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Who started it.</summary>
    public required string By { get; init; }

    /// <summary>When it got into its phase.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When it is stopped unless somebody asks it something before; null while it does not run.</summary>
    public DateTimeOffset? IdleStopAt { get; init; }

    public TensorBoardFailure? Failure { get; init; }

    /// <summary>One sentence on why it was stopped; null otherwise.</summary>
    public string? Stopped { get; init; }

    /// <summary>The last lines that it printed.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Resident, its children included, in bytes; null where nobody can say.</summary>
    public long? Memory { get; init; }

    /// <summary>The directories that are not there any more.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];

    public bool IsAlive => Phase is TensorBoardPhase.Starting or TensorBoardPhase.Running;
}
