using Sacredboard.Data.Runs;

namespace Sacredboard.Data.Stores;

/// <summary>Some of the runs, as <see cref="IRunStore.ReadAllAsync"/> gives them.</summary>
/// <param name="Runs">The next summaries, newest first.</param>
/// <param name="Total">How many there will be in all, as far as known.</param>
public sealed record RunBatch(IReadOnlyList<RunSummary> Runs, int Total);

/// <summary>Where a store's reading of changes stands. Made and understood by the store alone.</summary>
public abstract record RunCursor;

/// <param name="Changed">New and changed runs as they are now.</param>
/// <param name="Deleted">Runs that are no longer there.</param>
/// <param name="Cursor">To be given with the next call.</param>
public sealed record RunChanges(IReadOnlyList<RunSummary> Changed, IReadOnlyList<RunId> Deleted, RunCursor Cursor);

/// <summary>What the asker of changes knows already.</summary>
public interface IKnownRuns
{
    int Count { get; }

    IEnumerable<RunId> Ids { get; }

    /// <summary>Runs that may change without notice: RUNNING or QUEUED ones, and those that just ended.</summary>
    IReadOnlyList<RunId> Active { get; }

    bool Contains(RunId id);

    /// <summary>The limits they were read with: runs outside of them are not told.</summary>
    RunLimits Limits => RunLimits.None;
}
