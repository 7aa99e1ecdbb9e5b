using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.SavedViews;

/// <summary>The page with all saved views of a source.</summary>
public sealed record ViewsViewModel
{
    public required Source Source { get; init; }

    public required SourceUrls Urls { get; init; }

    public required IReadOnlyList<ViewItem> Items { get; init; }

    /// <summary>Why the last action failed, or why views cannot be read; else null.</summary>
    public required string? Problem { get; init; }

    /// <summary>Name and query string of a view that could not be saved, for another try.</summary>
    public (string Name, string Query)? Unsaved { get; init; }
}
