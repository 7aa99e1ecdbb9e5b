using System.Collections.Concurrent;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Student's t distribution, for confidence intervals of 95 %.</summary>
internal static class StudentT
{
    private const double Confidence = 0.95;

    private static readonly ConcurrentDictionary<int, double> Known = [];

    /// <summary>The t that values of so many degrees of freedom (at least 1) lie below on both sides in 95 % of all cases.</summary>
    public static double Of(int degrees) => Known.GetOrAdd(Math.Min(degrees, 1_000_000), Compute);

    // Kept, because computing it takes longer than all else of a point.
    private static double Compute(int degrees) =>
        MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degrees, 1 - ((1 - Confidence) / 2));
}
