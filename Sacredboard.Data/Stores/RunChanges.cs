using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>A batch of <see cref="IRunStore.ReadAllAsync"/>.</summary>
/// <param name="Runs">The next summaries, newest first.</param>
/// <param name="Total">Expected number of runs in all batches, as far as known.</param>
public sealed record RunBatch(IReadOnlyList<RunSummary> Runs, int Total);

/// <summary>The state of reading changes from a store; its content is private to the store.</summary>
public abstract record RunCursor;

/// <param name="Changed">The current summaries of new and changed runs.</param>
/// <param name="Deleted">Runs that no longer exist.</param>
/// <param name="Cursor">The cursor for the next call.</param>
public sealed record RunChanges(IReadOnlyList<RunSummary> Changed, IReadOnlyList<RunId> Deleted, RunCursor Cursor);

/// <summary>The runs that the reader of changes knows already.</summary>
public interface IKnownRuns
{
    int Count { get; }

    IEnumerable<RunId> Ids { get; }

    /// <summary>
    /// Runs that may change without notice: those that have not ended (<see cref="RunStatus.IsOpen"/>), and those that just did.
    /// </summary>
    IReadOnlyList<RunId> Active { get; }

    bool Contains(RunId id);

    /// <summary>The limits with which they were read: runs outside of them are not reported.</summary>
    RunLimits Limits => RunLimits.None;
}
