namespace Sacredboard.Data.Queries.Language;

/// <summary>Why a text is not a query.</summary>
/// <param name="Position">Start of the fault in UTF-16 units; the length of the text when something is missing at its end.</param>
/// <param name="Length">Length of the fault in UTF-16 units; 0 when something is missing.</param>
/// <param name="Message">One sentence for users, without a full stop: what is wrong, or what was expected.</param>
/// <param name="Suggestion">Text to replace the fault with; null when nothing similar is known.</param>
public sealed record QueryError(int Position, int Length, string Message, string? Suggestion = null)
{
    /// <summary>More texts that may have been meant, the most likely first.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>All texts to replace the fault with.</summary>
    public IReadOnlyList<string> Suggestions => Suggestion is null ? [] : [Suggestion, .. Others];

    internal static QueryError At(QuerySpan span, string message, string? suggestion = null) =>
        new(span.Start, span.Length, message, suggestion);

    internal static QueryError At(QuerySpan span, string message, IReadOnlyList<string> suggestions) =>
        new(span.Start, span.Length, message, suggestions.FirstOrDefault())
        {
            // One and the same empty list, so that equal ones compare as equal.
            Others = suggestions.Count > 1 ? [.. suggestions.Skip(1)] : [],
        };
}

/// <summary>A remark on how a query was read: "lr is taken from optimizer.lr".</summary>
/// <param name="Position">Start of the part of the text that it is about, in UTF-16 units.</param>
/// <param name="Length">Length of that part in UTF-16 units.</param>
/// <param name="Message">One sentence for users, without a full stop.</param>
/// <param name="Suggestion">Text to replace that part with; null when nothing similar is known.</param>
public sealed record QueryNote(int Position, int Length, string Message, string? Suggestion = null)
{
    /// <summary>More texts that may have been meant, the most likely first.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>No run has the field that it is about.</summary>
    public bool IsMissing { get; init; }

    /// <summary>All texts to replace that part with.</summary>
    public IReadOnlyList<string> Suggestions => Suggestion is null ? [] : [Suggestion, .. Others];

    internal static QueryNote At(QuerySpan span, string message, IReadOnlyList<string> suggestions) =>
        new(span.Start, span.Length, message, suggestions.FirstOrDefault())
        {
            // One and the same empty list, so that equal ones compare as equal.
            Others = suggestions.Count > 1 ? [.. suggestions.Skip(1)] : [],
        };
}
