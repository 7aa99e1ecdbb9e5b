using System.Numerics;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// The average of each point and its neighbours, weighted by a Gaussian over the number of points between them. Cut off at four standard
/// deviations; at the ends, where neighbours are missing, the weights of those that are there sum up to 1.
/// </summary>
internal static class GaussianAverage
{
    private const double Deviations = 4;

    /// <summary>More neighbours than this on each side are added up faster by <see cref="WideConvolution"/>.</summary>
    private const int MaxNear = 200;

    /// <summary>The number of neighbours on each side.</summary>
    public static int Radius(double deviation) => (int)((Deviations * deviation) + 0.5);

    public static void Of(ReadOnlySpan<double> y, double deviation, Span<double> result)
    {
        var radius = Radius(deviation);
        var weights = Weights(deviation, radius);
        var (left, right) = (Math.Min(radius, y.Length), Math.Max(y.Length - radius, Math.Min(radius, y.Length)));
        for (var i = 0; i < left; i++)
        {
            result[i] = AtEnd(y, i, weights, radius);
        }

        for (var i = right; i < y.Length; i++)
        {
            result[i] = AtEnd(y, i, weights, radius);
        }

        if (right > left && radius > MaxNear)
        {
            WideConvolution.Of(y, weights, result[left..right]);
        }
        else if (right > left)
        {
            Convolve(y, weights, result[left..right]);
        }
    }

    private static double[] Weights(double deviation, int radius)
    {
        var weights = new double[(2 * radius) + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            var distance = (i - radius) / deviation;
            weights[i] = Math.Exp(-0.5 * distance * distance);
        }

        var sum = weights.Sum();
        return Array.ConvertAll(weights, weight => weight / sum);
    }

    private static double AtEnd(ReadOnlySpan<double> y, int place, double[] weights, int radius)
    {
        var (sum, sumOfWeights) = (0.0, 0.0);
        for (var i = Math.Max(place - radius, 0); i < Math.Min(place + radius + 1, y.Length); i++)
        {
            var weight = weights[i - place + radius];
            sum += weight * y[i];
            sumOfWeights += weight;
        }

        return sum / sumOfWeights;
    }

    // The result at i is the weighted sum of y from i on. Many sums side by side, because each waits for its last addition.
    private static void Convolve(ReadOnlySpan<double> y, double[] weights, Span<double> result)
    {
        var (width, i) = (Vector<double>.Count, 0);
        for (; i <= result.Length - (4 * width); i += 4 * width)
        {
            var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            var rest = y.Slice(i, weights.Length - 1 + (4 * width));
            foreach (var weight in weights)
            {
                var factor = new Vector<double>(weight);
                a = Vector.FusedMultiplyAdd(factor, new Vector<double>(rest), a);
                b = Vector.FusedMultiplyAdd(factor, new Vector<double>(rest[width..]), b);
                c = Vector.FusedMultiplyAdd(factor, new Vector<double>(rest[(2 * width)..]), c);
                d = Vector.FusedMultiplyAdd(factor, new Vector<double>(rest[(3 * width)..]), d);
                rest = rest[1..];
            }

            a.CopyTo(result[i..]);
            b.CopyTo(result[(i + width)..]);
            c.CopyTo(result[(i + (2 * width))..]);
            d.CopyTo(result[(i + (3 * width))..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = WideConvolution.Sum(y[i..], weights);
        }
    }
}
