using System.ComponentModel;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Web.Models.Api;

[Description("Points of one kind that cannot be drawn, from x to to.")]
public sealed record MarkModel
{
    [Description("x of the first point; null for points without x.")]
    public required double? X { get; init; }

    [Description("x of the last point; equal to x for one point.")]
    public required double? To { get; init; }

    [Description("NaN, Infinity, -Infinity, other (the value is not a number), or withoutX (the step or time is missing or not a finite "
        + "number), notPositive (the value is 0 or below, the y axis logarithmic), notPositiveX (the x is 0 or below, the x axis "
        + "logarithmic).")]
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
            MetricMarkKind.NotPositive => "notPositive",
            MetricMarkKind.NotPositiveX => "notPositiveX",
            _ => "withoutX",
        },
        Count = mark.Count,
    };
}
