using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

/// <summary>
/// Paints lines into pixels as Bresenham does, from the pixel of each point to that of the next. Pixels of points outside of the window
/// lie beside the picture.
/// </summary>
internal sealed class Raster(PixelScale x, ValueAxis y, int rows)
{
    private const int Beside = 50;

    private readonly bool[] _pixels = new bool[x.Columns * rows];

    public int Painted => _pixels.Count(pixel => pixel);

    /// <param name="points">Points that a line joins.</param>
    public void Paint(IReadOnlyList<(double X, double Y)> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            Line(PixelOf(points[Math.Max(i - 1, 0)]), PixelOf(points[i]));
        }
    }

    public void Paint(DrawnLine line)
    {
        foreach (var part in Parts(line))
        {
            Paint(part);
        }
    }

    public int Differences(Raster other) => _pixels.Zip(other._pixels).Count(pair => pair.First != pair.Second);

    private static IEnumerable<List<(double X, double Y)>> Parts(DrawnLine line)
    {
        var starts = line.Breaks.Prepend(0).Append(line.X.Length).ToList();
        return starts.Zip(starts.Skip(1)).Select(pair =>
            Enumerable.Range(pair.First, pair.Second - pair.First).Select(i => (line.X[i], line.Y[i])).ToList());
    }

    private (int Column, int Row) PixelOf((double X, double Y) point)
    {
        var column = point.X < x.From ? -Beside : point.X > x.To ? x.Columns + Beside : x.Column(point.X);
        return (column, (int)Math.Floor(Math.Clamp(y.Row(point.Y, rows), -2.0 * rows, 3.0 * rows)));
    }

    private void Line((int X, int Y) a, (int X, int Y) b)
    {
        var (dx, dy) = (Math.Abs(b.X - a.X), -Math.Abs(b.Y - a.Y));
        var (sx, sy) = (Math.Sign(b.X - a.X), Math.Sign(b.Y - a.Y));
        var error = dx + dy;
        while (true)
        {
            Set(a);
            if (a == b)
            {
                return;
            }

            var twice = 2 * error;
            if (twice >= dy)
            {
                (error, a.X) = (error + dy, a.X + sx);
            }

            if (twice <= dx)
            {
                (error, a.Y) = (error + dx, a.Y + sy);
            }
        }
    }

    private void Set((int X, int Y) pixel)
    {
        if (pixel.X >= 0 && pixel.X < x.Columns && pixel.Y >= 0 && pixel.Y < rows)
        {
            _pixels[(pixel.Y * x.Columns) + pixel.X] = true;
        }
    }
}
