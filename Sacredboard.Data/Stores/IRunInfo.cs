using Sacredboard.Data.Runs;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Stores;

/// <summary>Reads the info of runs, or a part of it, without the rest of them. Fails as an <see cref="IRunStore"/> does.</summary>
public interface IRunInfo
{
    /// <summary>
    /// The info of many runs, in batches as they are read, in the order requested. A run whose info is just being written may be left
    /// out.
    /// </summary>
    /// <param name="runs">The runs, the most important first.</param>
    /// <param name="curve">
    /// The name of a curve (see <see cref="Metrics.Info.InfoCurves"/>): members that cannot lead to it may be left out of the info. Null
    /// for the whole info.
    /// </param>
    /// <param name="cancellationToken">Ends reading.</param>
    IAsyncEnumerable<IReadOnlyList<RunInfo>> ReadAsync(IReadOnlyList<RunId> runs, string? curve, CancellationToken cancellationToken);

    /// <summary>How much memory reading the info of this run takes at most, in bytes; null when that cannot be told before.</summary>
    long? EstimateBytes(RunId id);

    /// <summary>The ids of the newest runs, at most so many, newest first.</summary>
    Task<IReadOnlyList<RunId>> ListNewestAsync(int count, CancellationToken cancellationToken);
}

/// <param name="Run">The run.</param>
/// <param name="Info">As stored; null when there is none or no such run.</param>
/// <param name="Problem">Why the stored info cannot be read, safe to show; usually null.</param>
public sealed record RunInfo(RunId Run, SacredValue? Info, string? Problem = null);
