namespace Sacredboard.Data.Stores;

public enum RunStoreProblem
{
    /// <summary>The storage does not respond at the moment.</summary>
    Unreachable,

    /// <summary>The storage denies access: wrong password, no right to read.</summary>
    Refused,

    /// <summary>The stored data cannot be read.</summary>
    Unreadable,

    /// <summary>So much is being read at the moment that this must wait.</summary>
    Busy,

    /// <summary>More was asked for than may be in memory at a time; waiting does not help.</summary>
    TooLarge,
}

/// <summary>A store cannot read. The message is safe to show: no password, no stack trace, no query.</summary>
public sealed class RunStoreException(RunStoreProblem problem, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public RunStoreProblem Problem { get; } = problem;
}
