using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Data.Stores;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Metrics by their names.</summary>
internal sealed class MetricSuggestions(IReadOnlyList<MetricName> names)
{
    private const int MaxMetrics = 6;

    /// <summary>Shorter beginnings of words are in too many names.</summary>
    private const int MinTyped = 2;

    /// <summary>For the inside of <c>last(…)</c>.</summary>
    /// <param name="before">The query before the name.</param>
    /// <param name="typed">The name as far as it is written.</param>
    /// <param name="max">At most so many.</param>
    public IEnumerable<Suggestion> Inside(string before, string typed, int max)
    {
        var after = before.TrimEnd().EndsWith("at(", StringComparison.OrdinalIgnoreCase) ? ", " : ") ";
        return Find(typed).Take(max).Select(name => new Suggestion(MetricFieldText.WriteName(name.Name), SuggestionKind.Metric, after, name.Runs));
    }

    /// <summary>Whole terms with the metrics whose names hold what was typed: people know the name sooner than the function.</summary>
    public IEnumerable<Suggestion> Like(string typed) => typed.Length < MinTyped ? [] : Find(typed).Take(MaxMetrics).SelectMany(Statistics);

    private static IEnumerable<Suggestion> Statistics(MetricName name) =>
    [
        new(RunField.Metric(name.Name, MetricStatistic.Last).ToString(), SuggestionKind.Metric, Count: name.Runs, Detail: "the last value"),
        new(RunField.Metric(name.Name, MetricStatistic.Min).ToString(), SuggestionKind.Metric, Count: name.Runs, Detail: "the lowest value"),
    ];

    private IEnumerable<MetricName> Find(string typed) =>
        names.Where(name => name.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .OrderBy(name => name.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
            .ThenByDescending(name => name.Runs)
            .ThenBy(name => name.Name, StringComparer.OrdinalIgnoreCase);
}
