namespace Sacredboard.Data.Queries.Language;

/// <summary>Walks through parsed queries.</summary>
internal static class QueryTree
{
    /// <summary>All conditions, from left to right.</summary>
    public static IEnumerable<QueryCondition> Conditions(QueryNode? node) => node switch
    {
        QueryCondition condition => [condition],
        QueryNot not => Conditions(not.Term),
        QueryAnd all => all.Terms.SelectMany(Conditions),
        QueryOr any => any.Terms.SelectMany(Conditions),
        _ => [],
    };
}
