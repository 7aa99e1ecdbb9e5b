namespace Sacredboard.Data.Metrics.Drawing;

/// <summary>What has to be sent of a drawing to someone who has the drawing of fewer points.</summary>
internal static class DrawingTail
{
    /// <summary>
    /// The part of <paramref name="now"/> that differs, or all of it when the axes changed or the line is not one from left to right.
    /// </summary>
    public static MetricDrawing Of(MetricDrawing before, MetricDrawing now)
    {
        if (before.From != now.From || before.To != now.To || before.Values != now.Values || before.Order != now.Order
            || before.Line.Reduced != now.Line.Reduced || before.Line.X.Length == 0 || !IsAscending(now.Line) || !IsAscending(before.Line))
        {
            return now;
        }

        var edge = Edge(before.Line, now.Line);
        return double.IsNegativeInfinity(edge) ? now : now with { Tail = edge, Line = From(now.Line, edge) };
    }

    private static bool IsAscending(DrawnLine line) => XOrder.IsAscending(line.X);

    // The x from which the lines differ; those before it must be smaller, because all from it on are replaced.
    private static double Edge(DrawnLine before, DrawnLine now)
    {
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
