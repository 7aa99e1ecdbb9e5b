using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Suggests metrics by name.</summary>
internal sealed class MetricSuggestions(IReadOnlyList<MetricName> names)
{
    private const int MaxMetrics = 6;

    /// <summary>Shorter texts are part of too many names.</summary>
    private const int MinTyped = 2;

    /// <summary>True when a bare name in a query is that of a metric.</summary>
    /// <param name="config">The config path as which it is read, which no run has.</param>
    public bool Has(RunField config)
    {
        var name = string.Join('.', config.Path);
        return names.Any(metric => metric.Name == name);
    }

    /// <summary>Names of metrics inside <c>last(…)</c> and other statistics.</summary>
    /// <param name="before">The query before the name.</param>
    /// <param name="typed">The part of the name that is typed.</param>
    /// <param name="max">Maximum number of suggestions.</param>
    public IEnumerable<Suggestion> Inside(string before, string typed, int max)
    {
        var after = before.TrimEnd().EndsWith("at(", StringComparison.OrdinalIgnoreCase) ? ", " : ") ";
        return Find(typed)
            .Take(max)
            .Select(name => new Suggestion(MetricFieldText.WriteName(name.Name), SuggestionKind.Metric, after, name.Runs));
    }

    /// <summary>Statistics of metrics whose names contain the typed text, because users know names better than functions.</summary>
    public IEnumerable<Suggestion> Like(string typed) => typed.Length < MinTyped ? [] : Find(typed).Take(MaxMetrics).SelectMany(Statistics);

    private static IEnumerable<Suggestion> Statistics(MetricName name) =>
        MetricGoal.Statistics(name.Name).Select(statistic => new Suggestion(
            RunField.Metric(name.Name, statistic).ToString(),
            SuggestionKind.Metric,
            Count: name.Runs,
            Detail: Meaning(statistic)));

    private static string Meaning(MetricStatistic statistic) => statistic switch
    {
        MetricStatistic.Min => "the lowest value",
        MetricStatistic.Max => "the highest value",
        MetricStatistic.Mean => "the mean",
        _ => "the last value",
    };

    private IEnumerable<MetricName> Find(string typed) =>
        names.Where(name => name.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(name => name.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenByDescending(name => name.Runs)
            .ThenBy(name => name.Name, StringComparer.OrdinalIgnoreCase);
}
