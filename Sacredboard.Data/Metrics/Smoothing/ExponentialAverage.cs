using System.Numerics;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// Averages in which the weight of a point falls exponentially with its distance. Divided by the sum of the weights, so that the first
/// points are not drawn towards zero.
/// </summary>
internal static class ExponentialAverage
{
    // Weights and Biases measures distances in thousandths of the x axis, and never lets a weight stay for good.
    private const double UnitsOfAxis = 1000;
    private const double MaxWeightPerUnit = 0.999;

    /// <summary>
    /// Each point weighs <paramref name="weight"/> times as much as the one behind it: equal to TensorBoard's
    /// <c>last = last · weight + (1 − weight) · y</c>, divided by <c>1 − weightⁿ</c>.
    /// </summary>
    public static void OfPoints(ReadOnlySpan<double> y, double weight, Span<double> result)
    {
        var average = default(Average);
        for (var i = 0; i < y.Length; i++)
        {
            result[i] = average.Add(y[i], weight);
        }
    }

    /// <summary>
    /// The formula that Weights and Biases documents: from one point to the next, weights fall by
    /// <c>min(√weight, 0.999) ^ (1000 · distance / range)</c>. Points at one x weigh the same, all of them when the range is 0.
    /// </summary>
    public static void OfDistances(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double weight, double range, Span<double> result)
    {
        // Not infinite for weight 0, so that a distance of 0 times it is 0.
        var logarithm = Math.Max(Math.Log(Math.Min(Math.Sqrt(weight), MaxWeightPerUnit)), -1e200);
        var average = default(Average);
        Span<double> weights = stackalloc double[512];
        for (var start = 0; start < y.Length; start += weights.Length)
        {
            var count = Math.Min(weights.Length, y.Length - start);
            Weights(x, start, range > 0 ? UnitsOfAxis / range * logarithm : 0, weights[..count]);
            for (var i = 0; i < count; i++)
            {
                result[start + i] = average.Add(y[start + i], weights[i]);
            }
        }
    }

    // The weight from each point's predecessor to it; the first point's does not matter.
    private static void Weights(ReadOnlySpan<double> x, int start, double perUnit, Span<double> weights)
    {
        weights[0] = start == 0 ? 0 : Math.Exp(Math.Max(x[start] - x[start - 1], 0) * perUnit);
        var (width, i) = (Vector<double>.Count, 1);
        for (; i <= weights.Length - width; i += width)
        {
            var distance = new Vector<double>(x[(start + i)..]) - new Vector<double>(x[(start + i - 1)..]);
            Vector.Exp(Vector.Max(distance, Vector<double>.Zero) * perUnit).CopyTo(weights[i..]);
        }

        for (; i < weights.Length; i++)
        {
            weights[i] = Math.Exp(Math.Max(x[start + i] - x[start + i - 1], 0) * perUnit);
        }
    }

    private struct Average
    {
        private double _value;
        private double _sumOfWeights;

        public double Add(double y, double weight)
        {
            var before = _sumOfWeights * weight;
            _sumOfWeights = before + 1;

            // A difference keeps equal values equal; a weighted sum keeps small values exact after large ones that hardly count any more.
            _value = before < 1 ? ((_value * before) + y) / _sumOfWeights : _value + ((y - _value) / _sumOfWeights);
            return _value;
        }
    }
}
