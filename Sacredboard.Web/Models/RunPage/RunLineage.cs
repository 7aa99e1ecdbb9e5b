namespace Sacredboard.Web.Models.RunPage;

/// <summary>Where the files that a run opened come from, and who opened those that it made.</summary>
/// <param name="Inputs">Files that it opened, or its code, that another run made, or that others have too.</param>
/// <param name="Outputs">Files that it made and others opened.</param>
public sealed record RunLineage(IReadOnlyList<LineageFile> Inputs, IReadOnlyList<LineageFile> Outputs)
{
    /// <summary>Null when all runs are looked at; otherwise how far that is: "120 of 4,000 runs are looked at".</summary>
    public string? Progress { get; init; }

    public bool IsEmpty => Inputs.Count + Outputs.Count == 0;
}

/// <summary>One file of a run, and other runs with the same.</summary>
/// <param name="Makers">Those that made it.</param>
/// <param name="Users">Those that opened it.</param>
/// <param name="Sources">Those that have it among their sources.</param>
public sealed record LineageFile(RunFileViewModel File, LineageRuns Makers, LineageRuns Users, LineageRuns Sources);

/// <param name="Shown">Some of them.</param>
/// <param name="Count">How many there are.</param>
public sealed record LineageRuns(IReadOnlyList<LineageRun> Shown, int Count);

/// <param name="Id">As it is shown.</param>
/// <param name="Experiment">Its name.</param>
public sealed record LineageRun(string Id, string Experiment, string Url);
