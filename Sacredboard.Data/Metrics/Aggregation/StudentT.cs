using System.Collections.Concurrent;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Student's t distribution, for confidence intervals of 95 %.</summary>
internal static class StudentT
{
    private const double Confidence = 0.95;

    // From here on, that of the normal distribution with the first terms of its expansion is exact to the last digits.
    private const int Many = 2000;

    private static readonly ConcurrentDictionary<int, double> Known = [];

    /// <summary>The t that values of so many degrees of freedom (at least 1) lie below on both sides in 95 % of all cases.</summary>
    public static double Of(int degrees) => Known.GetOrAdd(Math.Min(degrees, 1_000_000), Compute);

    // The angle that the probability belongs to, by bisection: it rises with the angle from 0 to 1.
    private static double Compute(int degrees)
    {
        if (degrees > Many)
        {
            return NearNormal(degrees);
        }

        var (low, high) = (0.0, Math.PI / 2);
        while (true)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high)
            {
                return Math.Sqrt(degrees) * Math.Tan(high);
            }

            (low, high) = Probability(middle, degrees) < Confidence ? (middle, high) : (low, middle);
        }
    }

    // Abramowitz and Stegun, 26.7.3 and 26.7.4: finite sums, with t = √degrees · tan(angle).
    private static double Probability(double angle, int degrees)
    {
        var (sine, cosine) = Math.SinCos(angle);
        var isOdd = degrees % 2 == 1;
        var (term, sum) = isOdd ? (cosine, degrees > 1 ? cosine : 0) : (1.0, 1.0);
        for (var k = isOdd ? 3 : 2; k < degrees; k += 2)
        {
            term *= cosine * cosine * (k - 1) / k;
            sum += term;
        }

        return isOdd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }

    // Abramowitz and Stegun, 26.7.5.
    private static double NearNormal(int degrees)
    {
        const double z = 1.959963984540054;
        const double first = ((z * z * z) + z) / 4;
        const double second = ((5 * z * z * z * z * z) + (16 * z * z * z) + (3 * z)) / 96;
        const double third = ((3 * z * z * z * z * z * z * z) + (19 * z * z * z * z * z) + (17 * z * z * z) - (15 * z)) / 384;
        var n = (double)degrees;
        return z + (first / n) + (second / (n * n)) + (third / (n * n * n));
    }
}
