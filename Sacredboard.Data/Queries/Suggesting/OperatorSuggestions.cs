using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Suggesting;

/// <summary>Suggests operators: those that suit the values of the field come first.</summary>
internal static class OperatorSuggestions
{
    private static readonly IReadOnlyList<Suggestion> OfNumbers = First(
        QueryOperator.Less,
        QueryOperator.LessOrEqual,
        QueryOperator.Greater,
        QueryOperator.GreaterOrEqual,
        QueryOperator.Equal);

    /// <summary>The statistic of a metric is always a number.</summary>
    public static readonly IReadOnlyList<Suggestion> OfMetrics =
        [.. OfNumbers.Take(5), .. OfNumbers.Where(op => op.Text is "!=" or "in (" or "not in (")];

    private static readonly IReadOnlyList<Suggestion> OfTimes = First(
        QueryOperator.Greater,
        QueryOperator.GreaterOrEqual,
        QueryOperator.Less,
        QueryOperator.LessOrEqual);

    private static readonly IReadOnlyList<Suggestion> OfTexts = First(
        QueryOperator.Equal,
        QueryOperator.Matches,
        QueryOperator.In,
        QueryOperator.Contains,
        QueryOperator.NotEqual);

    private static readonly IReadOnlyList<Suggestion> OfLists = First(QueryOperator.Has, QueryOperator.Equal, QueryOperator.NotEqual);

    private static readonly IReadOnlyList<Suggestion> OfOthers = First(QueryOperator.Equal, QueryOperator.NotEqual, QueryOperator.In);

    /// <param name="field">The field before the operator; null when it cannot be read.</param>
    /// <param name="example">One of its values; null when no run has one.</param>
    public static IReadOnlyList<Suggestion> Of(RunField? field, SacredValue? example) => field switch
    {
        null => LanguageSuggestions.Operators,
        { Root: FieldRoot.Metric } => OfMetrics,
        { OwnField.Kind: OwnKind.Time or OwnKind.Duration } => OfTimes,
        { OwnField.Kind: OwnKind.Tags } => OfLists,
        { OwnField.Kind: OwnKind.Text or OwnKind.Status } => OfTexts,
        { OwnField.Kind: OwnKind.Id } => OfOthers,
        _ => OfValue(example is SacredTyped { Value: { } inner } ? inner : example),
    };

    private static IReadOnlyList<Suggestion> OfValue(SacredValue? example) => example switch
    {
        SacredInteger or SacredDouble => OfNumbers,
        SacredText => OfTexts,
        SacredList => OfLists,
        SacredDate => OfTimes,
        _ => OfOthers,
    };

    private static List<Suggestion> First(params IReadOnlyList<QueryOperator> first) =>
    [
        .. first.Select(op => LanguageSuggestions.Operators[Index(op)]),
        .. LanguageSuggestions.Operators.Where((_, i) => !first.Contains(QueryOperators.Infix[i])),
    ];

    private static int Index(QueryOperator op) => QueryOperators.Infix.TakeWhile(other => other != op).Count();
}
