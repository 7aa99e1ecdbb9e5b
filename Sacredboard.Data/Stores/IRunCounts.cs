namespace Sacredboard.Data.Stores;

/// <summary>Counts the runs of a store without reading them. Fails as an <see cref="IRunStore"/> does.</summary>
public interface IRunCounts
{
    /// <summary>The counts at this moment.</summary>
    Task<RunCounts> ReadAsync(CancellationToken cancellationToken);
}

/// <param name="Total">Number of runs.</param>
/// <param name="ByStatus">Number of runs by stored status, "" for none; null where that would be much to read.</param>
/// <param name="LastActivity">The latest time of a run (UTC), as far as known; null without one.</param>
public sealed record RunCounts(long Total, IReadOnlyDictionary<string, long>? ByStatus, DateTime? LastActivity);
