using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// Weighted sums with many weights in O(n log n), by Fourier transforms of overlapping blocks, two at a time: one as the real and one as
/// the imaginary part. A transform errs by a share of the largest values of its block, so sums that are small beside these are added up
/// one by one.
/// </summary>
internal static class WideConvolution
{
    /// <summary>How much a sum may differ from the exact one, as a share of it.</summary>
    private const double Tolerance = 1e-10;

    /// <summary>Bound of the error of a transform of a few ten thousand numbers, as a share of their length as a vector.</summary>
    private const double Error = 1e-15;

    /// <param name="y">Finite.</param>
    /// <param name="weights">An odd number, the same from both ends, at most as many as <paramref name="y"/>.</param>
    /// <param name="result">Receives at i the sum of the weighted y from i on; one for each place where all weights have a y.</param>
    public static void Of(ReadOnlySpan<double> y, double[] weights, Span<double> result)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(4 * weights.Length));
        var step = size - weights.Length + 1;
        var spectrum = Spectrum(weights, size);
        var bound = Error / Tolerance * Math.Sqrt(size * weights.Sum(weight => weight * weight));
        var block = new Complex[size];
        for (var start = 0; start < result.Length; start += 2 * step)
        {
            var second = Math.Min(start + step, result.Length);
            var first = Block(y, start, size);
            var other = Block(y, second, size);
            for (var i = 0; i < size; i++)
            {
                block[i] = new(i < first.Length ? first[i] : 0, i < other.Length ? other[i] : 0);
            }

            Fourier.Forward(block, FourierOptions.NoScaling);
            for (var i = 0; i < size; i++)
            {
                block[i] *= spectrum[i];
            }

            Fourier.Inverse(block, FourierOptions.NoScaling);
            var least = bound * Math.Max(Magnitude.Max(first), Magnitude.Max(other));
            Take(y, start, block, isFirst: true, weights, result[start..second], least);
            Take(y, second, block, isFirst: false, weights, result[second..Math.Min(second + step, result.Length)], least);
        }
    }

    /// <summary>One sum, exact to the last digits.</summary>
    public static double Sum(ReadOnlySpan<double> y, double[] weights)
    {
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
        {
            sum += weights[k] * y[k];
        }

        return sum;
    }

    // Weights that are the same from both ends, laid around the start, have a real spectrum.
    private static double[] Spectrum(double[] weights, int size)
    {
        var (block, middle) = (new Complex[size], weights.Length / 2);
        for (var i = 0; i <= middle; i++)
        {
            block[i] = block[(size - i) % size] = weights[middle + i] / size;
        }

        Fourier.Forward(block, FourierOptions.NoScaling);
        return Array.ConvertAll(block, number => number.Real);
    }

    private static ReadOnlySpan<double> Block(ReadOnlySpan<double> y, int start, int size) =>
        y.Slice(start, Math.Min(size, y.Length - start));

    private static void Take(
        ReadOnlySpan<double> y, int start, Complex[] block, bool isFirst, double[] weights, Span<double> result, double least)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var place = block[i + (weights.Length / 2)];
            var sum = isFirst ? place.Real : place.Imaginary;
            result[i] = Math.Abs(sum) >= least ? sum : Sum(y[(start + i)..], weights);
        }
    }
}
