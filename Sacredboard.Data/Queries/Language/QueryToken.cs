namespace Sacredboard.Data.Queries.Language;

/// <summary>The kinds of tokens in the text of a query.</summary>
public enum QueryToken
{
    /// <summary>A word on its own.</summary>
    Word,

    /// <summary>A quoted text on its own.</summary>
    Text,

    /// <summary>A field before an operator or in parentheses; statistics and <c>kind(…)</c> include their parentheses.</summary>
    Field,

    /// <summary><c>exists</c> or <c>missing</c> before a parenthesis; also any unknown word before one.</summary>
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

/// <summary>A token of a query, from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
public readonly record struct QueryLexeme(QueryToken Kind, int Start, int End);
