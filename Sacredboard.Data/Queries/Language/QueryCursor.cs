namespace Sacredboard.Data.Queries.Language;

/// <summary>What may stand at a place of a query that somebody is typing.</summary>
[Flags]
public enum QueryExpectation
{
    None = 0,

    /// <summary>A field, a word, a function, <c>not</c> or a parenthesis.</summary>
    Term = 1,

    /// <summary>A field only: inside of <c>exists(…)</c>, <c>missing(…)</c> or <c>kind(…)</c>.</summary>
    Field = 2,

    /// <summary>What stands between the field and a value.</summary>
    Operator = 4,

    /// <summary>A value of the field.</summary>
    Value = 8,

    /// <summary><c>and</c> or <c>or</c>.</summary>
    Joint = 16,

    /// <summary>The name of a metric: inside of <c>last(…)</c> and its like.</summary>
    Metric = 32,
}

/// <summary>Where in a query the cursor is, for what is offered there.</summary>
/// <param name="Expected">What may stand there.</param>
/// <param name="Span">Of what a choice would replace; empty when nothing is there yet.</param>
/// <param name="Typed">What of it stands before the cursor, without its opening quote.</param>
/// <param name="Field">The field whose operator or value it is; null when there is none, or it cannot be read.</param>
/// <param name="Operator">The operator whose value it is.</param>
public sealed record QueryCursor(QueryExpectation Expected, QuerySpan Span, string Typed, QueryField? Field = null, QueryOperator? Operator = null)
{
    /// <summary>Looks at any text, however wrong, at any position.</summary>
    public static QueryCursor At(string text, int position)
    {
        position = Math.Clamp(position, 0, text.Length);
        return new QueryCursorReader(text, position).Read();
    }
}
