namespace Sacredboard.Web.TensorBoard;

/// <summary>Why there is no TensorBoard to look at.</summary>
public enum TensorBoardProblem
{
    /// <summary>This machine has no TensorBoard, or not the one that the setting names.</summary>
    NotFound,

    /// <summary>The program is there, and the system does not let it start.</summary>
    CannotStart,

    /// <summary>It found no port to listen on.</summary>
    Port,

    /// <summary>It ended by itself.</summary>
    Crash,

    /// <summary>It was not ready in time, and was ended.</summary>
    TimeOut,

    /// <summary>A log directory is not there any more, or may not be opened any more.</summary>
    DirectoryGone,

    /// <summary>The run names no directory that may be opened.</summary>
    NoDirectory,

    /// <summary>As many are running as may.</summary>
    Limit,

    /// <summary>The links to the directories cannot be made.</summary>
    State,
}

/// <param name="Message">For people: what happened, and what helps.</param>
public sealed record TensorBoardFailure(TensorBoardProblem Problem, string Message);

/// <summary>TensorBoard cannot be shown. The message is safe to show.</summary>
public sealed class TensorBoardException(TensorBoardProblem problem, string message) : Exception(message)
{
    public TensorBoardFailure Failure { get; } = new(problem, message);
}
