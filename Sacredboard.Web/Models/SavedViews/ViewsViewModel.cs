using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.SavedViews;

/// <summary>The page with all saved views of a source.</summary>
public sealed record ViewsViewModel
{
    public required Source Source { get; init; }

    public required SourceUrls Urls { get; init; }

    public required IReadOnlyList<ViewItem> Items { get; init; }

    /// <summary>Why what was asked for was not done, or why views cannot be read.</summary>
    public required string? Problem { get; init; }

    /// <summary>A view that was not saved, to be tried again: its name and table.</summary>
    public (string Name, string Query)? Unsaved { get; init; }
}
