using Sacredboard.Data.Fields;
using Sacredboard.Data.Metrics;
using Sacredboard.Web.Formatting;

namespace Sacredboard.Web.Models.Compare;

/// <summary>The number by which runs are judged.</summary>
public sealed record CompareFigure
{
    public required RunField Field { get; init; }

    /// <summary>Other numbers that the runs have, as the address names them.</summary>
    public required IReadOnlyList<string> Suggested { get; init; }

    /// <summary>Lower numbers are the better ones, or higher ones, as it was chosen; null for what the name tells.</summary>
    public required bool? Goal { get; init; }

    /// <summary>The same; null when that is not known.</summary>
    public bool? IsLowerBetter => Goal ?? NamedGoal;

    /// <summary>How many runs have no finite number there.</summary>
    public int LeftOut { get; init; }

    /// <summary>What is still read; null for nothing.</summary>
    public string? Progress { get; init; }

    /// <summary>What the name tells; null when it does not.</summary>
    public bool? NamedGoal => MetricGoal.IsLowerBetter(Field.Path[^1]) ? true : MetricGoal.IsHigherBetter(Field.Path[^1]) ? false : null;

    public string Title => ValueText.Visible(Field.ToString());
}
