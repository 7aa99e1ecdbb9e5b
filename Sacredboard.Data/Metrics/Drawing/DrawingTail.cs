namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>What has to be sent of a drawing to someone who has the drawing of fewer points.</summary>
internal static class DrawingTail
{
    /// <summary>
    /// The part of <paramref name="now"/> that differs, or all of it when the line is not one from left to right. Axes may have changed:
    /// where that moves points, they differ.
    /// </summary>
    public static MetricDrawing Of(MetricDrawing before, MetricDrawing now)
    {
        if (before.Order != now.Order || before.Line.Reduced != now.Line.Reduced
            || !NumberScan.IsAscending(before.X) || !NumberScan.IsAscending(now.X))
        {
            return now;
        }

        var edge = Math.Min(Edge(before.Line, now.Line), Edge(before.Smoothed, now.Smoothed));
        return double.IsNegativeInfinity(edge)
            ? now
            : now with { Tail = edge, Line = From(now.Line, edge), Smoothed = now.Smoothed is { } smoothed ? From(smoothed, edge) : null };
    }

    // The x from which the lines differ; those before it must be smaller, because all from it on are replaced.
    private static double Edge(DrawnLine? before, DrawnLine? now)
    {
        if (before is null || now is null)
        {
            return double.PositiveInfinity;
        }

        var same = Math.Min(Common<double>(before.X, now.X), Common<double>(before.Y, now.Y));
        var breaks = Common<int>(before.Breaks, now.Breaks);
        foreach (var line in (ReadOnlySpan<DrawnLine>)[before, now])
        {
            same = breaks < line.Breaks.Length ? Math.Min(same, line.Breaks[breaks]) : same;
        }

        // Nothing that stays may have the x of something that goes.
        var edge = Math.Min(At(before, same), At(now, same));
        return same == 0 ? double.NegativeInfinity : double.IsPositiveInfinity(edge) ? Math.BitIncrement(now.X[^1]) : edge;
    }

    private static double At(DrawnLine line, int place) => place < line.X.Length ? line.X[place] : double.PositiveInfinity;

    private static int Common<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) => a.CommonPrefixLength(b);

    private static DrawnLine From(DrawnLine line, double edge)
    {
        var kept = M4.Window(line.X, edge, edge).Start;
        return line with
        {
            X = line.X[kept..],
            Y = line.Y[kept..],
            Breaks = [.. line.Breaks.Where(place => place >= kept).Select(place => place - kept)],
        };
    }
}
