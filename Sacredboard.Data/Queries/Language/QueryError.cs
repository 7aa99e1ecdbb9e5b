namespace Sacredboard.Data.Queries.Language;

/// <summary>Why a text is no query.</summary>
/// <param name="Position">Where, in UTF-16 units; the length of the text when something is missing at its end.</param>
/// <param name="Length">How much of the text is meant; 0 when something is missing.</param>
/// <param name="Message">A sentence for people, without a full stop: what is wrong, or what was expected.</param>
/// <param name="Suggestion">What may have been meant, to stand in place of what is meant; null when nothing is near.</param>
public sealed record QueryError(int Position, int Length, string Message, string? Suggestion = null)
{
    internal static QueryError At(QuerySpan span, string message, string? suggestion = null) => new(span.Start, span.Length, message, suggestion);
}

/// <summary>Something that whoever asked should know about how the query was understood: "lr is taken from optimizer.lr".</summary>
/// <param name="Position">Of the part of the text that is meant.</param>
/// <param name="Length">Of that part.</param>
/// <param name="Message">A sentence for people, without a full stop.</param>
/// <param name="Suggestion">What may have been meant, to stand in its place; null when nothing is near.</param>
public sealed record QueryNote(int Position, int Length, string Message, string? Suggestion = null);
