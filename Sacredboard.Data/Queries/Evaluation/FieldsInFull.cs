using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Evaluation;

/// <summary>Writes the config paths of a query in full, as an answer takes them.</summary>
internal static class FieldsInFull
{
    public static QueryNode Write(QueryNode node, FieldResolver resolver) => node switch
    {
        QueryAnd all => all with { Terms = [.. all.Terms.Select(term => Write(term, resolver))] },
        QueryOr any => any with { Terms = [.. any.Terms.Select(term => Write(term, resolver))] },
        QueryNot not => not with { Term = Write(not.Term, resolver) },
        QueryCondition { Field: { Run: { } run } field } condition => condition with { Field = field with { Run = resolver.Resolve(field, run) } },
        _ => node,
    };
}
