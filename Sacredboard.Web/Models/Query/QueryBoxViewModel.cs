using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>The query box with its chips, notes and builder.</summary>
public sealed record QueryBoxViewModel
{
    public required string SuggestUrl { get; init; }

    public required string HelpUrl { get; init; }

    /// <summary>The query string of the table without <c>q</c>, for the builder.</summary>
    public required string View { get; init; }

    /// <summary>The error of the query, or null.</summary>
    public required QueryErrorViewModel? Error { get; init; }

    /// <summary>Notes on how the query was interpreted.</summary>
    public required IReadOnlyList<QueryNoteViewModel> Notes { get; init; }

    /// <summary>What its days and times are meant in; null when it has none.</summary>
    public required ZoneNote? Zone { get; init; }

    public required IReadOnlyList<QueryChip> Chips { get; init; }

    /// <summary>Terms of a very long query that have no chip.</summary>
    public required int MoreTerms { get; init; }

    /// <summary>Queries to begin with; only while there is none.</summary>
    public required IReadOnlyList<QueryFix> Examples { get; init; }

    /// <summary>The builder.</summary>
    public required TermEditorViewModel Editor { get; init; }

    /// <summary>The builder for a new term.</summary>
    public required TermEditorViewModel EmptyEditor { get; init; }

    /// <summary>The page keeps the rows of the last query without an error.</summary>
    public bool KeepsRows { get; init; }

    private static readonly IReadOnlyList<string> FirstQueries = ["status = failed", "started > -7d", "duration > 1h"];

    public static QueryBoxViewModel Of(
        TableState state,
        QueryError? error,
        IReadOnlyList<QueryNote> notes,
        TableUrls links,
        SourceUrls urls)
    {
        var (chips, more) = QueryChip.For(state, links);
        return new()
        {
            SuggestUrl = urls.Suggestions,
            HelpUrl = urls.QueryHelp,
            View = links.To(state with { Text = "" })[links.Path.Length..],
            Error = error is null ? null : QueryErrorViewModel.Of(state.Text, error, text => links.WithQuery(text, state.Off)),
            Notes = [.. notes.Select(note => QueryNoteViewModel.Of(state, note, links))],
            Zone = ZoneNote.Of(state, links),
            Chips = chips,
            MoreTerms = more,
            Examples = state is { Text: "", Off: [] }
                ? [.. FirstQueries.Select(text => new QueryFix(text, links.WithQuery(text, [])))]
                : [],
            Editor = TermEditorViewModel.Of(state, state.Edit, links, urls),
            EmptyEditor = TermEditorViewModel.Of(state, null, links, urls),
        };
    }
}
