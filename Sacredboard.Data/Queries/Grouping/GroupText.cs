using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Writes a query that finds the runs of a group.</summary>
internal static class GroupText
{
    /// <summary>See <see cref="RunQueries.Narrow"/>.</summary>
    /// <param name="answers">Those of the snapshot of the groups.</param>
    /// <param name="runs">The query whose runs were grouped.</param>
    /// <param name="group">One of these groups.</param>
    /// <param name="values">Values that all of its runs have in common, the most distinctive first.</param>
    public static string? Narrow(
        QueryAnswers answers,
        RunQuery runs,
        RunGroup group,
        IReadOnlyList<(RunField Field, SacredValue? Value)> values)
    {
        if (!QueryParser.TryParse(runs.Text, out var asked, out _))
        {
            return null;
        }

        // Each term reduces the runs found, but never below those of the group, so bisection finds the fewest terms.
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

    // Null for values that the query language cannot express.
    private static QueryCondition? Term(RunField field, SacredValue? value) =>
        ValueFilters.Equal(QueryField.Of(field) with { IsRooted = field.Root == FieldRoot.Config }, value);
}
