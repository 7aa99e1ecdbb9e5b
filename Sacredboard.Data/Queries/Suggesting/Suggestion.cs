namespace Sacredboard.Data.Queries.Suggesting;

public enum SuggestionKind
{
    /// <summary>An own field or a path in config, info, host, …</summary>
    Field,

    /// <summary><c>last(</c>, <c>exists(</c>: a name followed by parentheses.</summary>
    Function,

    /// <summary>The name of a metric.</summary>
    Metric,

    Operator,

    /// <summary>A value that runs have.</summary>
    Value,

    /// <summary><c>and</c>, <c>or</c>, <c>not</c>, and the kinds of values.</summary>
    Word,
}

/// <summary>One way to continue a query.</summary>
/// <param name="Text">Replaces <see cref="SuggestionList.From"/> to <see cref="SuggestionList.To"/>, quoted where needed.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="After">Follows the text unless it is there already: a space, a closing parenthesis.</param>
/// <param name="Count">Number of runs that have it; null when unknown or not applicable.</param>
/// <param name="Detail">Its meaning, or an example; null for none. Secrets are masked.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string After = " ", int? Count = null, string? Detail = null);

/// <summary>The ways to continue a query at a position, the most likely first.</summary>
/// <param name="From">Start of the text that a suggestion replaces, in UTF-16 units.</param>
/// <param name="To">End of that text.</param>
public sealed record SuggestionList(int From, int To, IReadOnlyList<Suggestion> Items)
{
    /// <summary>True while the names of metrics are not known: <see cref="Catalog.RunCatalog.WaitForMetricNamesAsync"/>.</summary>
    public bool LacksMetrics { get; init; }
}
