using System.Text.RegularExpressions;
using Sacredboard.Data.Queries.Language;
using Sacredboard.Data.Values;

namespace Sacredboard.Data.Queries.MongoFilters;

/// <summary>Translates a condition on the value at one path.</summary>
internal static class MongoTests
{
    private static readonly Dictionary<string, string> Types = new()
    {
        ["number"] = "number",
        ["text"] = "string",
        ["bool"] = "bool",
        ["null"] = "null",
        ["date"] = "date",
        ["object"] = "object",
    };

    /// <param name="path">The path.</param>
    /// <param name="condition">The condition, never a negated one: callers translate the opposite and negate the result.</param>
    /// <param name="now">The time for relative times.</param>
    public static Translation Of(MongoPath path, QueryCondition condition, DateTimeOffset now)
    {
        if (condition.Field.IsKind)
        {
            return Kind(path.Path, [.. condition.Values.Select(value => value.Text)]);
        }

        return condition.Operator switch
        {
            QueryOperator.Equal or QueryOperator.In =>
                Equal(path.Path, [.. condition.Values.SelectMany(value => MongoOperands.Of(value, now)).Where(CanBeAt(path))]),
            QueryOperator.Same => Same(path, MongoOperands.Of(condition.Values[0], now)),
            QueryOperator.Matches => Alone(path, Test("$regex", condition.Values[0].Text)),
            QueryOperator.Contains => Alone(path, Test("$regex", Escape(condition.Values[0].Text)), Test("$options", "i")),
            QueryOperator.Has => MongoTerms.Is(path.Path, "$elemMatch", Equals(MongoOperands.Of(condition.Values[0], now))),
            QueryOperator.Exists =>
                path.IsPlain ? MongoTerms.Is(path.Path, "$ne", SacredNull.Value) : MongoTerms.Is(path.Path, "$exists", SacredBoolean.True),
            var op => Order(path, op, [.. MongoOperands.InOrder(condition.Values[0], now).Where(CanBeAt(path))]),
        };
    }

    /// <summary>Escapes text for a regular expression.</summary>
    public static string Escape(string text) => Regex.Replace(text, @"[\\^$.|?*+()\[\]{}]", @"\$0", RegexOptions.NonBacktracking);

    private static Func<SacredValue, bool> CanBeAt(MongoPath path) => value => !path.IsTime || value is SacredDate or SacredNull;

    private static KeyValuePair<string, SacredValue> Test(string op, string text) => new(op, new SacredText(text));

    private static SacredObject Equal(string path, IReadOnlyList<SacredValue> operands) =>
        operands.Count == 0 ? MongoTerms.Nothing(path) : MongoTerms.IsAny(path, operands);

    private static Translation Same(MongoPath path, IReadOnlyList<SacredValue> operands) => operands switch
    {
        [SacredNull] => Alone(path, Test("$type", "null")),
        _ => Alone(path, [.. Equals(operands).Members]),
    };

    private static SacredObject Equals(IReadOnlyList<SacredValue> operands) =>
        operands is [var only] ? MongoTerms.Object("$eq", only) : MongoTerms.Object("$in", new SacredList(operands));

    private static Translation Order(MongoPath path, QueryOperator op, IReadOnlyList<SacredValue> operands)
    {
        var word = op switch
        {
            QueryOperator.Less => "$lt",
            QueryOperator.LessOrEqual => "$lte",
            QueryOperator.Greater => "$gt",
            _ => "$gte",
        };
        return operands.Count == 0
            ? MongoTerms.Nothing(path.Path)
            : MongoTerms.Any([.. operands.Select(operand => Alone(path, new KeyValuePair<string, SacredValue>(word, operand)))]);
    }

    private static SacredObject Alone(MongoPath path, params IReadOnlyList<KeyValuePair<string, SacredValue>> tests) =>
        path.IsPlain ? MongoTerms.Object(path.Path, new SacredObject(tests)) : MongoTerms.IsAlone(path.Path, tests);

    private static Translation Kind(string path, IReadOnlyList<string> kinds)
    {
        if (kinds.Contains("other"))
        {
            return Translation.Impossible("MongoDB has no word for all other kinds");
        }

        var terms = new List<SacredObject>();
        if (kinds.Where(kind => kind != "list").Select(SacredValue (kind) => new SacredText(Types[kind])).ToList() is { Count: > 0 } types)
        {
            terms.Add(MongoTerms.IsAlone(
                path,
                new KeyValuePair<string, SacredValue>("$type", types is [var only] ? only : new SacredList(types))));
        }

        if (kinds.Contains("list"))
        {
            terms.Add(MongoTerms.Is(path, "$type", new SacredText("array")));
        }

        return MongoTerms.Any(terms);
    }
}
