using Sacredboard.Data.State;
using Sacredboard.Web.Sources;

namespace Sacredboard.Web.Models.SavedViews;

/// <summary>The menu of saved views beside a table.</summary>
public sealed record ViewsMenu
{
    public required SourceUrls Urls { get; init; }

    public required IReadOnlyList<ViewItem> Items { get; init; }

    /// <summary>The view that the table was made from; null for none.</summary>
    public required ViewItem? Current { get; init; }

    /// <summary>The table differs from <see cref="Current"/> as it was saved.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>The query string of the table to return to.</summary>
    public required string At { get; init; }

    /// <summary>The query string to save the table as.</summary>
    public required string Saved { get; init; }

    /// <summary>The reason why views cannot be read, or null.</summary>
    public required string? Problem { get; init; }
}

/// <param name="Url">The address of its table.</param>
/// <param name="MayChange">The current user may change and delete it.</param>
public sealed record ViewItem(SavedView View, string Url, bool MayChange, bool IsCurrent)
{
    /// <summary>The user who shares it; null if the current user may change it.</summary>
    public string? SharedBy => MayChange ? null : View.Owner;
}

/// <param name="At">The query string of the table to return to; null for the page of all views.</param>
public sealed record ViewForms(ViewItem Item, SourceUrls Urls, string? At);
