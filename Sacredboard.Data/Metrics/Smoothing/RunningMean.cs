using System.Buffers;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// The mean of a window around each point, which is shorter at the ends. In linear time and without taking values out of a sum, which would
/// leave behind the rounding of large values: each window is the end of one block and the start of the next.
/// </summary>
internal static class RunningMean
{
    public static void Of(ReadOnlySpan<double> y, int window, Span<double> result)
    {
        window = Math.Min(window, 2 * y.Length);
        var (before, after) = (window / 2, (window - 1) / 2);

        // The sums from each place of the block that the window starts in to the block's end.
        var sums = ArrayPool<double>.Shared.Rent(window);
        var (block, sum, end) = (-window, 0.0, 0);
        for (var i = 0; i < y.Length; i++)
        {
            var (first, last) = (Math.Max(i - before, 0), Math.Min(i + after, y.Length - 1));
            if (first >= block + window)
            {
                block = first;
                SumToEnd(y[block..Math.Min(block + window, y.Length)], sums);
            }

            for (; end <= last; end++)
            {
                sum = end % window == 0 ? y[end] : sum + y[end];
            }

            var total = last >= block + window ? sums[first - block] + sum : i < before ? sum : sums[first - block];
            result[i] = total / (last - first + 1);
        }

        ArrayPool<double>.Shared.Return(sums);
    }

    private static void SumToEnd(ReadOnlySpan<double> block, double[] sums)
    {
        var sum = 0.0;
        for (var i = block.Length - 1; i >= 0; i--)
        {
            sum += block[i];
            sums[i] = sum;
        }
    }
}
