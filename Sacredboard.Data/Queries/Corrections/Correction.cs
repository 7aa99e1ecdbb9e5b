using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>A part of a query that can be read, but usually means something else.</summary>
/// <param name="Span">The part.</param>
/// <param name="Message">One sentence for users, without a full stop.</param>
/// <param name="Suggestions">What it may mean, the most likely first.</param>
internal sealed record Correction(QuerySpan Span, string Message, IReadOnlyList<string> Suggestions)
{
    /// <summary>It is hardly ever meant as written, so that it is noted even when runs match.</summary>
    public bool IsSure { get; init; }

    public QueryError ToError() => QueryError.At(Span, Message, Suggestions);

    public QueryNote ToNote() => QueryNote.At(Span, Message, Suggestions);
}
