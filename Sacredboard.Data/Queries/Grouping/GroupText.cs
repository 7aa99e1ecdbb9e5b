using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Says in the query language which runs a group has.</summary>
internal static class GroupText
{
    /// <summary>See <see cref="RunQueries.Narrow"/>.</summary>
    /// <param name="answers">Of the snapshot that the groups were made of.</param>
    /// <param name="runs">The query whose runs were grouped.</param>
    /// <param name="group">One of these groups.</param>
    /// <param name="values">What all of its runs have in common, the most telling first.</param>
    public static string? Narrow(QueryAnswers answers, RunQuery runs, RunGroup group, IReadOnlyList<(RunField Field, SacredValue? Value)> values)
    {
        if (!QueryParser.TryParse(runs.Text, out var asked, out _))
        {
            return null;
        }

        // With each term fewer are found, and never fewer than the group has.
        List<QueryNode> terms = [.. values.Select(value => Term(value.Field, value.Value)).OfType<QueryNode>()];
        var (few, many) = (0, terms.Count);
        while (few < many)
        {
            var half = (few + many) / 2;
            (few, many) = Finds(Text(half)) ? (few, half) : (half + 1, many);
        }

        return Finds(Text(few)) ? Text(few) : null;

        string Text(int count) => new QueryAnd([.. asked.Conjuncts, .. terms.Take(count)]).ToString();

        bool Finds(string text) =>
            answers.Find(runs with { Text = text, Sort = [] }) is { Error: null } answer && answer.Slots.Length == group.Count;
    }

    // Null for what the language has no word for.
    private static QueryNode? Term(RunField field, SacredValue? value)
    {
        var name = QueryField.Of(field) with { IsRooted = field.Root == FieldRoot.Config };
        return (value is SacredTyped typed ? typed.Value : value) switch
        {
            null => new QueryCondition(name, QueryOperator.Missing, []),
            SacredNull => Equal(QueryValue.Null),
            SacredBoolean boolean => Equal(QueryValue.Of(boolean.Value)),
            SacredInteger number => Equal(QueryValue.Of(number.Value)),
            SacredDouble number => Equal(QueryValue.Of(number.Value)),
            SacredText text => Equal(QueryValue.Of(text.Value)),
            _ => null,
        };

        QueryCondition Equal(QueryValue to) => new(name, QueryOperator.Equal, [to]);
    }
}
