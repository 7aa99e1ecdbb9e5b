namespace Sacredboard.Data.Stores.Mongo;

/// <summary>
/// The time in which a run recorded its metrics, where documents may also hold the points of others: of an earlier attempt of the run, or
/// of a run of the same id in another collection that has the same collection of metrics. Times are in milliseconds since 1970.
/// </summary>
/// <param name="From">The start.</param>
/// <param name="Until">The end; infinity for a run that goes on.</param>
/// <param name="Shared">The times in which a run of the same id in another collection ran too.</param>
internal sealed record RunAttempt(double From, double Until, IReadOnlyList<(double From, double Until)> Shared)
{
    /// <summary>Start and end are not taken at exactly the time of the first and last point.</summary>
    private const double Tolerance = 1000;

    /// <summary>False for a time outside; true where none is stored.</summary>
    public bool Holds(double time) => !(time < From - Tolerance) && !(time > Until + Tolerance);

    /// <summary>Whether another run may have recorded at this time, or it is not known.</summary>
    public bool IsShared(double time) => Shared.Any(other => !(time < other.From - Tolerance) && !(time > other.Until + Tolerance));
}
