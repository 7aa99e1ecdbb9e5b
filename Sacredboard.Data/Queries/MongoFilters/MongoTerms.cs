using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Makes MongoDB filters in their shortest form.</summary>
internal static class MongoTerms
{
    /// <summary>Matches lists, which must be excluded where MongoDB also tests elements but queries only test the value.</summary>
    private static readonly SacredObject Lists = Object("$type", new SacredText("array"));

    public static SacredObject Object(string key, SacredValue value) => new([new(key, value)]);

    public static SacredObject Is(string path, SacredValue value) => Object(path, value);

    public static SacredObject Is(string path, string op, SacredValue value) => Object(path, Object(op, value));

    /// <summary>The same tests, for values that are not lists.</summary>
    public static SacredObject IsAlone(string path, params IReadOnlyList<KeyValuePair<string, SacredValue>> tests) =>
        Object(path, new SacredObject([.. tests, new("$not", Lists)]));

    public static SacredObject IsAny(string path, IReadOnlyList<SacredValue> values) =>
        values is [var only] ? Is(path, only) : Is(path, "$in", new SacredList(values));

    public static SacredObject Nothing(string path) => Is(path, "$in", new SacredList([]));

    /// <summary>Several conditions on different paths need no <c>$and</c>.</summary>
    public static SacredObject All(IReadOnlyList<SacredObject> terms)
    {
        var needed = terms.Where(term => term.Members.Count > 0).ToList();
        return needed is [var only] ? only
            : needed.SelectMany(term => term.Members).GroupBy(member => member.Key).All(same => same.Count() == 1)
                ? new([.. needed.SelectMany(term => term.Members)])
            : Object("$and", new SacredList(needed));
    }

    public static SacredObject Any(IReadOnlyList<SacredObject> terms) =>
        terms is [var only] ? only : Object("$or", new SacredList(terms));

    public static SacredObject Not(SacredObject term) => term switch
    {
        { Members: [{ Key: ['$', ..] }] } => Object("$nor", new SacredList([term])),
        { Members: [{ Key: var path, Value: SacredObject { Members: [{ Key: "$in", Value: var values }] } }] } => Is(path, "$nin", values),
        { Members: [{ Key: var path, Value: SacredObject { Members: [{ Key: "$exists", Value: SacredBoolean exists }] } }] } =>
            Is(path, "$exists", SacredBoolean.Of(!exists.Value)),
        { Members: [{ Key: var path, Value: SacredObject { Members: [{ Key: "$ne", Value: var value }] } }] } => Is(path, value),
        { Members: [{ Key: var path, Value: not SacredObject and var value }] } => Is(path, "$ne", value),
        _ => Object("$nor", new SacredList([term])),
    };
}
