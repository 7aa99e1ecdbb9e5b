namespace Sacredboard.Data.Stores.Logs;

/// <summary>Why a log directory is not opened.</summary>
public enum LogDirectoryProblem
{
    /// <summary>It may be opened.</summary>
    None,

    /// <summary>The recorded value is not a path: empty, with a NUL, or not text.</summary>
    NotAPath,

    /// <summary>There is no such directory on this machine.</summary>
    Missing,

    /// <summary>The path is not a directory, or its links form a cycle.</summary>
    NotADirectory,

    /// <summary>It exists outside the configured roots.</summary>
    OutsideRoots,

    /// <summary>No root is configured for this source, so nothing may be opened.</summary>
    NoRoots,

    /// <summary>The operating system denies access.</summary>
    NotReadable,
}

/// <summary>A directory in which a run keeps TensorBoard logs, by its own record or by a template.</summary>
public sealed record LogDirectory
{
    /// <summary>The recorded path on the machine of the training: untrusted text, for display only.</summary>
    public required string Recorded { get; init; }

    /// <summary>The source of the path: <c>info.tensorflow.logdirs</c>, a config key, or a template.</summary>
    public required string Origin { get; init; }

    /// <summary>Its real absolute path on this machine, with links resolved; null unless it may be opened.</summary>
    public string? Path { get; init; }

    public LogDirectoryProblem Problem { get; init; }

    public bool IsReadable => Path is not null;

    /// <summary>
    /// One sentence for users about <see cref="Problem"/>; null when there is none. Reveals nothing about paths outside the roots.
    /// </summary>
    public string? Message => Problem switch
    {
        LogDirectoryProblem.None => null,
        LogDirectoryProblem.NotAPath => "This is not a path.",
        LogDirectoryProblem.Missing => "There is no such directory on this machine.",
        LogDirectoryProblem.NotADirectory => "This is not a directory.",
        LogDirectoryProblem.OutsideRoots => "It is outside the directories that may be opened (Sacredboard:TensorBoard:Roots).",
        LogDirectoryProblem.NoRoots => "No directory may be opened for this source until Sacredboard:TensorBoard:Roots names one.",
        _ => "This program may not read it.",
    };
}
