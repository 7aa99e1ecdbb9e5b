namespace Sacredboard.Web.Query;

/// <summary>A term that is being written in the builder. It stands in the address of the page that shows the builder open, and in no other.</summary>
/// <param name="Place">The term that is changed; null for a new one.</param>
/// <param name="Text">As far as it is written; null for as it stands in the view.</param>
/// <param name="AsText">It is to be written as text, though it may be a single condition.</param>
public sealed record TermEdit(TermPlace? Place, string? Text = null, bool AsText = false);
