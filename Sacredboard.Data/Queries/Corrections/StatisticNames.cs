using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>Words for statistics of metrics.</summary>
internal static class StatisticNames
{
    private static readonly Dictionary<string, MetricStatistic> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = MetricStatistic.First,
        ["last"] = MetricStatistic.Last,
        ["final"] = MetricStatistic.Last,
        ["latest"] = MetricStatistic.Last,
        ["min"] = MetricStatistic.Min,
        ["minimum"] = MetricStatistic.Min,
        ["lowest"] = MetricStatistic.Min,
        ["max"] = MetricStatistic.Max,
        ["maximum"] = MetricStatistic.Max,
        ["highest"] = MetricStatistic.Max,
        ["mean"] = MetricStatistic.Mean,
        ["avg"] = MetricStatistic.Mean,
        ["average"] = MetricStatistic.Mean,
        ["count"] = MetricStatistic.Count,
    };

    public static MetricStatistic? Find(string word) => Names.TryGetValue(word, out var statistic) ? statistic : null;
}
