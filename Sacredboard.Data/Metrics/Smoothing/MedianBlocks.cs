namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// The medians of all full windows in O(n log window), by sorting blocks as long as the window (Suomela, "Median filtering is equivalent
/// to sorting", 2014). Each window is the rest of one block and the start of the next: the values leave the first in the order in which
/// they come into the second, and lists of their sorted order make both cheap.
/// </summary>
internal static class MedianBlocks
{
    /// <param name="y">At least one window.</param>
    /// <param name="window">At least 2.</param>
    /// <param name="medians">One for each full window, in the order of their starts.</param>
    public static void Of(ReadOnlySpan<double> y, int window, Span<double> medians)
    {
        var (below, even) = ((window - 1) / 2, window % 2 == 0);
        var (leaving, coming) = (new MedianBlock(window), new MedianBlock(window));
        coming.Fill(y[..window]);
        coming.MoveTo(below);
        medians[0] = even ? (coming.Value + coming.Next) / 2 : coming.Value;
        for (var start = window; start < y.Length; start += window)
        {
            (leaving, coming) = (coming, leaving);
            var values = y[start..Math.Min(start + window, y.Length)];
            coming.Fill(values);
            coming.Empty();
            for (var i = 0; i < values.Length; i++)
            {
                leaving.Take(i);
                coming.Put(i);
                if (leaving.Below + coming.Below < below)
                {
                    (leaving.Value <= coming.Value ? leaving : coming).Advance();
                }

                medians[start - window + i + 1] = Median(leaving, coming, even);
            }
        }
    }

    private static double Median(MedianBlock a, MedianBlock b, bool even)
    {
        var (first, second) = a.Value <= b.Value ? (a, b) : (b, a);
        return even ? (first.Value + Math.Min(first.Next, second.Value)) / 2 : first.Value;
    }
}
