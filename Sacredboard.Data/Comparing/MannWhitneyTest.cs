using MathNet.Numerics.Distributions;

namespace Sacredboard.Data.Comparing;

/// <summary>
/// Whether the numbers of one group tend to be higher than those of another, by their ranks alone (Mann and Whitney 1947): two-sided, exact
/// for small groups without ties, otherwise by the normal distribution with corrections for ties and continuity. The same as SciPy's
/// <c>mannwhitneyu</c>.
/// </summary>
/// <param name="U">Number of pairs in which the first group has the higher number; equal ones count half.</param>
/// <param name="P">Two-sided.</param>
public sealed record MannWhitneyTest(double U, double P)
{
    /// <summary>With more numbers in both groups, the normal distribution is good enough.</summary>
    private const int MaxExact = 8;

    /// <param name="group">At least one number.</param>
    /// <param name="other">At least one number.</param>
    public static MannWhitneyTest Of(Sample group, Sample other)
    {
        var (n, m) = (group.Count, other.Count);
        var (ranks, ties) = Ranks.Of([.. group.Sorted, .. other.Sorted]);
        var u = ranks.Take(n).Sum() - (n * (n + 1) / 2.0);
        var larger = Math.Max(u, ((double)n * m) - u);
        var p = ties == 0 && Math.Min(n, m) <= MaxExact ? 2 * ShareAtLeast((int)larger, n, m) : Approximate(larger, n, m, ties);
        return new(u, Math.Min(p, 1));
    }

    private static double Approximate(double larger, double n, double m, double ties)
    {
        var all = n + m;
        var deviation = Math.Sqrt(n * m / 12 * (all + 1 - (ties / (all * (all - 1)))));
        return deviation == 0 ? 1 : 2 * Normal.CDF(0, 1, -(larger - (n * m / 2) - 0.5) / deviation);
    }

    // The share of all orders of both groups with at least this U. The number of orders with a certain U is that of the partitions of U
    // into at most n parts of at most m, found by multiplying and dividing polynomials.
    private static double ShareAtLeast(int u, int n, int m)
    {
        var counts = new double[(n * m) + 1];
        counts[0] = 1;
        for (var part = 1; part <= Math.Min(n, m); part++)
        {
            var high = Math.Max(n, m) + part;
            for (var i = counts.Length - 1; i >= high; i--)
            {
                counts[i] -= counts[i - high];
            }

            for (var i = part; i < counts.Length; i++)
            {
                counts[i] += counts[i - part];
            }
        }

        return counts.Skip(u).Sum() / counts.Sum();
    }
}
