using System.Numerics;
using System.Runtime.InteropServices;

namespace Sacredboard.Data.Metrics.Aggregation;

/// <summary>Mean and deviation of finite numbers, without those sums leaving the range of doubles.</summary>
internal static class Moments
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var (a, b, i) = (Vector<double>.Zero, Vector<double>.Zero, 0);
        for (; i < vectors.Length - 1; i += 2)
        {
            // Two chains, because each addition waits for the one before it.
            (a, b) = (a + vectors[i], b + vectors[i + 1]);
        }

        var sum = Vector.Sum(a + b);
        foreach (var value in values[(i * Vector<double>.Count)..])
        {
            sum += value;
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
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var (a, b, center, i) = (Vector<double>.Zero, Vector<double>.Zero, new Vector<double>(mean * scale), 0);
        for (; i < vectors.Length - 1; i += 2)
        {
            var (first, second) = ((vectors[i] * scale) - center, (vectors[i + 1] * scale) - center);
            (a, b) = (a + (first * first), b + (second * second));
        }

        var sum = Vector.Sum(a + b);
        foreach (var value in values[(i * Vector<double>.Count)..])
        {
            var distance = (value * scale) - (mean * scale);
            sum += distance * distance;
        }

        return sum;
    }
}
