using System.Numerics;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Mean and deviation of finite numbers, without those sums leaving the range of doubles.</summary>
internal static class Moments
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var (sums, i) = (Vector<double>.Zero, 0);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += new Vector<double>(values[i..]);
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
        {
            sum += values[i];
        }

        if (double.IsFinite(sum))
        {
            return sum / values.Length;
        }

        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        return mean;
    }

    /// <summary>The sample standard deviation (n − 1) of at least two values.</summary>
    public static double Deviation(ReadOnlySpan<double> values, double mean)
    {
        var squares = Squares(values, mean, 1);
        if (double.IsFinite(squares))
        {
            return Math.Sqrt(squares / (values.Length - 1));
        }

        var shrink = Math.ScaleB(1, -600);
        return Math.Sqrt(Squares(values, mean, shrink) / (values.Length - 1)) / shrink;
    }

    private static double Squares(ReadOnlySpan<double> values, double mean, double scale)
    {
        var (sums, center, i) = (Vector<double>.Zero, new Vector<double>(mean * scale), 0);
        for (; i <= values.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var distance = (new Vector<double>(values[i..]) * scale) - center;
            sums += distance * distance;
        }

        var sum = Vector.Sum(sums);
        for (; i < values.Length; i++)
        {
            var distance = (values[i] * scale) - (mean * scale);
            sum += distance * distance;
        }

        return sum;
    }
}
