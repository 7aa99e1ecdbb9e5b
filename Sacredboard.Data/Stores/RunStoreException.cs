namespace Sacredboard.Data.Stores;

public enum RunStoreProblem
{
    /// <summary>The storage does not answer; it may later.</summary>
    Unreachable,

    /// <summary>The storage answers, but refuses: wrong password, no right to read.</summary>
    Refused,

    /// <summary>What is stored cannot be read.</summary>
    Unreadable,
}

/// <summary>A store that cannot say. The message is safe to show: no password, no stack, no query.</summary>
public sealed class RunStoreException(RunStoreProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public RunStoreProblem Problem { get; } = problem;
}
