namespace Sacredboard.Data.Stores.Logs;

/// <summary>Why a log directory is not opened.</summary>
public enum LogDirectoryProblem
{
    /// <summary>It may be opened.</summary>
    None,

    /// <summary>What is recorded is no path: empty, with a NUL in it, or no text at all.</summary>
    NotAPath,

    /// <summary>There is no such directory here.</summary>
    Missing,

    /// <summary>Something is there, but no directory, or its links go in circles.</summary>
    NotADirectory,

    /// <summary>It is there, but nobody allowed it to be opened.</summary>
    OutsideRoots,

    /// <summary>No root is configured for this source, so that nothing may be opened.</summary>
    NoRoots,

    /// <summary>The operating system does not let this program read it.</summary>
    NotReadable,
}

/// <summary>One directory in which a run says, or is believed, to keep its TensorBoard logs.</summary>
public sealed record LogDirectory
{
    /// <summary>As the run recorded it, on the machine where it was trained: hostile text, for show only.</summary>
    public required string Recorded { get; init; }

    /// <summary>What named it: <c>info.tensorflow.logdirs</c>, a config key, or a template.</summary>
    public required string Origin { get; init; }

    /// <summary>Its real place on this machine, all links resolved, absolute; null unless it may be opened.</summary>
    public string? Path { get; init; }

    public LogDirectoryProblem Problem { get; init; }

    public bool IsReadable => Path is not null;

    /// <summary>One sentence for people about <see cref="Problem"/>; null when there is none. Says nothing of what lies outside the roots.</summary>
    public string? Message => Problem switch
    {
        LogDirectoryProblem.None => null,
        LogDirectoryProblem.NotAPath => "This is no path of a directory.",
        LogDirectoryProblem.Missing => "There is no such directory on this machine.",
        LogDirectoryProblem.NotADirectory => "This is no directory.",
        LogDirectoryProblem.OutsideRoots => "It lies outside of the directories that may be opened (Sacredboard:TensorBoard:Roots).",
        LogDirectoryProblem.NoRoots => "No directory may be opened for this source until Sacredboard:TensorBoard:Roots names one.",
        _ => "This program may not read it.",
    };
}
