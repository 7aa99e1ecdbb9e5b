namespace Sacredboard.Data.Catalog.Loading;

public enum CatalogPhase
{
    /// <summary>The runs are being loaded; the newest are available.</summary>
    Loading,

    /// <summary>All runs are available and kept up to date.</summary>
    Current,

    /// <summary>The storage cannot be read; the runs are as of <see cref="CatalogState.AsOf"/>.</summary>
    Unavailable,
}

/// <param name="Loaded">Number of runs read so far.</param>
/// <param name="Total">Expected number of runs; null before the first answer of the storage.</param>
/// <param name="AsOf">The time (UTC) of the last successful reading; null when there was none.</param>
/// <param name="UnavailableSince">The time (UTC) since which reading fails; null while it works.</param>
/// <param name="Message">Why reading fails, safe to show; null while it works.</param>
/// <param name="Limit">The configured limit in words ("the newest 10,000"), or null.</param>
/// <param name="Remark">What the store leaves out at the moment, one sentence, or null.</param>
public sealed record CatalogState(
    CatalogPhase Phase,
    int Loaded,
    int? Total,
    DateTimeOffset? AsOf,
    DateTimeOffset? UnavailableSince,
    string? Message,
    string? Limit,
    string? Remark = null)
{
    public bool IsLoading => Phase == CatalogPhase.Loading;
}
