namespace Sacredboard.Data.Queries.Language;

/// <summary>What may be typed at a position of a query.</summary>
[Flags]
public enum QueryExpectation
{
    None = 0,

    /// <summary>A field, a word, a function, <c>not</c> or a parenthesis.</summary>
    Term = 1,

    /// <summary>A field only: inside <c>exists(…)</c>, <c>missing(…)</c> or <c>kind(…)</c>.</summary>
    Field = 2,

    /// <summary>The operator between the field and a value.</summary>
    Operator = 4,

    /// <summary>A value of the field.</summary>
    Value = 8,

    /// <summary><c>and</c> or <c>or</c>.</summary>
    Connective = 16,

    /// <summary>The name of a metric: inside <c>last(…)</c> and other statistics.</summary>
    Metric = 32,
}

/// <summary>The part of a query at the text cursor, for suggestions.</summary>
/// <param name="Expected">What may be typed there.</param>
/// <param name="Span">The text that a suggestion would replace; empty when there is none yet.</param>
/// <param name="Typed">The part of that text before the cursor, without its opening quote.</param>
/// <param name="Field">The field that the operator or value belongs to; null when there is none or it cannot be read.</param>
/// <param name="Operator">The operator before the value.</param>
public sealed record QueryCursor(
    QueryExpectation Expected,
    QuerySpan Span,
    string Typed,
    QueryField? Field = null,
    QueryOperator? Operator = null)
{
    /// <summary>Never throws, whatever the text and the position are.</summary>
    public static QueryCursor At(string text, int position)
    {
        position = Math.Clamp(position, 0, text.Length);
        return new QueryCursorReader(text, position).Read();
    }
}
