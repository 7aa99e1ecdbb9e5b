using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Query;

/// <summary>A condition as the builder offers it.</summary>
/// <param name="Operator">As it is written in a query.</param>
/// <param name="Words">The text on the page.</param>
/// <param name="NeedsValue">False for conditions that need only a field.</param>
public sealed record TermCondition(string Operator, string Words, bool NeedsValue)
{
    public static readonly IReadOnlyList<TermCondition> All =
        [.. QueryOperators.Infix.Concat([QueryOperator.Exists, QueryOperator.Missing])
            .Select(op => new TermCondition(op.ToText(), Of(op), !op.IsFunction()))];

    /// <summary>The operator with this text; <see cref="QueryOperator.Equal"/> for any other text.</summary>
    public static QueryOperator Read(string? text) =>
        QueryOperators.Infix.Concat([QueryOperator.Exists, QueryOperator.Missing])
            .FirstOrDefault(op => op.ToText() == text, QueryOperator.Equal);

    private static string Of(QueryOperator op) => op switch
    {
        QueryOperator.Equal => "is, or has in its list (=)",
        QueryOperator.NotEqual => "is not (!=)",
        QueryOperator.Same => "is exactly (==)",
        QueryOperator.Less => "is less than (<)",
        QueryOperator.LessOrEqual => "is at most (<=)",
        QueryOperator.Greater => "is more than (>)",
        QueryOperator.GreaterOrEqual => "is at least (>=)",
        QueryOperator.Matches => "matches the pattern (~)",
        QueryOperator.MatchesNot => "does not match the pattern (!~)",
        QueryOperator.Contains => "contains the text",
        QueryOperator.Has => "is a list that has",
        QueryOperator.In => "is one of, with commas between (in)",
        QueryOperator.NotIn => "is none of, with commas between (not in)",
        QueryOperator.Exists => "is there (exists)",
        QueryOperator.Missing => "is not there (missing)",
        _ => op.ToText(),
    };
}
