using System.ComponentModel;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Web.Models.Api;

[Description("Points of a metric, left to right, as two columns of equal length.")]
public record SeriesModel
{
    [Description("The name of the metric.")]
    public required string Name { get; init; }

    [Description("How many points the metric has.")]
    public required int Count { get; init; }

    [Description("Left edge of the window, in units of x; null when the metric has no point with a known x.")]
    public required double? From { get; init; }

    [Description("Right edge of the window.")]
    public required double? To { get; init; }

    [Description("Steps, seconds since the run started, or milliseconds since 1970 UTC. Ascending up to the next break: points out of "
        + "order are put in order, those with equal x stay as stored. Always exact. The next point outside of the window on each side is "
        + "included.")]
    public required double[] X { get; init; }

    [Description("One value for each x, all finite. Exact, unless reduced is true: then rounded to five significant digits both of "
        + "itself and of the range shown.")]
    public required double[] Y { get; init; }

    [Description("Indices of the points that no line joins to the point before: the steps of a resumed run begin anew there, or points "
        + "between the two cannot be drawn.")]
    public required int[] Breaks { get; init; }

    [Description("Points that cannot be drawn, left to right.")]
    public required IReadOnlyList<MarkModel> Marks { get; init; }

    [Description("True if only the first, lowest, highest and last point of each pixel column are given: a line through them paints "
        + "the same pixels as a line through all points.")]
    public required bool Reduced { get; init; }

    [Description("The lowest finite value of all points, exact; null when there is none.")]
    public required double? Min { get; init; }

    [Description("The highest finite value of all points, exact.")]
    public required double? Max { get; init; }

    [Description("How many of all values are NaN.")]
    public required int Nan { get; init; }

    [Description("How many of all values are plus or minus infinity.")]
    public required int Infinite { get; init; }

    public static SeriesModel Of(MetricPoints points, MetricWindow window)
    {
        var (drawing, totals) = (points.Draw(window), points.Totals);
        return new()
        {
            Name = points.Series.Name,
            Count = points.Series.Count,
            From = double.IsNaN(drawing.From) ? null : drawing.From,
            To = double.IsNaN(drawing.To) ? null : drawing.To,
            X = drawing.X,
            Y = drawing.Y,
            Breaks = drawing.Breaks,
            Marks = [.. drawing.Marks.Select(MarkModel.Of)],
            Reduced = drawing.Reduced,
            Min = totals.Min,
            Max = totals.Max,
            Nan = totals.NaN,
            Infinite = totals.PlusInfinity + totals.MinusInfinity,
        };
    }
}

[Description("Points of one kind that cannot be drawn, from x to to.")]
public sealed record MarkModel
{
    [Description("x of the first point; null for points without x.")]
    public required double? X { get; init; }

    [Description("x of the last point; equal to x for one point.")]
    public required double? To { get; init; }

    [Description("NaN, Infinity, -Infinity, other (the value is not a number), or withoutX (the step or time is missing or not a finite "
        + "number).")]
    public required string Kind { get; init; }

    [Description("The number of points.")]
    public required int Count { get; init; }

    public static MarkModel Of(MetricMark mark) => new()
    {
        X = double.IsNaN(mark.X) ? null : mark.X,
        To = double.IsNaN(mark.To) ? null : mark.To,
        Kind = mark.Kind switch
        {
            MetricMarkKind.NaN => "NaN",
            MetricMarkKind.PlusInfinity => "Infinity",
            MetricMarkKind.MinusInfinity => "-Infinity",
            MetricMarkKind.NotANumber => "other",
            _ => "withoutX",
        },
        Count = mark.Count,
    };
}
