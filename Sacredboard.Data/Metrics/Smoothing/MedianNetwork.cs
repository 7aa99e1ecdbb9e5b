using System.Numerics;

namespace Sacredboard.Data.Metrics.Smoothing;

/// <summary>
/// The medians of all full windows of few points. A sorting network compares places that do not depend on the values, so that one
/// instruction compares those of several windows.
/// </summary>
internal static class MedianNetwork
{
    /// <summary>The longest window: from here on, <see cref="MedianBlocks"/> take less time. Measured.</summary>
    public const int MaxWindow = 31;

    /// <param name="y">At least one window.</param>
    /// <param name="window">From 1 to <see cref="MaxWindow"/>.</param>
    /// <param name="medians">One for each full window, in the order of their starts.</param>
    public static void Of(ReadOnlySpan<double> y, int window, Span<double> medians)
    {
        var (lower, upper) = ((window - 1) / 2, window / 2);
        var comparisons = Comparisons(window, lower, upper);
        Span<Vector<double>> values = stackalloc Vector<double>[window];
        var width = Vector<double>.Count;
        for (var i = 0; i < medians.Length; i += width)
        {
            // The last windows that fill a vector are computed twice rather than one by one.
            var start = Math.Min(i, medians.Length - width);
            if (start < 0)
            {
                Few(y, window, medians);
                return;
            }

            for (var k = 0; k < values.Length; k++)
            {
                values[k] = new Vector<double>(y[(start + k)..]);
            }

            foreach (var (a, b) in comparisons)
            {
                (values[a], values[b]) = (Vector.MinNative(values[a], values[b]), Vector.MaxNative(values[a], values[b]));
            }

            var median = lower == upper ? values[lower] : (values[lower] + values[upper]) / 2;
            median.CopyTo(medians[start..]);
        }
    }

    private static void Few(ReadOnlySpan<double> y, int window, Span<double> medians)
    {
        for (var i = 0; i < medians.Length; i++)
        {
            medians[i] = new SortedWindow(y.Slice(i, window), window).Median;
        }
    }

    // Batcher's odd-even merge sort, without the comparisons that the values in the middle do not depend on.
    private static (int A, int B)[] Comparisons(int window, int lower, int upper)
    {
        var all = new List<(int A, int B)>();
        for (var sorted = 1; sorted < window; sorted *= 2)
        {
            for (var distance = sorted; distance >= 1; distance /= 2)
            {
                for (var first = distance % sorted; first + distance < window; first += 2 * distance)
                {
                    for (var a = first; a < Math.Min(first + distance, window - distance); a++)
                    {
                        if (a / (2 * sorted) == (a + distance) / (2 * sorted))
                        {
                            all.Add((a, a + distance));
                        }
                    }
                }
            }
        }

        var needed = new HashSet<int> { lower, upper };
        var kept = new Stack<(int A, int B)>();
        for (var i = all.Count - 1; i >= 0; i--)
        {
            var (a, b) = all[i];
            if (needed.Contains(a) || needed.Contains(b))
            {
                needed.UnionWith([a, b]);
                kept.Push((a, b));
            }
        }

        return [.. kept];
    }
}
