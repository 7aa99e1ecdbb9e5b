using MathNet.Numerics.Distributions;

namespace Sacredboard.Data.Comparing;

/// <summary>Figures of the numbers of one group of runs. All numbers are finite.</summary>
public sealed class Sample
{
    private readonly double[] _sorted;

    /// <param name="values">In any order; copied.</param>
    /// <exception cref="ArgumentException">One is not finite.</exception>
    public Sample(IEnumerable<double> values)
    {
        _sorted = [.. values.Order()];
        if (_sorted.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("Only finite numbers can be compared.", nameof(values));
        }

        Mean = Count == 0 ? double.NaN : MeanOf(_sorted);
        Variance = Count < 2 ? double.NaN : _sorted.Sum(value => (value - Mean) * (value - Mean)) / (Count - 1);
    }

    public int Count => _sorted.Length;

    /// <summary>Ascending.</summary>
    public ReadOnlySpan<double> Sorted => _sorted;

    /// <summary>NaN without numbers.</summary>
    public double Mean { get; }

    /// <summary>The sample variance (divided by n − 1); NaN for fewer than two numbers.</summary>
    public double Variance { get; }

    /// <summary>The sample standard deviation; NaN for fewer than two numbers.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The interval of the mean, by Student's t; null for fewer than two numbers.</summary>
    public Interval? MeanInterval
    {
        get
        {
            if (Count < 2)
            {
                return null;
            }

            var margin = StandardDeviation / Math.Sqrt(Count) * StudentT.InvCDF(0, 1, Count - 1, 1 - ((1 - Interval.Confidence) / 2));
            return new(Mean - margin, Mean + margin);
        }
    }

    /// <inheritdoc cref="MedianOf"/>
    public double Median => MedianOf(_sorted);

    /// <inheritdoc cref="InterquartileMeanOf"/>
    public double InterquartileMean => InterquartileMeanOf(_sorted);

    /// <summary>The median; NaN without numbers.</summary>
    public static double MedianOf(ReadOnlySpan<double> sorted) => Quantile(sorted, 0.5);

    /// <summary>
    /// The mean of the middle half: a quarter of the numbers, rounded down, is left out at each end (SciPy's <c>trim_mean(x, 0.25)</c>).
    /// Less moved by single bad seeds than the mean, and uses more of the numbers than the median (Agarwal et al., "Deep reinforcement
    /// learning at the edge of the statistical precipice", 2021). NaN without numbers.
    /// </summary>
    public static double InterquartileMeanOf(ReadOnlySpan<double> sorted) => sorted.IsEmpty
        ? double.NaN
        : MeanOf(sorted[(sorted.Length / 4)..(sorted.Length - (sorted.Length / 4))]);

    /// <summary>A quantile by linear interpolation, as NumPy and R (type 7) compute it; NaN without numbers.</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        // The mean of differences from the first number keeps the digits of large numbers that are close together.
        var (first, sum) = (values[0], 0.0);
        foreach (var value in values)
        {
            sum += value - first;
        }

        return first + (sum / values.Length);
    }
}
