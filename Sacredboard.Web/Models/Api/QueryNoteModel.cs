using System.ComponentModel;
using Sacredboard.Data.Queries.Language;

namespace Sacredboard.Web.Models.Api;

[Description("How a query was understood, where that may surprise.")]
public sealed record QueryNoteModel
{
    [Description("Where in q, from 0, in UTF-16 units.")]
    public required int Position { get; init; }

    [Description("How much of q is meant.")]
    public required int Length { get; init; }

    [Description("A sentence for people.")]
    public required string Message { get; init; }

    /// <param name="start">Where in q the query begins.</param>
    public static QueryNoteModel Of(QueryNote note, int start) => new() { Position = start + note.Position, Length = note.Length, Message = note.Message };
}
