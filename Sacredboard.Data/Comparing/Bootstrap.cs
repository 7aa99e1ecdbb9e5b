namespace Sacredboard.Data.Comparing;

/// <summary>Computes a figure of ascending numbers.</summary>
public delegate double SampleFigure(ReadOnlySpan<double> sorted);

/// <summary>
/// Confidence intervals of figures that no formula covers, from samples drawn out of the sample (Efron 1979, percentile method). The same
/// numbers always give the same interval.
/// </summary>
public static class Bootstrap
{
    public const int Resamples = 10_000;

    public const ulong Seed = 20_200_101;

    /// <summary>The interval of a figure of one group.</summary>
    /// <param name="sample">At least one number.</param>
    public static Interval Of(Sample sample, SampleFigure figure)
    {
        var draws = new Draws(Seed);
        var figures = new double[Resamples];
        var drawn = new double[sample.Count];
        for (var i = 0; i < Resamples; i++)
        {
            figures[i] = draws.Next(sample.Sorted, drawn, figure);
        }

        return Middle(figures);
    }

    /// <summary>The interval of the figure of a group minus that of the base.</summary>
    /// <inheritdoc cref="Of"/>
    public static Interval OfDifference(Sample group, Sample @base, SampleFigure figure)
    {
        var draws = new Draws(Seed);
        var figures = new double[Resamples];
        var (one, other) = (new double[group.Count], new double[@base.Count]);
        for (var i = 0; i < Resamples; i++)
        {
            figures[i] = draws.Next(group.Sorted, one, figure) - draws.Next(@base.Sorted, other, figure);
        }

        return Middle(figures);
    }

    private static Interval Middle(double[] figures)
    {
        Array.Sort(figures);
        const double Outside = (1 - Interval.Confidence) / 2;
        return new(Sample.Quantile(figures, Outside), Sample.Quantile(figures, 1 - Outside));
    }

    // SplitMix64 (Steele, Lea and Flood 2014), because the sequence of System.Random may change with .NET.
    private struct Draws(ulong state)
    {
        private ulong _state = state;

        public double Next(ReadOnlySpan<double> sorted, double[] drawn, SampleFigure figure)
        {
            // Indices are drawn instead of numbers, so that counting sorts them.
            Span<int> times = sorted.Length <= 256 ? stackalloc int[sorted.Length] : new int[sorted.Length];
            for (var i = 0; i < sorted.Length; i++)
            {
                times[Index(sorted.Length)]++;
            }

            var place = 0;
            for (var i = 0; i < sorted.Length; i++)
            {
                drawn.AsSpan(place, times[i]).Fill(sorted[i]);
                place += times[i];
            }

            return figure(drawn);
        }

        private int Index(int count)
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            return (int)Math.BigMul(z, (ulong)count, out _);
        }
    }
}
