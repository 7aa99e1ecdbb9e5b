using System.Globalization;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.FileStorage;

/// <summary>One member of metrics.json as columns.</summary>
internal static class MetricColumns
{
    public static Metric Summarize(KeyValuePair<string, SacredValue> member)
    {
        var series = Series(member);
        var (steps, values) = (List(member.Value, "steps"), List(member.Value, "values"));
        var finite = Enumerable.Range(0, series.Count).Where(i => double.IsFinite(series.Values[i])).ToList();
        int? least = finite.Count == 0 ? null : finite.MinBy(i => series.Values[i]);
        int? greatest = finite.Count == 0 ? null : finite.MaxBy(i => series.Values[i]);
        return new Metric
        {
            Name = member.Key,
            Count = series.Count,
            FirstStep = series.Count == 0 ? null : steps[0],
            LastStep = series.Count == 0 ? null : steps[series.Count - 1],
            First = series.Count == 0 ? null : values[0],
            Last = series.Count == 0 ? null : values[series.Count - 1],
            Min = least is { } min ? series.Values[min] : null,
            Max = greatest is { } max ? series.Values[max] : null,
            MinStep = least is { } minAt ? series.Steps[minAt] : null,
            MaxStep = greatest is { } maxAt ? series.Steps[maxAt] : null,
            Mean = finite.Count == 0 ? null : finite.Average(i => series.Values[i]),
            Finite = finite.Count,
            NaN = series.Values.Count(double.IsNaN) - series.NotNumbers.Length,
            PlusInfinity = series.Values.Count(double.IsPositiveInfinity),
            MinusInfinity = series.Values.Count(double.IsNegativeInfinity),
            NotNumbers = series.NotNumbers.Length,
        };
    }

    public static MetricSeries Series(KeyValuePair<string, SacredValue> member)
    {
        var (steps, values, times) = (List(member.Value, "steps"), List(member.Value, "values"), List(member.Value, "timestamps"));
        var count = Math.Min(steps.Count, values.Count);
        return new MetricSeries
        {
            Name = member.Key,
            Steps = [.. steps.Take(count).Select(Number)],
            Values = [.. values.Take(count).Select(Number)],
            Times = [.. Enumerable.Range(0, count).Select(i => i < times.Count ? Time(times[i]) : double.NaN)],
            NotNumbers = [.. Enumerable.Range(0, count).Where(i => values[i] is not (SacredInteger or SacredDouble))],
        };
    }

    private static IReadOnlyList<SacredValue> List(SacredValue metric, string column) =>
        ((metric as SacredObject)?[column] as SacredList)?.Items ?? [];

    private static double Number(SacredValue value) => value switch
    {
        SacredInteger integer => (double)integer.Value,
        SacredDouble real => real.Value,
        _ => double.NaN,
    };

    private static double Time(SacredValue value) =>
        value is SacredText text && DateTime.TryParse(
            text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? (time - DateTime.UnixEpoch).TotalMilliseconds
            : double.NaN;
}
