using System.ComponentModel;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Models.Api;

[Description("A note on how a query was interpreted.")]
public sealed record QueryNoteModel
{
    [Description("Index in q, from 0, in UTF-16 units.")]
    public required int Position { get; init; }

    [Description("Length of the part of q, in UTF-16 units.")]
    public required int Length { get; init; }

    [Description("The note in words.")]
    public required string Message { get; init; }

    [Description("What that part may have been meant to be; the most likely first.")]
    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <param name="start">Index of the query in q.</param>
    public static QueryNoteModel Of(QueryNote note, int start) =>
        new()
        {
            Position = start + note.Position,
            Length = note.Length,
            Message = note.Message,
            Suggestions = note.Suggestions,
        };
}
