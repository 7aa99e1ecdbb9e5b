using System.Text.RegularExpressions;

namespace Sacredboard.Data.Metrics;

/// <summary>Guesses from the name of a metric whether its higher or its lower values are the better ones.</summary>
public static partial class MetricGoal
{
    /// <summary>True for accuracies, scores, rewards and the like; false for losses, errors, and all that is not known.</summary>
    public static bool IsHigherBetter(string name) => HigherPattern().IsMatch(name) && !IsLowerBetter(name);

    /// <summary>True for losses and errors.</summary>
    public static bool IsLowerBetter(string name) => LowerPattern().IsMatch(name);

    /// <summary>The statistics that one asks for, the most likely first: of a loss its last value, of an accuracy its highest.</summary>
    public static IReadOnlyList<MetricStatistic> Statistics(string name) =>
        IsHigherBetter(name)
            ? [MetricStatistic.Max, MetricStatistic.Last, MetricStatistic.Min, MetricStatistic.Mean]
            : [MetricStatistic.Last, MetricStatistic.Min, MetricStatistic.Max, MetricStatistic.Mean];

    // A short word such as acc or f1 counts only where it ends: acc, valAcc and top5_acc, but not acceleration and conf1.
    [GeneratedRegex(
        "[Aa]cc(?![a-z])|ACC(?![A-Z])|(?<![A-Za-z])f1(?!\\d)|F1(?!\\d)|"
        + "(?i:accura|(?:macro|micro)_?f1|auc(?![a-z])|auroc|score|reward|returns?(?![a-z])|success)",
        RegexOptions.CultureInvariant)]
    private static partial Regex HigherPattern();

    [GeneratedRegex("loss|err(?:or)?(?:s|_|\\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LowerPattern();
}
