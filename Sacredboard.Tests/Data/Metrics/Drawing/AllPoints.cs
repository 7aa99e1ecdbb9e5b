using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

namespace Sacredboard.Tests.Data.Metrics.Drawing;

/// <summary>The lines through all points of a metric, made as simply as can be: what a drawing has to look like.</summary>
internal static class AllPoints
{
    /// <summary>The lines; a new one begins where points cannot be joined.</summary>
    public static List<List<(double X, double Y)>> Lines(MetricSeries series, MetricWindow window)
    {
        var x = X(series, window);
        var points = Enumerable.Range(0, series.Count)
            .Select(i => (Step: series.Steps[i], X: x[i], Y: series.Values[i], Place: i))
            .ToList();
        var passes = IsLast(series, window)
            ? [points.GroupBy(point => double.IsFinite(point.Step) ? point.Step : -point.Place - 0.5).Select(same => same.Last()).ToList()]
            : Passes(points);
        return [.. passes.SelectMany(pass => Joined(
            window.Axis == MetricAxis.Metric
                ? pass.Where(point => double.IsFinite(point.Step)).OrderBy(point => point.Step).Select(point => (point.X, point.Y))
                : pass.Where(point => double.IsFinite(point.X)).OrderBy(point => point.X).Select(point => (point.X, point.Y)),
            window))];
    }

    private static double[] X(MetricSeries series, MetricWindow window)
    {
        switch (window.Axis)
        {
            case MetricAxis.Step:
                return series.Steps;
            case MetricAxis.Time:
                return series.Times;
            case MetricAxis.Relative:
                var first = series.Times.Where(double.IsFinite).Min();
                return [.. series.Times.Select(time => Math.Round((time - first) / 1000, 6))];
            default:
                var other = window.By!.Series;
                var values = new Dictionary<double, double>();
                foreach (var (i, step) in other.Steps.Index())
                {
                    values[step] = other.Values[i];
                }

                return [.. series.Steps.Select(step => values.GetValueOrDefault(step, double.NaN))];
        }
    }

    private static bool IsLast(MetricSeries series, MetricWindow window)
    {
        var steps = series.Steps.Where(double.IsFinite).ToList();
        return window.Order == PointOrder.Last
            || (window.Order == PointOrder.Auto && steps.Zip(steps.Skip(1)).Any(pair => pair.Second < pair.First));
    }

    private static List<List<(double Step, double X, double Y, int Place)>> Passes(
        List<(double Step, double X, double Y, int Place)> points)
    {
        var passes = new List<List<(double Step, double X, double Y, int Place)>> { new() };
        foreach (var point in points)
        {
            if (passes[^1].LastOrDefault(before => double.IsFinite(before.Step), (double.NegativeInfinity, 0, 0, 0)).Step > point.Step)
            {
                passes.Add([]);
            }

            passes[^1].Add(point);
        }

        return passes;
    }

    private static IEnumerable<List<(double X, double Y)>> Joined(IEnumerable<(double X, double Y)> points, MetricWindow window)
    {
        var line = new List<(double X, double Y)>();
        foreach (var (x, y) in points)
        {
            if (!double.IsFinite(x) || (window.XScale == AxisScale.Log && x <= 0))
            {
                continue;
            }

            if (double.IsFinite(y) && (window.YScale == AxisScale.Linear || y > 0))
            {
                line.Add((x, y));
                continue;
            }

            yield return line;
            line = [];
        }

        yield return line;
    }
}
