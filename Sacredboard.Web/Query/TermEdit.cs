namespace Sacredboard.Web.Query;

/// <summary>A term that is being written in the builder; only the address of the open builder contains it.</summary>
/// <param name="Place">The place of the term; null for a new one.</param>
/// <param name="Text">The text written so far; null for the text in the query.</param>
/// <param name="AsText">The builder shows it as text although it may be a single condition.</param>
public sealed record TermEdit(TermPlace? Place, string? Text = null, bool AsText = false);
