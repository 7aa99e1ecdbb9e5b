using System.Globalization;
using Sacredboard.Data.Comparing;

namespace Sacredboard.Web.Formatting;

/// <summary>Runs as points, one number by another, and the running median: SVG paths in a box of pixels.</summary>
/// <param name="Points">Lines of length 0 with round ends.</param>
/// <param name="Median">A line.</param>
/// <param name="X">The labels of the left edge, the middle and the right edge.</param>
/// <param name="Y">The labels of the lower edge, the middle and the upper edge.</param>
/// <param name="Beyond">How many points lie above or below the plot; they are drawn at its edge.</param>
/// <param name="Left">How many points are not drawn, because they are too many; the median is that of all.</param>
public sealed record EffectPlot(
    string Points, string Median, IReadOnlyList<string> X, IReadOnlyList<string> Y, int Beyond, int Left)
{
    public const int Width = 640;
    public const int Height = 260;
    private const int Margin = 8;
    private const int MaxPoints = 2_000;
    private const int MaxMedians = 40;

    /// <summary>A key over a wide range is drawn on a logarithmic axis.</summary>
    private const double MinLog = 20;

    /// <summary>Of so many runs a few far away do not count for the axis.</summary>
    private const int Many = 200;

    /// <param name="x">The key of each run; those with NaN are left out, as those without a finite y.</param>
    /// <param name="y">The number of each run.</param>
    /// <returns>Null for fewer than two runs.</returns>
    public static EffectPlot? Of(double[] x, double[] y)
    {
        (double X, double Y)[] all = [.. x.Zip(y).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second))
            .OrderBy(pair => pair.First)];
        if (all.Length < 2)
        {
            return null;
        }

        var isLog = all[0].X > 0 && all[^1].X / all[0].X >= MinLog;
        var (left, right) = (Along(all[0].X), Along(all[^1].X));
        double[] values = [.. all.Select(pair => pair.Y).Order()];
        var share = all.Length >= Many ? 0.01 : 0;
        var (low, high) = (Sample.Quantile(values, share), Sample.Quantile(values, 1 - share));
        var shown = Math.Max(1, all.Length / MaxPoints);
        var drawn = all.Where((_, i) => i % shown == 0).Take(MaxPoints).ToList();
        return new(
            string.Concat(drawn.Select(pair => $"M{Place(pair)}h0").Distinct()),
            "M" + string.Join('L', Medians(all).Select(Place)),
            Labels(all[0].X, isLog ? Math.Pow(10, (left + right) / 2) : (left / 2) + (right / 2), all[^1].X),
            Labels(low, (low / 2) + (high / 2), high),
            values.Count(value => value < low || value > high),
            all.Length - drawn.Count);

        IReadOnlyList<string> Labels(params double[] edges) => [.. edges.Select(NumberText.Short)];

        double Along(double value) => isLog ? Math.Log10(value) : value;

        string Place((double X, double Y) pair)
        {
            var across = Margin + (Sparkline.Share(Along(pair.X), left, right) * (Width - (2 * Margin)));
            var up = Math.Clamp(Sparkline.Share(pair.Y, low, high), 0, 1);
            return string.Create(CultureInfo.InvariantCulture, $"{across:0.#} {Height - Margin - (up * (Height - (2 * Margin))):0.#}");
        }
    }

    // Runs with the same value are never apart, so a sweep has one point for each of its values.
    private static IEnumerable<(double X, double Y)> Medians((double X, double Y)[] sorted)
    {
        var size = Math.Max(1, sorted.Length / MaxMedians);
        for (var start = 0; start < sorted.Length;)
        {
            var end = Math.Min(start + size, sorted.Length);
            while (end < sorted.Length && sorted[end].X == sorted[end - 1].X)
            {
                end++;
            }

            double[] part = [.. sorted[start..end].Select(pair => pair.Y).Order()];
            yield return (sorted[(start + end - 1) / 2].X, Sample.MedianOf(part));
            start = end;
        }
    }
}
