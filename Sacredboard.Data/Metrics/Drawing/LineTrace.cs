using System.Buffers;

namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>Collects the points to draw of all passes of a line.</summary>
internal static class LineTrace
{
    /// <summary>The points, exact. Not to be changed where they are whole: then they may be those of the line itself.</summary>
    /// <param name="isWhole">All points in the window, instead of those that a chart of the scale's columns needs.</param>
    public static DrawnLine Of(MetricLine line, PixelScale scale, bool isWhole)
    {
        // All of a long line is not copied.
        if (isWhole && line.Passes is [{ Marks.Count: 0 } only] && only.IsWithin(scale))
        {
            return new() { X = only.X, Y = only.Y, Breaks = [], Reduced = false };
        }

        var places = ArrayPool<int>.Shared.Rent(line.Passes.Sum(pass => pass.MostPoints(scale, isWhole)));
        try
        {
            var (count, breaks) = (0, new List<int>());
            var ends = new int[line.Passes.Count];
            foreach (var (i, pass) in line.Passes.Index())
            {
                var found = pass.Select(scale, isWhole, places.AsSpan(count));
                if (count > 0 && found > 0)
                {
                    breaks.Add(count);
                }

                pass.Marks.AddGaps(places.AsSpan(count, found), count, breaks);
                count += found;
                ends[i] = count;
            }

            var (x, y) = (new double[count], new double[count]);
            for (var (i, place) = (0, 0); i < ends.Length; i++)
            {
                for (var pass = line.Passes[i]; place < ends[i]; place++)
                {
                    (x[place], y[place]) = (pass.X[places[place]], pass.Y[places[place]]);
                }
            }

            return new() { X = x, Y = y, Breaks = [.. breaks], Reduced = !isWhole && line.Passes.Any(pass => pass.IsReduced(scale)) };
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
        }
    }
}
