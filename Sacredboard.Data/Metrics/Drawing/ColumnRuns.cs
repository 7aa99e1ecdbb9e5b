namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// <see cref="M4"/> for a line that goes back and forth along x: of each run of consecutive points in one pixel column the first, lowest,
/// highest and last one. A run outside of the window keeps its two ends, which the line enters and leaves by.
/// </summary>
internal static class ColumnRuns
{
    /// <summary>Picks the points to draw.</summary>
    /// <param name="x">Finite.</param>
    /// <param name="y">Finite, one for each x.</param>
    /// <param name="gaps">The indices of points that no line joins to the point before, ascending.</param>
    /// <param name="places">Receives their indices, ascending; has room for all.</param>
    /// <returns>The number of indices.</returns>
    public static int Select(ReadOnlySpan<double> x, ReadOnlySpan<double> y, PixelScale scale, ReadOnlySpan<int> gaps, Span<int> places)
    {
        var count = 0;
        for (var first = 0; first < x.Length;)
        {
            var column = scale.ColumnOrSide(x[first]);
            var end = first + 1;
            gaps = M4.Behind(gaps, first);
            var limit = gaps.IsEmpty ? x.Length : gaps[0];
            while (end < limit && scale.ColumnOrSide(x[end]) == column)
            {
                end++;
            }

            var isInside = column >= 0 && column < scale.Columns;
            var (low, high) = isInside ? Extremes.Of(y, first, end) : (first, first);
            count = M4.Add(places, count, first, low, high, end - 1);
            first = end;
        }

        return count;
    }
}
