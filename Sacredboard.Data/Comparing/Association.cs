namespace Sacredboard.Data.Comparing;

/// <summary>Which settings go together so closely that their effects cannot be told apart.</summary>
internal static class Association
{
    private const double Close = 0.9;

    /// <summary>More runs do not change the answer much.</summary>
    private const int MaxRows = 5_000;

    /// <summary>For each setting the indices of those that go together with it.</summary>
    /// <param name="settings">All with one value for each run.</param>
    /// <param name="features">The same in bins.</param>
    public static IReadOnlyList<int>[] Of(
        IReadOnlyList<Setting> settings, IReadOnlyList<BinnedFeature> features, CancellationToken cancellationToken)
    {
        var together = settings.Select(_ => new List<int>()).ToArray();
        var ranks = settings.Select(setting => setting.Numbers is { } numbers ? RanksOf(numbers) : null).ToArray();
        for (var i = 0; i < settings.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var other = i + 1; other < settings.Count; other++)
            {
                var strength = (ranks[i], ranks[other]) is ({ } one, { } two) ? Math.Abs(Ranks.CorrelationOf(one, two))
                    : settings[i].Numbers is { } x && settings[other].Numbers is { } y ? Math.Abs(RankCorrelation(x, y))
                    : CramersV(features[i], features[other]);
                if (strength >= Close)
                {
                    together[i].Add(other);
                    together[other].Add(i);
                }
            }
        }

        return together;
    }

    // Null where a run has no number: with each other setting other runs have both.
    private static double[]? RanksOf(double[] numbers)
    {
        double[] some = [.. Enumerable.Range(0, numbers.Length).Where(i => i % Step(numbers.Length) == 0).Select(i => numbers[i])];
        return some.Length < 3 || Array.Exists(some, double.IsNaN) ? null : Ranks.Of(some).Ranks;
    }

    private static double RankCorrelation(double[] x, double[] y)
    {
        var (left, right) = (new List<double>(), new List<double>());
        for (var i = 0; i < x.Length; i += Step(x.Length))
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                left.Add(x[i]);
                right.Add(y[i]);
            }
        }

        return left.Count < 3 ? 0 : Ranks.Correlation([.. left], [.. right]);
    }

    /// <summary>
    /// Cramér's V: 0 for independent settings, 1 when one decides the other. Corrected for chance (Bergsma 2013), because with nearly as
    /// many values as runs any two settings would seem to go together.
    /// </summary>
    public static double CramersV(BinnedFeature one, BinnedFeature other)
    {
        var table = new double[one.Count, other.Count];
        var (rows, columns, all) = (new double[one.Count], new double[other.Count], 0.0);
        for (var i = 0; i < one.Bins.Length; i += Step(one.Bins.Length))
        {
            table[one.Bins[i], other.Bins[i]]++;
            rows[one.Bins[i]]++;
            columns[other.Bins[i]]++;
            all++;
        }

        // Chi squared over n, without the differences from what is expected: Σ n²ᵢⱼ / (nᵢ nⱼ) − 1.
        var square = -1.0;
        for (var i = 0; i < one.Count; i++)
        {
            for (var j = 0; j < other.Count; j++)
            {
                square += table[i, j] > 0 ? table[i, j] * table[i, j] / (rows[i] * columns[j]) : 0;
            }
        }

        var (r, c) = (rows.Count(sum => sum > 0), columns.Count(sum => sum > 0));
        var chance = (r - 1) * (c - 1) / (all - 1);
        var degrees = Math.Min(Corrected(r, all), Corrected(c, all)) - 1;
        return degrees <= 0 ? 0 : Math.Sqrt(Math.Max(0, square - chance) / degrees);
    }

    private static double Corrected(int values, double all) => values - ((values - 1) * (values - 1) / (all - 1));

    private static int Step(int rows) => Math.Max(1, rows / MaxRows);
}
