namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// Picks the points that a line chart needs: of each pixel column the first, lowest, highest and last one. A line through
/// these paints the same pixels as a line through all points, because inside a column only the span and the two ends show
/// (Jugel et al., "M4: a visualization-oriented time series data aggregation", 2014).
/// </summary>
public static class M4
{
    /// <summary>
    /// The indices of the points to draw, ascending. They include the points next to the window on both sides, so that the line runs to
    /// the edge, and all points when the window holds at most four per column.
    /// </summary>
    /// <param name="x">Ascending and finite.</param>
    /// <param name="y">Finite, one for each x.</param>
    /// <param name="from">Left edge of the window, inclusive.</param>
    /// <param name="to">Right edge of the window, inclusive; not below <paramref name="from"/>.</param>
    /// <param name="columns">Width of the chart in pixels, at least 1.</param>
    public static int[] Select(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double from, double to, int columns)
    {
        var places = new int[MostPoints(columns)];
        return places[..Select(x, y, new PixelScale(from, to, columns), null, [], places)];
    }

    /// <summary>The greatest number of points that <see cref="Select(ReadOnlySpan{double}, ReadOnlySpan{double}, double, double, int)"/>
    /// picks.</summary>
    public static int MostPoints(int columns) => (4 * columns) + 2;

    /// <summary>Index of the first point in the window, and the index after the last one.</summary>
    public static (int Start, int End) Window(ReadOnlySpan<double> x, double from, double to) =>
        (CountBelow(x, from, orEqual: false), CountBelow(x, to, orEqual: true));

    /// <param name="pyramid">The extremes of <paramref name="y"/>, or null to scan it.</param>
    /// <param name="gaps">
    /// The indices of points that no line joins to the point before, ascending: a column is divided there, because its parts show one by
    /// one.
    /// </param>
    /// <param name="places">Receives the indices; has room for <see cref="MostPoints"/> and four for each gap.</param>
    /// <returns>The number of indices.</returns>
    internal static int Select(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        PixelScale scale,
        ExtremesPyramid? pyramid,
        ReadOnlySpan<int> gaps,
        Span<int> places)
    {
        var (start, end) = Window(x, scale.From, scale.To);
        var (left, right) = (Math.Max(start - 1, 0), Math.Min(end + 1, x.Length));
        if (end - start <= 4L * scale.Columns)
        {
            for (var i = left; i < right; i++)
            {
                places[i - left] = i;
            }

            return right - left;
        }

        var count = 0;
        if (left < start)
        {
            places[count++] = left;
        }

        for (var first = start; first < end;)
        {
            gaps = Behind(gaps, first);
            var next = EndOfColumn(x[..(gaps.IsEmpty ? end : Math.Min(end, gaps[0]))], first, scale);
            var (low, high) = pyramid is null ? Extremes.Of(y, first, next) : pyramid.Of(y, first, next);
            count = Add(places, count, first, low, high, next - 1);
            first = next;
        }

        if (right > end)
        {
            places[count++] = end;
        }

        return count;
    }

    /// <summary>Appends the points of one column in their order, each once.</summary>
    internal static int Add(Span<int> places, int count, int first, int low, int high, int last)
    {
        places[count++] = first;
        foreach (var place in (ReadOnlySpan<int>)[Math.Min(low, high), Math.Max(low, high), last])
        {
            if (place != places[count - 1])
            {
                places[count++] = place;
            }
        }

        return count;
    }

    /// <summary>The gaps behind a point.</summary>
    internal static ReadOnlySpan<int> Behind(ReadOnlySpan<int> gaps, int place)
    {
        var i = 0;
        while (i < gaps.Length && gaps[i] <= place)
        {
            i++;
        }

        return gaps[i..];
    }

    // Long columns take most of the time, so the end is found in doubling steps and then by bisection.
    private static int EndOfColumn(ReadOnlySpan<double> x, int first, PixelScale scale)
    {
        var column = scale.Column(x[first]);
        var (inside, outside, step) = (first, x.Length, 1);
        while (inside + step < outside)
        {
            if (scale.Column(x[inside + step]) != column)
            {
                outside = inside + step;
                break;
            }

            inside += step;
            step *= 2;
        }

        while (outside - inside > 1)
        {
            var middle = inside + ((outside - inside) / 2);
            (inside, outside) = scale.Column(x[middle]) == column ? (middle, outside) : (inside, middle);
        }

        return outside;
    }

    private static int CountBelow(ReadOnlySpan<double> x, double limit, bool orEqual)
    {
        var (low, high) = (0, x.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) / 2);
            (low, high) = x[middle] < limit || (orEqual && x[middle] == limit) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
