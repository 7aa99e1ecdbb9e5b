using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>A note on how the query was interpreted.</summary>
/// <param name="Suggestion">A similar name that may have been intended; null if there is none.</param>
/// <param name="FixedUrl">The address with the suggestion in the query; null without one.</param>
public sealed record QueryNoteViewModel(string Message, string? Suggestion, string? FixedUrl)
{
    public static QueryNoteViewModel Of(TableState state, QueryNote note, TableUrls urls)
    {
        var start = Math.Clamp(note.Position, 0, state.Text.Length);
        var end = Math.Clamp(start + note.Length, start, state.Text.Length);
        return new(
            note.Message,
            note.Suggestion,
            QueryErrorViewModel.FixUrl(state.Text, start, end, note.Suggestion, text => urls.WithQuery(text, state.Off)));
    }
}
