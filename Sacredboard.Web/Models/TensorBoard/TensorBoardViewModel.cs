using Sacredboard.Data.Stores.Logs;
using Sacredboard.Web.TensorBoard;

namespace Sacredboard.Web.Models.TensorBoard;

/// <summary>The log directories of one or several runs, and their TensorBoard.</summary>
public sealed record TensorBoardViewModel
{
    public required IReadOnlyList<TensorBoardRun> Runs { get; init; }

    /// <summary>The directories that a TensorBoard would show; empty if none may be opened.</summary>
    public required IReadOnlyList<TensorBoardLink> Links { get; init; }

    public required TensorBoardAddress Address { get; init; }

    /// <summary>The address of the page about it, which also starts and stops it.</summary>
    public required string Page { get; init; }

    /// <summary>The query string that the address of its page has on top; "" for none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The address of TensorBoard itself below this dashboard.</summary>
    public required string App { get; init; }

    /// <summary>Null if none was started yet.</summary>
    public TensorBoardStatus? Status { get; init; }

    /// <summary>Why the last start failed, or null.</summary>
    public TensorBoardFailure? Failure { get; init; }

    /// <summary>What to install; null if TensorBoard is installed, or that was not checked.</summary>
    public string? Missing { get; init; }

    /// <summary>Others that can be stopped, if the maximum number is running; else empty.</summary>
    public IReadOnlyList<TensorBoardOther> Others { get; init; } = [];

    /// <summary>The page redirects to TensorBoard as soon as it answers.</summary>
    public bool Opening { get; init; }

    /// <summary>The address of its page with all that it carries.</summary>
    public string PageUrl => Page + Query;

    public bool IsAlive => Status is { IsAlive: true };

    public bool CanStart => !IsAlive && Links.Count > 0 && Missing is null;

    /// <summary>The configuration allows none of the directories to be opened.</summary>
    public bool NeedsRoots =>
        Runs.Any(run =>
            run.Directories.Any(directory => directory.Problem is LogDirectoryProblem.NoRoots or LogDirectoryProblem.OutsideRoots));

    /// <summary>The address of the part that a script keeps current.</summary>
    public string StatusUrl => PageUrl + (PageUrl.Contains('?') ? "&" : "?") + "part=status";

    /// <summary>The address of the page that redirects to TensorBoard as soon as it answers.</summary>
    public string OpeningUrl => PageUrl + (PageUrl.Contains('?') ? "&" : "?") + "open=true";

    /// <summary>The page redirects now.</summary>
    public bool IsOpen => Opening && Status?.Phase == TensorBoardPhase.Running;

    /// <summary>One word for styles and scripts.</summary>
    public string Phase => Status is { } status ? status.Phase.ToString().ToLowerInvariant() : "none";
}

/// <param name="Id">The id as the pages show it.</param>
/// <param name="Segment">The URL segment of the id.</param>
/// <param name="Url">The address of its page.</param>
public sealed record TensorBoardRun(string Id, string Segment, string Url, string? Experiment, IReadOnlyList<LogDirectory> Directories);

/// <param name="Page">The address of the page where it can be stopped.</param>
/// <param name="Names">The runs that it shows.</param>
public sealed record TensorBoardOther(string Page, string Names, TensorBoardStatus Status);
