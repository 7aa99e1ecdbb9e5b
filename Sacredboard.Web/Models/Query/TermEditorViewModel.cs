using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Query;
using Sacredboard.Web.Sources;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>The builder: a form for one term, with field, condition and value, or with a text.</summary>
public sealed record TermEditorViewModel
{
    private static readonly QueryError EmptyTerm = new(0, 0, "Write a condition, or a word to look for");

    /// <summary>The address that the form is sent to.</summary>
    public required string Action { get; init; }

    /// <summary>The place of the term that is changed; null for a new one.</summary>
    public required TermPlace? Place { get; init; }

    /// <summary>The text of that term in the query.</summary>
    public required string Was { get; init; }

    public required string Text { get; init; }

    /// <summary>The term as field, condition and value; null if it is more than that.</summary>
    public required QueryCondition? Condition { get; init; }

    public required bool IsText { get; init; }

    /// <summary>Why the text was refused, or null.</summary>
    public required QueryErrorViewModel? Fault { get; init; }

    /// <summary>The term can only be edited as text, so that the other form is not offered.</summary>
    public bool IsOnlyText => IsText && Text.Length > 0 && Condition is null;

    /// <summary>The address without the builder; null while it is closed.</summary>
    public required string? CloseUrl { get; init; }

    /// <summary>The page opens with the focus in the form. Scripts that put it into a page move the focus themselves.</summary>
    public bool TakesFocus { get; init; }

    public string Title => Place switch
    {
        null => "Add a filter",
        { IsOn: true } => "Change the filter",
        _ => "Change the filter that is off",
    };

    public string? Values => Condition is null ? null : string.Join(", ", Condition.Values);

    /// <param name="state">The state of the table.</param>
    /// <param name="edit">The term; null for an empty new one.</param>
    /// <param name="links">The addresses of the table.</param>
    /// <param name="urls">The addresses of the source.</param>
    public static TermEditorViewModel Of(TableState state, TermEdit? edit, TableUrls links, SourceUrls urls)
    {
        var was = edit?.Place is { } place ? state.TermAt(place) ?? "" : "";
        var text = edit?.Text ?? was;
        QueryParser.TryParse(text, out var tree, out var error);
        var condition = tree as QueryCondition;
        return new()
        {
            Action = urls.Term,
            Place = edit?.Place,
            Was = was,
            Text = text,
            Condition = condition,
            IsText = edit?.AsText == true || (text.Length > 0 && condition is null),
            Fault = edit?.Text is null || (error ?? Refusal(edit, condition)) is not { } fault
                ? null
                : QueryErrorViewModel.Of(text, fault, mended => links.Edit(edit with { Text = mended })),
            CloseUrl = edit is null ? null : links.Self,
            TakesFocus = edit is not null,
        };
    }

    private static QueryError? Refusal(TermEdit edit, QueryCondition? condition) =>
        edit is { Text: "", AsText: true } ? EmptyTerm
        : edit is { Text.Length: > 0, AsText: false }
            && condition is null ? new(0, edit.Text.Length, "This is more than one field, condition and value, so it stays text")
        : null;
}
