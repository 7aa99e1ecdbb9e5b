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
        var last = series.Count - 1;
        var ends = last < 0 ? default : new MetricEnds(steps[0], steps[last], values[0], values[last]);
        return MetricStatistics.Describe(member.Key, series.Steps, series.Values, series.NotNumbers, ends);
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
