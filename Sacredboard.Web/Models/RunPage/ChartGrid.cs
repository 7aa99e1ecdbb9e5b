using Sacredboard.Web.RunAddress;

namespace Sacredboard.Web.Models.RunPage;

/// <summary>Arranges the metrics of a run as charts: pinned ones, combined ones, then groups by the first part of their names.</summary>
internal static class ChartGrid
{
    private const int LongestPrefix = 60;

    private static readonly char[] Separators = ['.', '/'];

    public static RunMetricsViewModel Of(IReadOnlyList<RunMetric> metrics, ChartSettings settings, RunLogsViewModel logs)
    {
        var (charts, problem) = MetricCombining.Combine(metrics, settings.Combine);
        var pinned = settings.Pins.Select((name, place) => (Name: name, Place: place))
            .ToDictionary(pin => pin.Name, pin => pin.Place, StringComparer.Ordinal);
        var first = charts.Where(chart => pinned.ContainsKey(chart.Name)).OrderBy(chart => pinned[chart.Name])
            .Select(chart => chart with { IsPinned = true }).ToList();
        var rest = charts.Where(chart => !pinned.ContainsKey(chart.Name)).ToLookup(chart => chart.IsCombined);
        var groups = rest[false].GroupBy(chart => Prefix(chart.Title)).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        return new(
            [
                .. Group("*pinned", "pinned", first),
                .. Group("*together", "together", [.. rest[true]]),
                .. groups.Select(group => new RunChartGroup(
                    group.Key,
                    group.Key.Length > 0 ? group.Key : groups.Count > 1 || first.Count > 0 ? "others" : "all metrics",
                    [.. group])),
            ],
            settings,
            logs)
        {
            CombineProblem = problem,
            Names = [.. metrics.Select(metric => metric.Metric.Name)],
        };
    }

    /// <summary>The first charts of a run, pinned ones before all others.</summary>
    public static IReadOnlyList<RunChart> First(IReadOnlyList<RunMetric> metrics, ChartSettings settings, int count)
    {
        var pins = settings.Pins.ToHashSet(StringComparer.Ordinal);
        return [.. metrics.OrderByDescending(metric => pins.Contains(metric.Metric.Name)).Take(count)
            .Select(metric => new RunChart(metric) { IsPinned = pins.Contains(metric.Metric.Name) })];
    }

    private static IEnumerable<RunChartGroup> Group(string name, string title, IReadOnlyList<RunChart> charts) =>
        charts.Count == 0 ? [] : [new RunChartGroup(name, title, charts)];

    private static string Prefix(string name)
    {
        var end = name.IndexOfAny(Separators);
        return end is > 0 and <= LongestPrefix ? name[..end] : "";
    }
}
