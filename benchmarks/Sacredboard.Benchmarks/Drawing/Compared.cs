using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Benchmarks.Drawing;

/// <summary>What drawing is compared with.</summary>
internal static class Compared
{
    /// <summary>M4 as one would write it first: one loop, a column for each point.</summary>
    public static int M4(double[] x, double[] y, PixelScale scale, int[] places)
    {
        var (count, first, low, high, column) = (0, 0, 0, 0, scale.Column(x[0]));
        for (var i = 1; i <= x.Length; i++)
        {
            var next = i < x.Length ? scale.Column(x[i]) : -1;
            if (next != column)
            {
                foreach (var place in (ReadOnlySpan<int>)[first, Math.Min(low, high), Math.Max(low, high), i - 1])
                {
                    if (count == 0 || places[count - 1] != place)
                    {
                        places[count++] = place;
                    }
                }

                (first, low, high, column) = (i, i, i, next);
                continue;
            }

            low = y[i] < y[low] ? i : low;
            high = y[i] > y[high] ? i : high;
        }

        return count;
    }

    /// <summary>Largest triangle three buckets (Steinarsson 2013) to as many points as M4 picks: looks alike, but is not exact.</summary>
    public static int Lttb(double[] x, double[] y, int[] places)
    {
        var (count, buckets, before) = (x.Length, places.Length - 2, 0);
        places[0] = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            var (start, end) = (Edge(bucket), Edge(bucket + 1));
            var (nextX, nextY) = Mean(x, y, end, Math.Min(Edge(bucket + 2), count));
            var (best, largest) = (start, -1.0);
            for (var i = start; i < end; i++)
            {
                var area = Math.Abs(((x[before] - nextX) * (y[i] - y[before])) - ((x[before] - x[i]) * (nextY - y[before])));
                (best, largest) = area > largest ? (i, area) : (best, largest);
            }

            places[bucket + 1] = before = best;
        }

        places[^1] = count - 1;
        return places.Length;

        int Edge(int bucket) => 1 + (int)((long)bucket * (count - 2) / buckets);
    }

    private static (double X, double Y) Mean(double[] x, double[] y, int start, int end)
    {
        var (sumX, sumY) = (0.0, 0.0);
        for (var i = start; i < end; i++)
        {
            (sumX, sumY) = (sumX + x[i], sumY + y[i]);
        }

        return (sumX / (end - start), sumY / (end - start));
    }
}
