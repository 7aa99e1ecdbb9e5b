using System.Buffers;

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
        var transform = new FourierTransform((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(4 * weights.Length)));
        var (size, step) = (transform.Size, transform.Size - weights.Length + 1);
        var spectrum = Spectrum(transform, weights);
        var bound = Error / Tolerance * Math.Sqrt(size * weights.Sum(weight => weight * weight));
        var (re, im) = (ArrayPool<double>.Shared.Rent(size), ArrayPool<double>.Shared.Rent(size));
        try
        {
            for (var start = 0; start < result.Length; start += 2 * step)
            {
                var second = Math.Min(start + step, result.Length);
                var most = Math.Max(Fill(y, start, re.AsSpan(0, size)), Fill(y, second, im.AsSpan(0, size)));
                transform.Forward(re, im);
                for (var i = 0; i < size; i++)
                {
                    (re[i], im[i]) = (re[i] * spectrum[i], im[i] * spectrum[i]);
                }

                transform.Back(re, im);
                Take(y, start, re, weights, result[start..second], bound * most);
                Take(y, second, im, weights, result[second..Math.Min(second + step, result.Length)], bound * most);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(re);
            ArrayPool<double>.Shared.Return(im);
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
    private static double[] Spectrum(FourierTransform transform, double[] weights)
    {
        var (re, im, middle) = (new double[transform.Size], new double[transform.Size], weights.Length / 2);
        for (var i = 0; i <= middle; i++)
        {
            re[i] = re[(transform.Size - i) % transform.Size] = weights[middle + i] / transform.Size;
        }

        transform.Forward(re, im);
        return re;
    }

    /// <returns>The greatest distance from zero.</returns>
    private static double Fill(ReadOnlySpan<double> y, int start, Span<double> block)
    {
        var found = y.Slice(start, Math.Min(block.Length, y.Length - start));
        found.CopyTo(block);
        block[found.Length..].Clear();
        return Magnitude.Max(found);
    }

    private static void Take(
        ReadOnlySpan<double> y, int start, double[] block, double[] weights, Span<double> result, double least)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var sum = block[i + (weights.Length / 2)];
            result[i] = Math.Abs(sum) >= least ? sum : Sum(y[(start + i)..], weights);
        }
    }
}
