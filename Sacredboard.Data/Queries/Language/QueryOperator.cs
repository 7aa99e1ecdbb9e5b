namespace Sacredboard.Data.Queries.Language;

/// <summary>How a condition compares a field.</summary>
public enum QueryOperator
{
    /// <summary><c>=</c>: equal, or a list with an equal element; null also equals a missing value.</summary>
    Equal,

    /// <summary><c>!=</c>: not <see cref="Equal"/>.</summary>
    NotEqual,

    /// <summary><c>==</c>: the value itself is equal.</summary>
    Same,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>~</c>: a text in which the regular expression is found.</summary>
    Matches,

    /// <summary><c>!~</c>: not <see cref="Matches"/>.</summary>
    MatchesNot,

    /// <summary><c>contains</c>: a text that holds this one, ignoring case.</summary>
    Contains,

    /// <summary><c>has</c>: a list with an element that is <see cref="Same"/>.</summary>
    Has,

    /// <summary><c>in (…)</c>: <see cref="Equal"/> to one of several.</summary>
    In,

    /// <summary><c>not in (…)</c></summary>
    NotIn,

    /// <summary><c>exists(…)</c>: there, even as null.</summary>
    Exists,

    /// <summary><c>missing(…)</c>: not there.</summary>
    Missing,
}

/// <summary>The text of operators.</summary>
public static class QueryOperators
{
    private static readonly string[] Texts = ["=", "!=", "==", "<", "<=", ">", ">=", "~", "!~", "contains", "has", "in", "not in", "exists",
        "missing"];

    /// <summary>Operators between a field and a value, in the order of suggestions.</summary>
    public static readonly IReadOnlyList<QueryOperator> Infix =
    [
        QueryOperator.Equal, QueryOperator.NotEqual, QueryOperator.Less, QueryOperator.LessOrEqual, QueryOperator.Greater,
        QueryOperator.GreaterOrEqual,
        QueryOperator.Contains, QueryOperator.Matches, QueryOperator.MatchesNot, QueryOperator.Has, QueryOperator.In, QueryOperator.NotIn,
        QueryOperator.Same,
    ];

    /// <summary>Its text: <c>=</c>, <c>not in</c>, <c>exists</c>.</summary>
    public static string ToText(this QueryOperator op) => Texts[(int)op];

    /// <summary>True for <c>exists(field)</c> and <c>missing(field)</c>, which take no value.</summary>
    public static bool IsFunction(this QueryOperator op) => op is QueryOperator.Exists or QueryOperator.Missing;

    /// <summary>True for <c>in</c> and <c>not in</c>, which take values in parentheses.</summary>
    public static bool TakesList(this QueryOperator op) => op is QueryOperator.In or QueryOperator.NotIn;

    internal static QueryOperator Parse(string text) =>
        text.StartsWith("not", StringComparison.OrdinalIgnoreCase) ? QueryOperator.NotIn
            : text == "≤" ? QueryOperator.LessOrEqual
            : text == "≥" ? QueryOperator.GreaterOrEqual
            : text == "≠" ? QueryOperator.NotEqual
            : (QueryOperator)Array.FindIndex(Texts, known => known.Equals(text, StringComparison.OrdinalIgnoreCase));
}
