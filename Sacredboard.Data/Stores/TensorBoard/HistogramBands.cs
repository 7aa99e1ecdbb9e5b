using Sacredboard.Data.Stores.TensorBoard.Messages;

namespace Sacredboard.Data.Stores.TensorBoard;

/// <summary>
/// A histogram as nine quantiles, those of a normal distribution at whole and half standard deviations, as in TensorBoard's
/// distribution plots.
/// </summary>
public static class HistogramBands
{
    /// <summary>Quantiles per 10,000: minimum, −1.5σ, −1σ, −0.5σ, median, +0.5σ, +1σ, +1.5σ, maximum.</summary>
    public static readonly IReadOnlyList<int> BasisPoints = [0, 668, 1587, 3085, 5000, 6915, 8413, 9332, 10000];

    /// <summary>The values at <see cref="BasisPoints"/>; null when the value is not a histogram.</summary>
    internal static double[]? Of(ValueMessage value) => value.Kind switch
    {
        ValueKind.Histogram => OfBuckets(Edges(value.Histogram)),
        ValueKind.Tensor
            when value.Tensor.Shape is [var rows, 3]
            && TensorNumbers.All(value.Tensor) is { } numbers
            && numbers.Length == rows * 3 => OfBuckets(numbers),
        _ => null,
    };

    /// <param name="buckets">Left edge, right edge and count of each bucket, consecutively; edges ascending.</param>
    internal static double[] OfBuckets(ReadOnlySpan<double> buckets)
    {
        var bands = new double[BasisPoints.Count];
        var count = buckets.Length / 3;
        if (count == 0)
        {
            return bands;
        }

        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            sum += buckets[(3 * i) + 2];
        }

        sum = sum == 0 ? 1 : sum;
        var (least, greatest) = (buckets[0], buckets[(3 * (count - 1)) + 1]);
        var (bucket, before, weight) = (0, 0.0, Weight(buckets, 0, sum));
        for (var i = 0; i < bands.Length; i++)
        {
            // Skips buckets that end at or before this quantile, and empty ones.
            while (bucket < count && (weight <= BasisPoints[i] || weight == before))
            {
                bucket++;
                before = weight;
                weight += bucket < count ? Weight(buckets, bucket, sum) : 0;
            }

            if (bucket == count)
            {
                bands[i] = greatest;
                continue;
            }

            var left = bucket == 0 || before == 0 ? least : Math.Max(buckets[(3 * (bucket - 1)) + 1], least);
            var right = Math.Min(buckets[(3 * bucket) + 1], greatest);
            bands[i] = left + ((BasisPoints[i] - before) * (right - left) / (weight - before));
        }

        return bands;
    }

    private static double Weight(ReadOnlySpan<double> buckets, int bucket, double sum) => buckets[(3 * bucket) + 2] * BasisPoints[^1] / sum;

    // In the older format the outermost limits are those of the number type; the seen minimum and maximum replace them.
    private static double[] Edges(HistogramMessage histogram)
    {
        var (limits, counts) = (histogram.BucketLimits, histogram.Buckets);
        var first = 0;
        var last = Math.Min(limits.Count, counts.Count) - 1;
        while (first <= last && !(counts[first] > 0))
        {
            first++;
        }

        while (last >= first && !(counts[last] > 0))
        {
            last--;
        }

        var buckets = new double[3 * (last - first + 1)];
        for (var i = first; i <= last; i++)
        {
            // TensorBoard stores these in single precision.
            var at = 3 * (i - first);
            buckets[at] = (float)(i == first ? histogram.Min : limits[i - 1]);
            buckets[at + 1] = (float)(i == last ? histogram.Max : limits[i]);
            buckets[at + 2] = (float)counts[i];
        }

        return buckets;
    }
}
