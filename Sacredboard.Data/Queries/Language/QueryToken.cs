namespace Sacredboard.Data.Queries.Language;

/// <summary>The pieces that the text of a query consists of.</summary>
public enum QueryToken
{
    /// <summary>A word on its own.</summary>
    Word,

    /// <summary>A quoted text on its own.</summary>
    Text,

    /// <summary>A field that something is asked of; a metric and <c>kind(…)</c> with their parentheses.</summary>
    Field,

    /// <summary><c>exists</c> or <c>missing</c> before a parenthesis; also any other word before one.</summary>
    Function,
    Operator,

    /// <summary><c>in</c> or <c>not in</c>.</summary>
    ListOperator,
    Value,
    Comma,
    LeftParenthesis,
    RightParenthesis,
    And,
    Or,
    Not,
}

/// <summary>One piece of the text of a query, from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
public readonly record struct QueryLexeme(QueryToken Kind, int Start, int End);
