namespace Sacredboard.Data.Catalog.Loading;

public enum CatalogPhase
{
    /// <summary>The first reading goes on; the newest runs are there already.</summary>
    Loading,

    /// <summary>All runs are there and kept up to date.</summary>
    Current,

    /// <summary>The storage cannot be read; what is shown is as old as <see cref="CatalogState.AsOf"/> says.</summary>
    Unavailable,
}

/// <param name="Loaded">Runs read so far.</param>
/// <param name="Total">Runs there will be, as far as known; null before the storage first answered.</param>
/// <param name="AsOf">When the storage was last read with success; null when never.</param>
/// <param name="UnavailableSince">When reading began to fail; null while it works.</param>
/// <param name="Message">Why reading fails, safe to show; null while it works.</param>
/// <param name="Limit">Why not all runs are there ("the newest 10,000"), or null.</param>
public sealed record CatalogState(
    CatalogPhase Phase,
    int Loaded,
    int? Total,
    DateTimeOffset? AsOf,
    DateTimeOffset? UnavailableSince,
    string? Message,
    string? Limit);
