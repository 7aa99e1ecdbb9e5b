using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;

namespace Sacredboard.Web.Columns;

/// <summary>The metrics that are columns by default: one that tells how good a run is, and one of the other kind beside it.</summary>
public static class DefaultMetrics
{
    /// <summary>With more runs only one is shown, because the statistics of each take 10 MB for 100,000 runs.</summary>
    private const int ManyRuns = 20_000;

    /// <summary>A metric of fewer runs than one in so many of the most frequent one is left out.</summary>
    private const int MinShare = 10;

    private enum Kind
    {
        HigherIsBetter,
        LowerIsBetter,
        Unknown,
    }

    /// <param name="names">The names of all metrics.</param>
    /// <param name="runs">Number of runs.</param>
    public static IReadOnlyList<RunField> Of(IReadOnlyList<MetricName> names, int runs)
    {
        var most = names.Select(name => (long)name.Runs).DefaultIfEmpty().Max();
        var ranked = names.Where(name => name.Runs > 0 && (long)name.Runs * MinShare >= most)
            .Select(name => (name.Name, name.Runs, Split: MetricSplits.Of(name.Name), Kind: KindOf(name.Name)))
            .OrderBy(metric => metric.Split)
            .ThenBy(metric => metric.Kind == Kind.Unknown)
            .ThenByDescending(metric => metric.Runs)
            .ThenBy(metric => metric.Kind == Kind.HigherIsBetter)
            .ThenBy(metric => metric.Name.Length)
            .ThenBy(metric => metric.Name, StringComparer.Ordinal)
            .ToList();
        var first = ranked.Take(1);
        var second = ranked.Skip(1)
            .Where(metric => metric.Split == ranked[0].Split && metric.Kind != ranked[0].Kind && metric.Kind != Kind.Unknown).Take(1);
        return [.. first.Concat(runs > ManyRuns ? [] : second).Select(metric => Field(metric.Name, metric.Kind))];
    }

    private static RunField Field(string name, Kind kind) =>
        RunField.Metric(name, kind == Kind.HigherIsBetter ? MetricStatistic.Max : MetricStatistic.Last);

    private static Kind KindOf(string name) =>
        MetricGoal.IsHigherBetter(name) ? Kind.HigherIsBetter : MetricGoal.IsLowerBetter(name) ? Kind.LowerIsBetter : Kind.Unknown;
}
