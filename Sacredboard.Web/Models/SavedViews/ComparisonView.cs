namespace Sacredboard.Web.Models.SavedViews;

/// <summary>A comparison as a saved view.</summary>
/// <param name="Current">The view that the page was made from; null for none.</param>
/// <param name="IsChanged">The page differs from it as it was saved.</param>
/// <param name="Saved">What the page is saved as.</param>
/// <param name="Problem">Why views cannot be read; null if they can.</param>
public sealed record ComparisonView(ViewItem? Current, bool IsChanged, string Saved, string? Problem);
