using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Replaces bare config names in a query by the paths at which they are found.</summary>
internal static class ResolvedFields
{
    public static QueryNode Write(QueryNode node, FieldResolver resolver) => node switch
    {
        QueryAnd all => all with { Terms = [.. all.Terms.Select(term => Write(term, resolver))] },
        QueryOr any => any with { Terms = [.. any.Terms.Select(term => Write(term, resolver))] },
        QueryNot not => not with { Term = Write(not.Term, resolver) },
        QueryCondition { Field: { Run: { } run } field } condition =>
            condition with { Field = field with { Run = resolver.Resolve(field, run) } },
        _ => node,
    };
}
