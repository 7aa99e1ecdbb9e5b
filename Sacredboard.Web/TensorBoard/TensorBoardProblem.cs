namespace Sacredboard.Web.TensorBoard;

/// <summary>Why there is no TensorBoard to show.</summary>
public enum TensorBoardProblem
{
    /// <summary>TensorBoard, or the program of the setting, is not installed.</summary>
    NotFound,

    /// <summary>The operating system refuses to start the program.</summary>
    CannotStart,

    /// <summary>It found no port to listen on.</summary>
    Port,

    /// <summary>It ended by itself.</summary>
    Crash,

    /// <summary>It was not ready in time and was ended.</summary>
    TimeOut,

    /// <summary>A log directory is gone, or may no longer be opened.</summary>
    DirectoryGone,

    /// <summary>The run names no directory that may be opened.</summary>
    NoDirectory,

    /// <summary>The maximum number is running.</summary>
    Limit,

    /// <summary>The links to the directories cannot be created.</summary>
    State,
}

/// <param name="Message">For users: what happened, and what to do.</param>
public sealed record TensorBoardFailure(TensorBoardProblem Problem, string Message);

/// <summary>TensorBoard cannot be shown. The message holds no secrets.</summary>
public sealed class TensorBoardException(TensorBoardProblem problem, string message) : Exception(message)
{
    public TensorBoardFailure Failure { get; } = new(problem, message);
}
