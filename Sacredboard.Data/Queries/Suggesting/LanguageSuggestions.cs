using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Suggestions of the query language itself, with explanations.</summary>
internal static class LanguageSuggestions
{
    public static readonly IReadOnlyList<Suggestion> Operators =
    [
        .. QueryOperators.Infix.Select(op =>
            new Suggestion(
                op.TakesList() ? op.ToText() + " (" : op.ToText(),
                SuggestionKind.Operator,
                op.TakesList() ? "" : " ",
                Detail: Meaning(op))),
    ];

    /// <summary>Operators for <c>kind(…)</c>.</summary>
    public static readonly IReadOnlyList<Suggestion> KindOperators =
        [.. Operators.Where(op => op.Text is "=" or "!=")];

    public static readonly IReadOnlyList<Suggestion> Connectives =
    [
        new("and", SuggestionKind.Word, Detail: "both must hold"),
        new("or", SuggestionKind.Word, Detail: "one of them is enough"),
    ];

    public static readonly Suggestion Not = new("not", SuggestionKind.Word, Detail: "the opposite");

    public static readonly Suggestion In = new("in (", SuggestionKind.Operator, "", Detail: "is none of");

    public static readonly Suggestion List = new("(", SuggestionKind.Word, "", Detail: "the values, with commas between");

    public static readonly IReadOnlyList<Suggestion> Functions =
    [
        new("exists(", SuggestionKind.Function, "", Detail: "runs that have the field"),
        new("missing(", SuggestionKind.Function, "", Detail: "runs that do not have the field"),
        new("kind(", SuggestionKind.Function, "", Detail: "what kind of value the field holds"),
    ];

    public static readonly IReadOnlyList<Suggestion> Statistics =
    [
        new("last(", SuggestionKind.Function, "", Detail: "the last value of a metric"),
        new("min(", SuggestionKind.Function, "", Detail: "the lowest value of a metric"),
        new("max(", SuggestionKind.Function, "", Detail: "the highest value of a metric"),
        new("mean(", SuggestionKind.Function, "", Detail: "the mean of a metric"),
        new("first(", SuggestionKind.Function, "", Detail: "the first value of a metric"),
        new("last_finite(", SuggestionKind.Function, "", Detail: "the last value of a metric that is not NaN or infinite"),
        new("first_finite(", SuggestionKind.Function, "", Detail: "the first value of a metric that is not NaN or infinite"),
        new("count(", SuggestionKind.Function, "", Detail: "how many points a metric has"),
        new("nonfinite(", SuggestionKind.Function, "", Detail: "how many values of a metric are NaN or infinite"),
        new("argmin(", SuggestionKind.Function, "", Detail: "the step of the lowest value"),
        new("argmax(", SuggestionKind.Function, "", Detail: "the step of the highest value"),
        new("at(", SuggestionKind.Function, "", Detail: "the value at a step: at(loss, 100)"),
    ];

    public static readonly IReadOnlyList<Suggestion> Kinds =
        [.. QueryWords.Kinds.Select(kind => new Suggestion(kind, SuggestionKind.Value))];

    public static readonly IReadOnlyList<Suggestion> Times =
    [
        new("today", SuggestionKind.Value, Detail: "0:00 UTC"),
        new("yesterday", SuggestionKind.Value),
        new("-1h", SuggestionKind.Value, Detail: "an hour ago"),
        new("-1d", SuggestionKind.Value, Detail: "a day ago"),
        new("-7d", SuggestionKind.Value, Detail: "a week ago"),
        new("-30d", SuggestionKind.Value, Detail: "30 days ago"),
    ];

    public static readonly IReadOnlyList<Suggestion> Durations =
        [.. ((string[])["1m", "10m", "1h", "2h", "1d"]).Select(length => new Suggestion(length, SuggestionKind.Value))];

    private static string Meaning(QueryOperator op) => op switch
    {
        QueryOperator.Equal => "is, or has in its list",
        QueryOperator.NotEqual => "is not",
        QueryOperator.Same => "is exactly",
        QueryOperator.Less => "is less than",
        QueryOperator.LessOrEqual => "is at most",
        QueryOperator.Greater => "is more than",
        QueryOperator.GreaterOrEqual => "is at least",
        QueryOperator.Matches => "matches a regular expression",
        QueryOperator.MatchesNot => "does not match a regular expression",
        QueryOperator.Contains => "contains a text, in any case",
        QueryOperator.Has => "is a list that has",
        QueryOperator.In => "is one of",
        QueryOperator.NotIn => "is none of",
        _ => op.ToText(),
    };
}
