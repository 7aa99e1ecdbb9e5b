namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// The median of a window around each point, which is shorter at the ends; of an even number of points the mean of the two in the middle.
/// </summary>
internal static class RunningMedian
{
    public static void Of(ReadOnlySpan<double> y, int window, Span<double> result)
    {
        window = Math.Min(window, 2 * y.Length);
        var (before, after) = (window / 2, (window - 1) / 2);
        if (window > y.Length)
        {
            Slide(y, 0, y.Length, before, after, result);
            return;
        }

        Slide(y, 0, before, before, after, result);
        Slide(y, y.Length - after, y.Length, before, after, result);
        var full = result[before..(y.Length - after)];
        if (window <= MedianNetwork.MaxWindow)
        {
            MedianNetwork.Of(y, window, full);
        }
        else
        {
            MedianBlocks.Of(y, window, full);
        }
    }

    // The medians of the points from one place to another.
    private static void Slide(ReadOnlySpan<double> y, int from, int to, int before, int after, Span<double> result)
    {
        if (from == to)
        {
            return;
        }

        var sorted = new SortedWindow(y[Math.Max(from - before, 0)..Math.Min(from + after + 1, y.Length)], before + after + 1);
        result[from] = sorted.Median;
        for (var i = from + 1; i < to; i++)
        {
            var (old, added) = (i - before - 1, i + after);
            if (old >= 0 && added < y.Length)
            {
                sorted.Replace(y[old], y[added]);
            }
            else if (old >= 0)
            {
                sorted.Remove(y[old]);
            }
            else if (added < y.Length)
            {
                sorted.Add(y[added]);
            }

            result[i] = sorted.Median;
        }
    }
}
