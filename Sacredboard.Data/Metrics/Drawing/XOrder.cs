namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Sorts points by x.</summary>
internal static class XOrder
{
    /// <summary>The indices of the points with a finite x in a range, sorted by x; those with equal x in stored order.</summary>
    /// <param name="without">True for the points to leave out; null for none.</param>
    public static int[] Of(double[] x, int from, int to, bool[]? without)
    {
        var places = new int[to - from];
        var count = 0;
        for (var i = from; i < to; i++)
        {
            if (double.IsFinite(x[i]) && without?[i] != true)
            {
                places[count++] = i;
            }
        }

        Array.Resize(ref places, count);
        var keys = Array.ConvertAll(places, i => x[i]);
        if (NumberScan.IsAscending(keys))
        {
            return places;
        }

        // The sort is not stable, so the indices of each group of equal x are sorted afterwards.
        Array.Sort(keys, places);
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && keys[end] == keys[start])
            {
                end++;
            }

            Array.Sort(places, start, end - start);
            start = end;
        }

        return places;
    }
}
