using Sacredboard.Data.Metrics;

namespace Sacredboard.Data.Queries.Language;

/// <summary>Names by which statistics of metrics are called here and elsewhere.</summary>
internal static class StatisticSynonyms
{
    private static readonly Dictionary<string, MetricStatistic> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = MetricStatistic.First,
        ["last"] = MetricStatistic.Last,
        ["final"] = MetricStatistic.Last,
        ["latest"] = MetricStatistic.Last,
        ["min"] = MetricStatistic.Min,
        ["best"] = MetricStatistic.Min,
        ["minimum"] = MetricStatistic.Min,
        ["lowest"] = MetricStatistic.Min,
        ["max"] = MetricStatistic.Max,
        ["maximum"] = MetricStatistic.Max,
        ["highest"] = MetricStatistic.Max,
        ["mean"] = MetricStatistic.Mean,
        ["avg"] = MetricStatistic.Mean,
        ["average"] = MetricStatistic.Mean,
        ["count"] = MetricStatistic.Count,
        ["len"] = MetricStatistic.Count,
    };

    public static MetricStatistic? Find(string word) => Names.TryGetValue(word, out var statistic) ? statistic : null;
}
