using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Fields;
using Sacredboard.Data.Queries.Answering;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.Grouping;

/// <summary>Says in the query language which runs a group has.</summary>
public static class GroupText
{
    /// <summary>
    /// The shortest query of its kind that finds just the runs of a group among those that were grouped; null where that cannot be said:
    /// of lists and dates, or at too great a length.
    /// </summary>
    /// <param name="snapshot">What the groups were made of.</param>
    /// <param name="runs">The query whose runs were grouped.</param>
    /// <param name="group">One of these groups.</param>
    /// <param name="fields">What all of its runs have in common, the most telling first.</param>
    public static string? Narrow(CatalogSnapshot snapshot, RunQuery runs, RunGroup group, IReadOnlyList<RunField> fields)
    {
        if (!QueryParser.TryParse(runs.Text, out var asked, out _))
        {
            return null;
        }

        // With each term fewer are found, and never fewer than the group has.
        List<QueryNode> terms = [.. fields.Select(field => Term(field, snapshot.Value(group.Newest, field))).OfType<QueryNode>()];
        var (few, many) = (0, terms.Count);
        while (few < many)
        {
            var half = (few + many) / 2;
            (few, many) = Finds(Text(half)) ? (few, half) : (half + 1, many);
        }

        return Finds(Text(few)) ? Text(few) : null;

        string Text(int count) => new QueryAnd([.. asked.Conjuncts, .. terms.Take(count)]).ToString();

        bool Finds(string text) =>
            snapshot.Query(runs with { Text = text, Sort = [], Take = 0 }) is { Error: null } page && page.Matched == group.Count;
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
