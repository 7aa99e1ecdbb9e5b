using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Web.Models.TensorBoard;

/// <summary>The log directories of one run or of several, and the TensorBoard on them.</summary>
public sealed record TensorBoardViewModel
{
    public required IReadOnlyList<TensorBoardRun> Runs { get; init; }

    /// <summary>What a TensorBoard would show; empty when nothing may be opened.</summary>
    public required IReadOnlyList<TensorBoardLink> Links { get; init; }

    public required TensorBoardAddress Address { get; init; }

    /// <summary>The page about it, which also takes orders.</summary>
    public required string Page { get; init; }

    /// <summary>TensorBoard itself, through this dashboard.</summary>
    public required string App { get; init; }

    /// <summary>Null when none was started yet.</summary>
    public TensorBoardStatus? Status { get; init; }

    /// <summary>Why none could be started just now.</summary>
    public TensorBoardFailure? Failure { get; init; }

    /// <summary>What to install; null when TensorBoard is there, or nobody looked.</summary>
    public string? Missing { get; init; }

    /// <summary>Others that could be stopped to make room; only when there is none.</summary>
    public IReadOnlyList<TensorBoardOther> Others { get; init; } = [];

    /// <summary>Whoever looks wants to get there as soon as it answers.</summary>
    public bool Opening { get; init; }

    public bool IsAlive => Status is { IsAlive: true };

    public bool CanStart => !IsAlive && Links.Count > 0 && Missing is null;

    /// <summary>Nothing is configured that may be opened.</summary>
    public bool WantsRoots => Runs.Any(run => run.Directories.Any(directory => directory.Problem is LogDirectoryProblem.NoRoots or LogDirectoryProblem.OutsideRoots));

    /// <summary>The page's own part, for the script that keeps it current.</summary>
    public string StatusUrl => Page + (Page.Contains('?') ? "&" : "?") + "part=status";

    /// <summary>The page when it leads on to TensorBoard as soon as that answers.</summary>
    public string OpeningUrl => Page + (Page.Contains('?') ? "&" : "?") + "open=true";

    /// <summary>Whoever looks is to be led on now.</summary>
    public bool IsOpen => Opening && Status?.Phase == TensorBoardPhase.Running;

    /// <summary>In one word for styles and scripts.</summary>
    public string Phase => Status is { } status ? status.Phase.ToString().ToLowerInvariant() : "none";
}

/// <param name="Id">As people write it.</param>
/// <param name="Segment">As it stands in URLs.</param>
/// <param name="Url">Its page.</param>
public sealed record TensorBoardRun(string Id, string Segment, string Url, string? Experiment, IReadOnlyList<LogDirectory> Directories);

/// <param name="Page">Where it can be looked at and stopped.</param>
/// <param name="Names">What it shows.</param>
public sealed record TensorBoardOther(string Page, string Names, TensorBoardStatus Status);
