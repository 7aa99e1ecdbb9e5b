using System.ComponentModel;
using Sacredboard.Data.Metrics;

namespace Sacredboard.Web.Models.Api;

[Description("A metric without its points. All points that are stored under one name are one metric.")]
public sealed record MetricModel
{
    [Description("The name in the run: any text.")]
    public required string Name { get; init; }

    [Description("How many points it has.")]
    public required int Count { get; init; }

    [Description("The first step as stored, mostly a number; null without points.")]
    public required StoredValue? FirstStep { get; init; }

    [Description("The last step as stored.")]
    public required StoredValue? LastStep { get; init; }

    [Description("The first value as stored, mostly a number; null without points.")]
    public required StoredValue? First { get; init; }

    [Description("The last value as stored.")]
    public required StoredValue? Last { get; init; }

    [Description("The lowest finite value; null when there is none.")]
    public required double? Min { get; init; }

    [Description("The highest finite value; null when there is none.")]
    public required double? Max { get; init; }

    [Description("The step of the lowest value, the first of several.")]
    public required double? MinStep { get; init; }

    [Description("The step of the highest value, the first of several.")]
    public required double? MaxStep { get; init; }

    [Description("The mean of the finite values; null when there is none.")]
    public required double? Mean { get; init; }

    [Description("How many values are NaN.")]
    public required int Nan { get; init; }

    [Description("How many values are plus or minus infinity.")]
    public required int Infinite { get; init; }

    [Description("How many values are not numbers.")]
    public required int NotNumbers { get; init; }

    [Description("How many stored points are left out, because they were recorded before the start or after the end of the run: by an "
        + "earlier attempt, or by a run of the same id in another collection.")]
    public required int LeftOut { get; init; }

    [Description("true when a run of the same id in another collection ran at the same time, so that some points may be of it.")]
    public required bool Doubtful { get; init; }

    [Description("The address of its points.")]
    public required string Url { get; init; }

    public static MetricModel Of(Metric metric, string url) => new()
    {
        Name = metric.Name,
        Count = metric.Count,
        FirstStep = StoredValue.Of(metric.FirstStep, decoded: true),
        LastStep = StoredValue.Of(metric.LastStep, decoded: true),
        First = StoredValue.Of(metric.First, decoded: true),
        Last = StoredValue.Of(metric.Last, decoded: true),
        Min = metric.Min,
        Max = metric.Max,
        MinStep = metric.MinStep,
        MaxStep = metric.MaxStep,
        Mean = metric.Mean,
        Nan = metric.NaN,
        Infinite = metric.PlusInfinity + metric.MinusInfinity,
        NotNumbers = metric.NotNumbers,
        LeftOut = metric.LeftOut,
        Doubtful = metric.IsDoubtful,
        Url = url,
    };
}
