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

    /// <summary>The table is no longer what <see cref="Current"/> was saved as.</summary>
    public required bool IsChanged { get; init; }

    /// <summary>The table, as the parameters of its address: where to come back to.</summary>
    public required string At { get; init; }

    /// <summary>The table as it would be saved.</summary>
    public required string Saved { get; init; }

    /// <summary>Why views cannot be read, or null.</summary>
    public required string? Problem { get; init; }
}

/// <param name="Url">The table.</param>
/// <param name="MayChange">The person who looks may change and delete it.</param>
public sealed record ViewItem(SavedView View, string Url, bool MayChange, bool IsCurrent)
{
    /// <summary>Who shares it; null for one's own.</summary>
    public string? SharedBy => MayChange ? null : View.Owner;
}

/// <param name="At">The table to come back to, as the parameters of its address; null for the page of all views.</param>
public sealed record ViewForms(ViewItem Item, SourceUrls Urls, string? At);
