using Sacredboard.Data.Catalog.Snapshots;
using Sacredboard.Data.Queries.Evaluation;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Data.Queries.Corrections;

/// <summary>
/// Corrects queries that can be read, but hardly mean what they say. When no run matches, what is spelled wrongly is an error, as a text
/// that cannot be read; else the query is answered as written, with a note, so that any text can be searched. A value that no run has
/// is never an error, because a run may have it later.
/// </summary>
/// <param name="content">The runs.</param>
/// <param name="known">Their fields.</param>
/// <param name="matches">True when any run matches a part of the query.</param>
internal sealed class QueryCorrections(CatalogContent content, KnownFields known, Func<QueryNode, bool> matches)
{
    /// <summary>Looking for the reasons in longer queries would take too long.</summary>
    private const int MaxTerms = 8;

    private const int MaxPieces = 100;

    /// <param name="text">The query.</param>
    /// <param name="tree">The same, parsed.</param>
    /// <param name="notes">What is known about its fields.</param>
    /// <param name="isEmpty">No run matches it.</param>
    /// <returns>The error, or all notes.</returns>
    public (QueryError? Error, IReadOnlyList<QueryNote> Notes) Of(
        string text,
        QueryNode tree,
        IReadOnlyList<QueryNote> notes,
        bool isEmpty)
    {
        var spelled = Spelled(text);
        return !isEmpty ? (null, [.. notes, .. spelled.Where(found => found.IsSure).Select(found => found.ToNote())])
            : spelled.FirstOrDefault() is { } wrong ? (wrong.ToError(), [])
            : notes.Any(note => note.IsMissing) ? (null, notes)
            : Similar(tree) is { } similar ? (null, [.. notes, similar.ToNote()])
            : (null, [.. notes, .. Unmatched(tree)]);
    }

    private IEnumerable<Correction> Spelled(string text)
    {
        var pieces = new QueryPieces(text, known);
        var (words, values) = (new WordCorrections(pieces), new ValueCorrections(pieces));
        var end = 0;
        for (var i = 0; i < Math.Min(pieces.Count, MaxPieces); i++)
        {
            if (pieces.Span(i, i).Start >= end && (words.At(i) ?? values.At(i)) is { } found)
            {
                end = found.Span.End;
                yield return found;
            }
        }
    }

    private Correction? Similar(QueryNode tree)
    {
        var values = new SimilarValues(content, known, matches);
        return tree.Conditions
            .Take(MaxTerms)
            .Where(condition => !matches(Positive(condition)))
            .Select(condition => values.For(Positive(condition)))
            .FirstOrDefault(found => found is not null);
    }

    private static QueryCondition Positive(QueryCondition condition) =>
        condition.Operator == QueryOperator.NotEqual ? condition with { Operator = QueryOperator.Equal } : condition;

    // Which of several terms is the reason, so that the others can stay.
    private IEnumerable<QueryNote> Unmatched(QueryNode tree)
    {
        if (tree.Conjuncts.Count is < 2 or > MaxTerms)
        {
            yield break;
        }

        var none = tree.Conjuncts.Where(term => !matches(term)).ToList();
        foreach (var term in none)
        {
            yield return QueryNote.At(term.Span, $"No run matches {term}", []);
        }

        if (none.Count == 0)
        {
            yield return QueryNote.At(tree.Span, "Each of these filters finds runs, but no run matches all of them", []);
        }
    }
}
