using System.Text.RegularExpressions;

namespace Sacredboard.Data.Metrics;

/// <summary>The part of the data that a metric was measured on; what was not trained on says most, so it comes first.</summary>
public enum MetricSplit
{
    Validation,
    Test,

    /// <summary>Training data, or not known.</summary>
    Other,
}

/// <summary>Guesses the split from the name of a metric.</summary>
public static partial class MetricSplits
{
    public static MetricSplit Of(string name) =>
        ValidationPattern().IsMatch(name) ? MetricSplit.Validation : TestPattern().IsMatch(name) ? MetricSplit.Test : MetricSplit.Other;

    // Also in valLoss, and not in interval or value.
    [GeneratedRegex("(?<![A-Za-z])(?:[Vv]al(?:id(?:ation)?)?|[Ee]val(?:uation)?|[Dd]ev)(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex ValidationPattern();

    [GeneratedRegex("(?<![A-Za-z])[Tt]est(?:ing)?(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex TestPattern();
}
