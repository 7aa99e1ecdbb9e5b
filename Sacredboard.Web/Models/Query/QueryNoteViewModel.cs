using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>How the query was understood, where that may surprise.</summary>
/// <param name="Suggestion">What may have been meant instead; null when nothing is near.</param>
/// <param name="FixedUrl">The same view with that in the query; null without one.</param>
public sealed record QueryNoteViewModel(string Message, string? Suggestion, string? FixedUrl)
{
    public static QueryNoteViewModel Of(TableState query, QueryNote note, TableUrls urls)
    {
        var start = Math.Clamp(note.Position, 0, query.Text.Length);
        var end = Math.Clamp(start + note.Length, start, query.Text.Length);
        return new(note.Message, note.Suggestion, QueryErrorViewModel.FixUrl(query.Text, start, end, note.Suggestion, text => urls.Ask(text, query.Off)));
    }
}
