using System.ComponentModel;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Metrics.Drawing;

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

    [Description("Steps, seconds since the run started, milliseconds since 1970 UTC, or values of another metric. Ascending up to the "
        + "next break: points out of order are put in order, those with equal x stay as stored; only along another metric the line goes in "
        + "the order of the steps. Exact; with compact times are rounded within their pixel column if reduced is true. The next point "
        + "outside of the window on each side is included.")]
    public required double[] X { get; init; }

    [Description("With compact, instead of x where its numbers have few decimals: the first x, then the difference of each to the one "
        + "before, as whole numbers: x is their sum divided by 10 to the power of xDecimals. Else null.")]
    public long[]? Dx { get; init; }

    [Description("The decimals of x in dx; may be negative.")]
    public int? XDecimals { get; init; }

    [Description("One value for each x, all finite. Exact, unless reduced is true: then rounded to at least six significant digits, and "
        + "to so many that no value leaves its pixel row between low and high.")]
    public required double[] Y { get; init; }

    [Description("With compact, instead of y where that is shorter: the first two y, then the difference of each to the one two before, "
        + "as whole numbers: y is the sum divided by 10 to the power of yDecimals. Else null.")]
    public long[]? Dy { get; init; }

    [Description("The decimals of y in dy; may be negative.")]
    public int? YDecimals { get; init; }

    [Description("Indices of the points that no line joins to the point before: the steps of a resumed run begin anew there, or points "
        + "between the two cannot be drawn.")]
    public required int[] Breaks { get; init; }

    [Description("Points that cannot be drawn, left to right.")]
    public required IReadOnlyList<MarkModel> Marks { get; init; }

    [Description("True if only the first, lowest, highest and last point of each pixel column are given: a line through them paints "
        + "the same pixels as a line through all points. With compact the first and last ones are left out where no pixel shows them.")]
    public required bool Reduced { get; init; }

    [Description("The lowest finite value of all points, exact; null when there is none.")]
    public required double? Min { get; init; }

    [Description("The highest finite value of all points, exact.")]
    public required double? Max { get; init; }

    [Description("How many of all values are NaN.")]
    public required int Nan { get; init; }

    [Description("How many of all values are plus or minus infinity.")]
    public required int Infinite { get; init; }

    [Description("The curve after smoothing, in the same window and on the same axes; null when none was asked for.")]
    public required LineModel? Smoothed { get; init; }

    [Description("Lower edge of the y axis: the lowest value in the window and a little room, or as asked for; null when there is no "
        + "point.")]
    public required double? Low { get; init; }

    [Description("Upper edge of the y axis.")]
    public required double? High { get; init; }

    [Description("How many points of the window lie below low or above high.")]
    public required int Hidden { get; init; }

    [Description("recorded (all points) or last (of each step the point that was recorded last).")]
    public required string Order { get; init; }

    [Description("How many points are left out because later ones have their steps.")]
    public required int Repeated { get; init; }

    [Description("The lowest step that was recorded again; null without any.")]
    public required double? RepeatedFrom { get; init; }

    [Description("The highest step that was recorded again.")]
    public required double? RepeatedTo { get; init; }

    [Description("With join=continued, if the run went on from others: the runs of the curve, the first one first; else null.")]
    public required IReadOnlyList<JoinedRunModel>? Joined { get; init; }

    [Description("Names this content of the metric, for the parameter version.")]
    public required string Version { get; init; }

    [Description("Null when the answer is whole. Otherwise the points are only those that are new or changed since the answer that the "
        + "caller has; all else is whole.")]
    public required TailModel? Tail { get; init; }

    /// <param name="points">The metric.</param>
    /// <param name="window">What is drawn of it.</param>
    /// <param name="compact">With differences instead of numbers, which are half as large; null: if the window is lean.</param>
    public static SeriesModel Of(MetricPoints points, MetricWindow window, bool? compact = null)
    {
        var (drawing, totals) = (points.Draw(window), points.Totals);
        var line = LineModel.Of(drawing.Line, compact ?? window.Lean);
        return new SeriesModel
        {
            Name = points.Series.Name,
            Count = points.Series.Count,
            From = Known(drawing.From),
            To = Known(drawing.To),
            X = line.X,
            Dx = line.Dx,
            XDecimals = line.XDecimals,
            Y = line.Y,
            Dy = line.Dy,
            YDecimals = line.YDecimals,
            Breaks = line.Breaks,
            Marks = [.. drawing.Marks.Select(MarkModel.Of)],
            Reduced = drawing.Reduced,
            Min = totals.Min,
            Max = totals.Max,
            Nan = totals.NaN,
            Infinite = totals.PlusInfinity + totals.MinusInfinity,
            Smoothed = drawing.Smoothed is { } smoothed ? LineModel.Of(smoothed, compact ?? window.Lean) : null,
            Low = Known(drawing.Values.Low),
            High = Known(drawing.Values.High),
            Hidden = drawing.Hidden,
            Order = drawing.Order == PointOrder.Last ? "last" : "recorded",
            Repeated = drawing.Repeated.Count,
            RepeatedFrom = Known(drawing.Repeated.From),
            RepeatedTo = Known(drawing.Repeated.To),
            Joined = points.Series.Parts is { Count: > 1 } parts ? [.. parts.Select(JoinedRunModel.Of)] : null,
            Version = ContentVersion.Of(points),
            Tail = drawing.Tail is { } edge ? new TailModel { X = edge } : null,
        };
    }

    private static double? Known(double number) => double.IsNaN(number) ? null : number;
}

[Description("What a joined curve has of one run.")]
public sealed record JoinedRunModel
{
    [Description("The id of the run, as the list of its source gives it.")]
    public required string Run { get; init; }

    [Description("How many of its points the curve has.")]
    public required int Count { get; init; }

    [Description("How many of its points are left out, because a later run begins at their step or before it.")]
    public required int Replaced { get; init; }

    public static JoinedRunModel Of(SeriesPart part) => new() { Run = part.Run, Count = part.Count, Replaced = part.Replaced };
}

[Description("What an answer replaces in the answer that the caller has.")]
public sealed record TailModel
{
    [Description("Of all lines the points with this x or a greater one are dropped, then those of this answer are appended. Its breaks are "
        + "indices into what is appended.")]
    public required double X { get; init; }
}
