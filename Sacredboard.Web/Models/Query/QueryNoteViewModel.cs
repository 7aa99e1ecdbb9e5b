using Sacredboard.Data.Queries.Language;
using Sacredboard.Web.Table;

namespace Sacredboard.Web.Models.Query;

/// <summary>A note on how the query was interpreted.</summary>
/// <param name="Fixes">What may have been meant instead.</param>
public sealed record QueryNoteViewModel(string Message, IReadOnlyList<QueryFix> Fixes)
{
    public static QueryNoteViewModel Of(TableState state, QueryNote note, TableUrls urls)
    {
        var start = Math.Clamp(note.Position, 0, state.Text.Length);
        var end = Math.Clamp(start + note.Length, start, state.Text.Length);
        return new(note.Message, QueryFix.Of(state.Text, start, end, note.Suggestions, text => urls.WithQuery(text, state.Off)));
    }
}
