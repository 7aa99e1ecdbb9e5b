using MathNet.Numerics.Distributions;

namespace Sacredboard.Data.Comparing;

/// <summary>
/// The difference between the means of two groups by Welch's t-test, which does not assume that both vary alike (Welch 1947; SciPy's
/// <c>ttest_ind(equal_var=False)</c>).
/// </summary>
public sealed record WelchTest
{
    /// <summary>Mean of the group minus mean of the base.</summary>
    public required double Difference { get; init; }

    public required Interval Interval { get; init; }

    /// <summary>By Welch and Satterthwaite; infinite when neither group varies.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Two-sided.</summary>
    public required double P { get; init; }

    /// <summary>Half the width of the interval: the number behind ±.</summary>
    public double Margin => (Interval.High - Interval.Low) / 2;

    /// <param name="group">At least two numbers.</param>
    /// <param name="base">At least two numbers.</param>
    public static WelchTest Of(Sample group, Sample @base)
    {
        var difference = group.Mean - @base.Mean;
        var (one, other) = (group.Variance / group.Count, @base.Variance / @base.Count);
        var error = Math.Sqrt(one + other);
        if (error == 0)
        {
            // All runs of each group have the same number, so nothing is uncertain.
            return new()
            {
                Difference = difference,
                Interval = new(difference, difference),
                DegreesOfFreedom = double.PositiveInfinity,
                P = difference == 0 ? 1 : 0,
            };
        }

        // In shares of their sum, because the squares of small variances underflow.
        var (share, rest) = (one / (one + other), other / (one + other));
        var freedom = 1 / ((share * share / (group.Count - 1)) + (rest * rest / (@base.Count - 1)));
        var margin = error * StudentT.InvCDF(0, 1, freedom, 1 - ((1 - Interval.Confidence) / 2));
        return new()
        {
            Difference = difference,
            Interval = new(difference - margin, difference + margin),
            DegreesOfFreedom = freedom,
            P = 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(difference / error)),
        };
    }
}
