namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>
/// Leaves out of a drawing what no pixel shows: the last point of a pixel column and the first one of the next, where the line between
/// them, and the line between the extremes beside them that takes its place, paint only pixels that both columns paint anyway. Of a noisy
/// curve hardly more than the lowest and the highest point of each column stay.
/// </summary>
internal static class ColumnJoins
{
    /// <param name="line">Reduced by <see cref="M4"/>; exact.</param>
    /// <param name="scale">The pixel columns.</param>
    /// <param name="axis">The y axis, with edges.</param>
    /// <param name="rows">Height of the y axis in pixels.</param>
    public static DrawnLine Leave(DrawnLine line, PixelScale scale, ValueAxis axis, int rows)
    {
        var place = Array.ConvertAll(line.Y, y => axis.Row(y, rows));
        var parts = Parts(line, scale, place);
        var dropped = new bool[place.Length];
        for (var i = 1; i < parts.Count; i++)
        {
            if (!parts[i].IsJoined || Ends(line, scale, place, parts[i - 1], parts[i]) is not var (from, to))
            {
                continue;
            }

            dropped.AsSpan((from + 1)..to).Fill(true);
        }

        return Without(line, dropped);
    }

    // The points of the line in one column, up to a gap.
    private readonly record struct Part(int Start, int End, int Column, int Low, int High, bool IsJoined)
    {
        public int FirstExtreme => Math.Min(Low, High);

        public int LastExtreme => Math.Max(Low, High);
    }

    private static List<Part> Parts(DrawnLine line, PixelScale scale, double[] place)
    {
        var parts = new List<Part>();
        for (var (start, gap) = (0, 0); start < place.Length;)
        {
            var isJoined = start > 0;
            while (gap < line.Breaks.Length && line.Breaks[gap] <= start)
            {
                isJoined &= line.Breaks[gap++] != start;
            }

            var limit = gap < line.Breaks.Length ? line.Breaks[gap] : place.Length;
            var (column, low, high, end) = (scale.ColumnOrSide(line.X[start]), start, start, start + 1);
            for (; end < limit && scale.ColumnOrSide(line.X[end]) == column; end++)
            {
                low = place[end] < place[low] ? end : low;
                high = place[end] > place[high] ? end : high;
            }

            parts.Add(new(start, end, column, low, high, isJoined));
            start = end;
        }

        return parts;
    }

    // The two points between which all can go; null when the line is to stay as it is.
    private static (int From, int To)? Ends(DrawnLine line, PixelScale scale, double[] place, Part left, Part right)
    {
        var isInside = Math.Min(left.Column, right.Column) >= 0 && Math.Max(left.Column, right.Column) < scale.Columns;
        var (last, first) = (left.End - 1, right.Start);
        if (!isInside || Math.Abs(left.Column - right.Column) != 1 || !IsHidden(last, first))
        {
            return null;
        }

        var (from, to) = (left.LastExtreme, right.FirstExtreme);
        return from == last && to == first ? null
            : IsHidden(from, to) ? (from, to)
            : from < last && IsHidden(from, first) ? (from, first)
            : to > first && IsHidden(last, to) ? (last, to)
            : null;

        // Whether a line paints nothing that the spans of both columns do not, wherever it passes from one column to the other: half way
        // between pixels, as they are painted one by one, or where it crosses the edge, as they are painted by their coverage.
        bool IsHidden(int a, int b)
        {
            var (begin, end) = (Math.Floor(place[a]), Math.Floor(place[b]));
            if (Math.Abs(begin - end) <= 1)
            {
                return true;
            }

            var bottom = Math.Max(Math.Floor(place[left.Low]), Math.Floor(place[right.Low]));
            var top = Math.Min(Math.Floor(place[left.High]), Math.Floor(place[right.High]));
            var middle = (begin + end) / 2;
            var lowest = Math.Max(Math.Min(begin, end), Math.Floor(middle) - 1);
            var highest = Math.Min(Math.Max(begin, end), Math.Ceiling(middle) + 1);
            if (!(lowest >= bottom && highest <= top))
            {
                return false;
            }

            var (atA, atB) = (scale.Share(line.X[a]) * scale.Columns, scale.Share(line.X[b]) * scale.Columns);
            var share = (Math.Max(left.Column, right.Column) - atA) / (atB - atA);
            var crossing = Math.Floor(place[a] + (Math.Clamp(share, 0, 1) * (place[b] - place[a])));
            return crossing >= bottom && crossing <= top;
        }
    }

    private static DrawnLine Without(DrawnLine line, bool[] dropped)
    {
        var count = dropped.AsSpan().Count(false);
        var (x, y, kept, gap) = (new double[count], new double[count], 0, 0);
        var breaks = (int[])line.Breaks.Clone();
        for (var i = 0; i < dropped.Length; i++)
        {
            // The first point behind a gap always stays.
            if (gap < breaks.Length && line.Breaks[gap] == i)
            {
                breaks[gap++] = kept;
            }

            if (!dropped[i])
            {
                (x[kept], y[kept]) = (line.X[i], line.Y[i]);
                kept++;
            }
        }

        return line with { X = x, Y = y, Breaks = breaks };
    }
}
