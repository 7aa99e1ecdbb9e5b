using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>The box that somebody writes queries in, and what stands around it.</summary>
public sealed record QueryBoxViewModel
{
    public required string SuggestUrl { get; init; }

    public required string HelpUrl { get; init; }

    /// <summary>All parameters of the view but the query itself, for the builder.</summary>
    public required string View { get; init; }

    /// <summary>What is wrong with the query; null when nothing is.</summary>
    public required QueryErrorViewModel? Error { get; init; }

    /// <summary>How the query was understood, where that may surprise.</summary>
    public required IReadOnlyList<QueryNoteViewModel> Notes { get; init; }

    public required IReadOnlyList<QueryChip> Chips { get; init; }

    /// <summary>The builder.</summary>
    public required TermEditorViewModel Editor { get; init; }

    /// <summary>The builder as it is while no term is changed.</summary>
    public required TermEditorViewModel EmptyEditor { get; init; }

    /// <summary>The rows on the page are still those of the last query that could be read.</summary>
    public bool KeepsRows { get; init; }

    public static QueryBoxViewModel Of(TableState query, QueryError? error, IReadOnlyList<QueryNote> notes, TableUrls links, SourceUrls urls) => new()
    {
        SuggestUrl = urls.Suggestions,
        HelpUrl = urls.QueryHelp,
        View = links.To(query with { Text = "" })[links.Path.Length..],
        Error = error is null ? null : QueryErrorViewModel.Of(query.Text, error, text => links.Ask(text, query.Off)),
        Notes = [.. notes.Select(note => QueryNoteViewModel.Of(query, note, links))],
        Chips = QueryChip.For(query, links),
        Editor = TermEditorViewModel.Of(query, query.Edit, links, urls),
        EmptyEditor = TermEditorViewModel.Of(query, null, links, urls),
    };
}
