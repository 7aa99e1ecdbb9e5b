using System.Globalization;
using Sacredboard.Data.Comparing;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>Figures of groups and their differences as text.</summary>
public static class DifferenceWords
{
    /// <summary>
    /// "B is better than A by 0.012 ± 0.005 (95 %), 5 and 5 seeds.", or that no difference is certain. The better group comes first.
    /// </summary>
    /// <param name="group">Compared with the base, and tested.</param>
    /// <param name="base">The base.</param>
    /// <param name="all">Says which numbers are better.</param>
    public static string Of(ComparedGroup group, ComparedGroup @base, CompareSignificance all)
    {
        var means = group.Against!.Means!;
        var (first, second) = means.Difference > 0 == (all.Figure.IsLowerBetter == true) ? (@base, group) : (group, @base);
        var (by, margin) = SpreadText.Of(Math.Abs(means.Difference), means.Margin);
        var runs = $"{NumberText.Count(first.Sample.Count)} and {NumberText.Count(second.Sample.Count)} {all.Seeds}";
        var better = all.Figure.IsLowerBetter is null ? "higher" : "better";
        return means.Interval.Contains(0)
            ? $"{group.Name} and {@base.Name} do not differ for certain: by {by} ± {margin} (95 %), {runs}."
            : $"{first.Name} is {better} than {second.Name} by {by} ± {margin} (95 %), {runs}.";
    }

    /// <summary>"0.9569 ± 0.0020"; the mean alone of one run.</summary>
    public static string MeanOf(Sample sample)
    {
        if (sample.Count < 2)
        {
            return sample.Count == 0 ? "–" : NumberText.Short(sample.Mean);
        }

        var (mean, spread) = SpreadText.Of(sample.Mean, sample.StandardDeviation);
        return $"{mean} ± {spread}";
    }

    /// <summary>"−0.012 ± 0.005", or why there is none.</summary>
    public static string DifferenceOf(GroupComparison comparison)
    {
        if (comparison.Means is not { } means)
        {
            return $"fewer than {GroupComparison.MinRuns} runs: no test";
        }

        var (by, margin) = SpreadText.Of(means.Difference, means.Margin);
        return $"{Signed(by)} ± {margin}";
    }

    /// <summary>A value with its interval: "0.95 (0.93 to 0.97)".</summary>
    public static string Of(double value, Interval? interval) => interval is { } edges
        ? $"{Rounded(value, edges)} ({Of(edges)})"
        : double.IsNaN(value) ? "–" : NumberText.Short(value);

    /// <summary>"0.93 to 0.97".</summary>
    public static string Of(Interval interval) => $"{Rounded(interval.Low, interval)} to {Rounded(interval.High, interval)}";

    /// <summary>A probability: "0.029", "&lt; 0.001".</summary>
    public static string P(double p) => p < 0.001 ? "< 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>An importance: "0.62".</summary>
    public static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>With its sign: "+0.62".</summary>
    public static string Correlation(double correlation) => correlation.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>A value to the digits that matter in an interval.</summary>
    public static string Rounded(double value, Interval interval) => SpreadText.Of(value, (interval.High - interval.Low) / 2).Mean;

    private static string Signed(string number) => number.StartsWith('-') || number.Trim('0', '.').Length == 0 ? number : "+" + number;
}
