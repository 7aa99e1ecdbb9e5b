namespace Sacredboard.Data.Queries.Suggesting;

public enum SuggestionKind
{
    /// <summary>A property of the run itself or a path in its config, info, host, …</summary>
    Field,

    /// <summary><c>last(</c>, <c>exists(</c>: something that wants parentheses.</summary>
    Function,

    /// <summary>The name of a metric.</summary>
    Metric,

    Operator,

    /// <summary>A value that runs have.</summary>
    Value,

    /// <summary><c>and</c>, <c>or</c>, <c>not</c>, and the kinds of values.</summary>
    Word,
}

/// <summary>One way to go on with a query.</summary>
/// <param name="Text">What to put in place of <see cref="SuggestionList.From"/> to <see cref="SuggestionList.To"/>, quoted where needed.</param>
/// <param name="Kind">What it is.</param>
/// <param name="After">What comes after it unless it stands there already: a space, a closing parenthesis.</param>
/// <param name="Count">How many runs have it; null where that is unknown or means nothing.</param>
/// <param name="Detail">What it means, or an example; null for none. Secrets are masked.</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string After = " ", int? Count = null, string? Detail = null);

/// <summary>How a query can go on at a place, the likeliest first.</summary>
/// <param name="From">Where the text begins that a suggestion replaces, in UTF-16 units.</param>
/// <param name="To">Where it ends.</param>
public sealed record SuggestionList(int From, int To, IReadOnlyList<Suggestion> Items)
{
    /// <summary>Names of metrics belong here and are not known yet: see <see cref="Catalog.RunCatalog.WaitForMetricNamesAsync"/>.</summary>
    public bool LacksMetrics { get; init; }
}
