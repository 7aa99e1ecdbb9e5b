namespace Sacredboard.Data.Comparing;

/// <summary>Ranks of numbers from 1; equal numbers share the mean of their ranks.</summary>
internal static class Ranks
{
    /// <param name="values">Without NaN.</param>
    /// <returns>A rank for each number, and the sum of t³ − t over the sizes t of all ties.</returns>
    public static (double[] Ranks, double Ties) Of(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        var ties = 0.0;
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }

            double size = end - start;
            ties += (size * size * size) - size;
            start = end;
        }

        return (ranks, ties);
    }

    /// <summary>
    /// Spearman's rank correlation: 1 when one number always grows with the other, −1 when it always falls; NaN when one of them never
    /// changes or there are fewer than two pairs.
    /// </summary>
    public static double Correlation(double[] x, double[] y) => CorrelationOf(Of(x).Ranks, Of(y).Ranks);

    /// <summary>The same of numbers whose ranks are known.</summary>
    public static double CorrelationOf(double[] a, double[] b)
    {
        var mean = (a.Length + 1) / 2.0;
        var (both, first, second) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (left, right) = (a[i] - mean, b[i] - mean);
            both += left * right;
            first += left * left;
            second += right * right;
        }

        return both / Math.Sqrt(first * second);
    }
}
